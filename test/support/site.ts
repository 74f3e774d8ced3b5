import pino from 'pino'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { importLines } from './import.ts'
import { it as withDatabase } from './it.ts'
import { seedLines } from './seed.ts'

/**
 * The service with the seed story, served at its configured public address, for external programs.
 */
export const it = withDatabase
  .extend('refs', { scope: 'file' }, async ({ db }) => {
    const { refs } = await importLines(db, seedLines())
    return (ref: string) => refs[ref] ?? ref
  })
  .extend('origin', { scope: 'file' }, async ({ db }, { onCleanup }) => {
    const log = pino({ level: 'silent' })
    const publicUrl = new URL('http://127.0.0.1')
    const app = createApp({ db, log, publicUrl, isServing: () => true })
    const server = await listen(app, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    onCleanup(() => server.stop(1000))
    publicUrl.port = String(server.port)
    return publicUrl.origin
  })

import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { adminKey, apiAt, type Api, type Call } from './calls.ts'
import { it as withDatabase } from './it.ts'

export { adminKey, apiAt, type Api, type Call, type Called } from './calls.ts'

/** `it` with the whole service on its own socket, using the database of the test file. */
export const it = withDatabase
  /** What the service logs, line by line. */
  .extend('logged', { scope: 'file' }, (): string[] => [])
  /** The base URL. */
  .extend('origin', { scope: 'file' }, async ({ db, logged }, { onCleanup }) => {
    await setBootstrapKey(db, adminKey)
    const log = createLog('info', { write: (line) => void logged.push(line) })
    const publicUrl = new URL('http://counterpoint.example')
    const app = createApp({ db, log, publicUrl, isServing: () => true, checksAnswers: true })
    const server = await listen(app, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    onCleanup(() => server.stop(1000))
    return `http://127.0.0.1:${server.port}`
  })
  .extend('api', { scope: 'file' }, ({ origin }) => apiAt(origin))

/** Reads as the public; the answer must be 200. */
export async function read<T>(api: Api, path: string): Promise<T> {
  const { status, text, json } = await api<T>(path, { isPublic: true })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  return json
}

/** An amendment of the version that the caller saw. */
export function amendment(body: object, version: number): Call {
  return { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } }
}

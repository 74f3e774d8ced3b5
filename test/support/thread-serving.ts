import type { ResourceLimits } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { listen } from '../../src/http/socket/listen.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openWriteThread, type WriteThread } from '../../src/writes/thread.ts'
import { adminKey, apiAt, type Api } from './calls.ts'

export interface ThreadServing {
  readonly api: Api
  readonly thread: WriteThread
  readonly logged: readonly string[]
  /** Faults that would have ended the process. */
  readonly faults: readonly unknown[]
}

interface Options {
  readonly db: Db
  readonly url: string
  readonly limits?: ResourceLimits
  readonly program?: string
}

/** The service as the program runs it: its writes are carried out by a thread. */
export async function serveWithThread({ db, ...options }: Options): Promise<ThreadServing> {
  await setBootstrapKey(db, adminKey)
  const logged: string[] = []
  const faults: unknown[] = []
  const log = createLog('info', { write: (line) => void logged.push(line) })
  const publicUrl = new URL('http://counterpoint.example')
  const thread = openWriteThread({
    ...options,
    log,
    onLost: () => {},
    onFault: (fault) => faults.push(fault),
  })
  onTestFinished(() => thread.close())
  const { openWriter } = thread
  const app = createApp({
    db,
    log,
    publicUrl,
    openWriter,
    isServing: () => true,
    checksAnswers: true,
  })
  const server = await listen(app, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.stop(0))
  return { api: apiAt(`http://127.0.0.1:${server.port}`), thread, logged, faults }
}

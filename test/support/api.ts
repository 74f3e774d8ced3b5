import pino from 'pino'
import { createApp } from '../../src/app.ts'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { listen } from '../../src/http/listen.ts'
import { it as withDatabase } from './it.ts'

const publicUrl = new URL('https://counterpoint.example')
const adminKey = 'an-admin-key-for-tests-of-the-whole-api'

/** The whole service behind a real socket. */
export interface Api {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** A body of JSON, without a key. */
  readonly post: (path: string, body: unknown) => Promise<Response>
  /** A write by an administrator. */
  readonly write: (
    path: string,
    body: unknown,
    options?: { method?: string; version?: number },
  ) => Promise<Response>
}

let requests = 0

/** `it` with the service over the database of the test file; every answer is held to its contract. */
export const it = withDatabase.extend(
  'api',
  { scope: 'file' },
  async ({ db }, { onCleanup }): Promise<Api> => {
    await setBootstrapKey(db, adminKey)
    const log = pino({ level: 'silent' })
    const http = createApp({ db, log, publicUrl, isServing: () => true, checksAnswers: true })
    const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    onCleanup(() => server.stop(0))
    const ask = (path: string, init: RequestInit) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, init)
    return {
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, body) =>
        ask(path, { method: 'POST', headers: json, body: JSON.stringify(body) }),
      write: (path, body, { method = 'POST', version } = {}) =>
        ask(path, {
          method,
          headers: {
            ...json,
            authorization: `Bearer ${adminKey}`,
            'idempotency-key': `request-${requests++}`,
            ...(version !== undefined && { 'if-match': `"${version}"` }),
          },
          body: JSON.stringify(body),
        }),
    }
  },
)

const json = { 'content-type': 'application/json' }

/** The body of an answer that must be 200, of a shape that the test relies on. */
export async function bodyOf<T>(response: Promise<Response>): Promise<T> {
  const answer = await response
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`Answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}

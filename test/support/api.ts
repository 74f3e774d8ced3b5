import { randomUUID } from 'node:crypto'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/log.ts'
import { listen } from '../../src/http/listen.ts'
import { it as withDatabase } from './it.ts'

/** An admin's key, in force in every test database. */
export const adminKey = 'a-key-for-tests-of-the-whole-service'

export interface Call {
  readonly method?: string
  /** An object is sent as JSON, text as it is. */
  readonly body?: object | string
  readonly headers?: Readonly<Record<string, string>>
  /** Sends no key. */
  readonly isPublic?: boolean
}

export interface Called<T> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: T
}

/** Calls the service over real HTTP; a POST gets an idempotency key of its own. */
export type Api = <T = unknown>(path: string, call?: Call) => Promise<Called<T>>

/** `it` with the whole service on a socket of its own, on the database of the test file. */
export const it = withDatabase
  /** What the service logs, line by line. */
  .extend('logged', { scope: 'file' }, (): string[] => [])
  /** Where it is served. */
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

export function apiAt(origin: string): Api {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the answer
  return async <T>(path: string, call: Call = {}) => {
    const { method = call.body === undefined ? 'GET' : 'POST', body, headers, isPublic } = call
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(!isPublic && { authorization: `Bearer ${adminKey}` }),
        ...(typeof body === 'object' && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    // The contract of the route says what it answers; the service holds itself to it here.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const json = (
      isJson && !response.headers.get('content-type')?.includes('ndjson') ? JSON.parse(text) : null
    ) as T
    return { status: response.status, headers: response.headers, text, json }
  }
}

/** What the public reads there, which must be 200. */
export async function read<T>(api: Api, path: string): Promise<T> {
  const { status, text, json } = await api<T>(path, { isPublic: true })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  return json
}

/** An amendment of the version that the caller saw. */
export function amendment(body: object, version: number): Call {
  return { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } }
}

import { randomUUID } from 'node:crypto'

/** An admin's key, valid in every test database. */
export const adminKey = 'a-key-for-tests-of-the-whole-service'

export interface Call {
  readonly method?: string
  /** Objects are sent as JSON, text unchanged. */
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

/** Calls the service over real HTTP; a POST gets its own idempotency key. */
export type Api = <T = unknown>(path: string, call?: Call) => Promise<Called<T>>

export function apiAt(origin: string): Api {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the answer
  return async <T>(path: string, call: Call = {}) => {
    const { method = call.body === undefined ? 'GET' : 'POST', body, headers, isPublic } = call
    const response = await fetch(origin + path, {
      redirect: 'manual',
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
    // In tests, the service checks its answers against the route's contract.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const json = (
      isJson && !response.headers.get('content-type')?.includes('ndjson') ? JSON.parse(text) : null
    ) as T
    return { status: response.status, headers: response.headers, text, json }
  }
}

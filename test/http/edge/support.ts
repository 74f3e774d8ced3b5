import { onTestFinished } from 'vitest'
import type { HttpDeps } from '../../../src/http/contract/deps.ts'
import { listen, type Limits } from '../../../src/http/socket/listen.ts'
import { problemSchema } from '../../../src/http/problems/schema.ts'
import { exchange } from '../../support/raw-http.ts'
import { sampleHttp } from './sample.ts'

export const publicUrl = new URL('https://counterpoint.example')

/** What went to the log, oldest first. */
interface LogLine {
  readonly level: 'info' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
}

interface Setup {
  readonly deps?: Partial<HttpDeps>
  readonly limits?: Partial<Limits>
}

/** The sample app behind a real socket, for the length of a test. */
export async function serveSample({ deps, limits = {} }: Setup = {}) {
  const logged: LogLine[] = []
  const log = {
    debug: () => {},
    info: (fields: object) => void logged.push({ level: 'info', fields: { ...fields } }),
    error: (fields: object) => void logged.push({ level: 'error', fields: { ...fields } }),
  }
  const sample = sampleHttp({ log, ...deps })
  const server = await listen(
    sample.http,
    { publicUrl, log },
    { host: '127.0.0.1', port: 0, limits },
  )
  onTestFinished(() => server.stop(0))
  return {
    ...sample,
    ...server,
    logged,
    ask: (target: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${server.port}${target}`, init),
    /** Exactly these bytes; all that comes back until the connection closes. */
    send: (...chunks: readonly (string | Uint8Array)[]) => exchange(server.port, chunks),
  }
}

export const asEditor = { authorization: 'Bearer editor-key' }

/** A complete write by an editor, for tests to break in one place. */
export function addition(
  body: Record<string, unknown> | string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): RequestInit {
  return {
    method: 'POST',
    headers: {
      ...asEditor,
      'content-type': 'application/json',
      'idempotency-key': 'one',
      ...headers,
    },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  }
}

/** An amendment by an editor of version 3. */
export function amendment(body: object, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'PATCH',
    headers: {
      ...asEditor,
      'content-type': 'application/merge-patch+json',
      'if-match': '"3.118"',
      ...headers,
    },
    body: JSON.stringify(body),
  }
}

/** A problem document as it came over the wire. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  return problemSchema.loose().parse(await response.json())
}

/** The codes of `errors`, by pointer. */
export async function faultsOf(response: Response): Promise<[string, string][]> {
  const { errors = [] } = problemSchema.parse(await response.json())
  return errors.map(({ pointer, code }) => [pointer, code])
}

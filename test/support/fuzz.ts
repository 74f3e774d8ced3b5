import * as fc from './fast-check.ts'
import { randomUUID } from 'node:crypto'
import type { Http } from '../../src/http/contract/env.ts'
import { adminKey, type Api } from './calls.ts'
import { mark, type GivenCursor } from './made-up-values.ts'
import { requestOf, type MadeUp } from './made-up-requests.ts'
import type { Operation } from './open-api.ts'

/** More exports at once are refused: each holds a connection while its client reads. */
const exportsAtOnce = 2
const atOnce = 8
const roundsOfFixed = 2

export interface FuzzOptions {
  readonly http: Http
  readonly operations: readonly Operation[]
  /** Cursors returned by lists, to be altered. */
  readonly cursors: readonly GivenCursor[]
  /** At least so many requests. */
  readonly count: number
  readonly seed: number
  /** What the service has logged so far. */
  readonly logged: readonly string[]
  readonly fault: (words: string) => void
  /** Called every few requests with their number. */
  readonly progress?: (sent: number) => void
}

/**
 * Sends random requests close to the description of each operation, several at once. A 5xx answer
 * is a fault, and so is a log line that contains anything that was sent.
 */
export async function fuzz(options: FuzzOptions): Promise<{ sent: number; fits: number }> {
  const { http, operations, cursors, count, seed, logged, fault, progress } = options
  const varied = operations.filter((operation) => !isFixed(operation)).length
  let sent = 0
  let fits = 0
  for (const operation of operations) {
    const together = operation.operationId === 'exportRecord' ? exportsAtOnce : atOnce
    const numRuns = isFixed(operation) ? roundsOfFixed : Math.ceil(count / varied / together)
    const rounds = fc.array(requestOf(operation, cursors), {
      minLength: together,
      maxLength: together,
    })
    for (const requests of fc.sample(rounds, { numRuns, seed })) {
      const linesBefore = logged.length
      const answers = await Promise.all(requests.map((request) => send(http, request)))
      sent += answers.length
      for (const [index, { status, text }] of answers.entries()) {
        if (status < 300) fits += 1
        if (status >= 500) fault(`${status} ${text}, to ${JSON.stringify(requests[index])}`)
      }
      for (const line of logged.slice(linesBefore))
        if (line.includes(mark))
          fault(`A log has what was sent to ${operation.operationId}: ${line}`)
      progress?.(sent)
    }
  }
  return { sent, fits }
}

/** The cursors after the first pages of all lists. */
export async function cursorsOf(
  api: Api,
  operations: readonly Operation[],
): Promise<GivenCursor[]> {
  const lists = operations.filter(
    ({ method, parameters }) =>
      method === 'GET' &&
      parameters.every(({ in: place, required }) => place !== 'path' && !required),
  )
  const sorts = [
    '',
    '&sort=newest',
    '&sort=changed',
    '&sort=most_countered',
    '&q=MS&sort=relevance',
  ]
  const cursors: GivenCursor[] = []
  for (const { path } of lists)
    for (const sort of path === '/v1/claims' ? sorts : ['']) {
      const query = `limit=1${sort}`
      const { json } = await api<{ next?: unknown } | null>(`${path}?${query}`)
      if (typeof json?.next === 'string') cursors.push({ path, query, cursor: json.next })
    }
  return cursors
}

/** It has no parts to randomise. */
function isFixed({ parameters, mediaTypes }: Operation): boolean {
  return parameters.length === 0 && mediaTypes.length === 0
}

async function send(http: Http, { method, path, headers, body }: MadeUp) {
  const response = await http.request(path, {
    method,
    headers: { authorization: `Bearer ${adminKey}`, 'idempotency-key': randomUUID(), ...headers },
    body: method === 'GET' || body === undefined ? null : body,
  })
  return { status: response.status, text: await response.text() }
}

import { randomUUID } from 'node:crypto'
import { examples } from '../../src/edges/api/reference/examples.ts'
import { adminKey } from './api.ts'
import { pathOf, type Operation } from './open-api.ts'
import type { RawRequest } from './raw-http.ts'

/** Objects of the seed story, one of each kind, by path. */
const seeded: Readonly<Record<string, string>> = {
  claims: '019ae1e5-0016-72bc-80b2-26737410feed',
  links: '019ae1e5-005a-771d-b3ca-8c83aadde3fb',
  reports: '019ae1e5-0015-7886-a92a-07cf17fe9dda',
  sources: '019ae1e5-000c-7670-aba6-84c80652267f',
  stories: 'ms-ai-sales-targets',
  citations: '019ae1e5-003e-7fc3-87f6-22318e9175f4',
}

/**
 * The example request of an operation, about an existing object, for tests to break in one place.
 */
export function goodRequest(
  operation: Operation,
  ids: Readonly<Record<string, string>>,
): RawRequest {
  const { path = {}, query = {}, body } = examples[operation.operationId] ?? {}
  const [, noun = ''] = /^\/v1\/(\w+)\//.exec(operation.path) ?? []
  // The query of a write, such as `onError=skip`, would make it lenient.
  const search = operation.method === 'GET' ? new URLSearchParams(query).toString() : ''
  const isDemanded = (name: string) => operation.parameters.some((each) => each.name === name)
  const [mediaType] = operation.mediaTypes
  return {
    method: operation.method,
    target:
      pathOf(operation, { ...path, id: { ...seeded, ...ids }[noun] ?? '' }) +
      (search && `?${search}`),
    headers: [
      ['host', 'counterpoint.example'],
      ['authorization', `Bearer ${adminKey}`],
      ...(isDemanded('Idempotency-Key') ? ([['idempotency-key', randomUUID()]] as const) : []),
      ...(isDemanded('If-Match') ? ([['if-match', '"1"']] as const) : []),
      ...(mediaType ? ([['content-type', mediaType]] as const) : []),
    ],
    body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  }
}

/** The same with another value of a header, or without it. */
export function withHeader(request: RawRequest, name: string, value?: string): RawRequest {
  const rest = request.headers.filter(([other]) => other !== name)
  return { ...request, headers: value === undefined ? rest : [...rest, [name, value]] }
}

/** The same with a query parameter more. */
export function withQuery(request: RawRequest, parameter: string): RawRequest {
  const sign = request.target.includes('?') ? '&' : '?'
  return { ...request, target: request.target + sign + parameter }
}

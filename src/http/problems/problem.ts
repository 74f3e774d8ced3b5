import { DomainError, type FieldFault } from '../../domain/errors.ts'
import { problemCatalogue, type ProblemCode } from './catalogue.ts'
import { Refusal } from './refusal.ts'

/** A problem document of RFC 9457. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly instance?: string
  readonly errors?: readonly FieldFault[]
}

/**
 * The document of one problem. `not-found` has the same for everybody and everything, so that a
 * hidden thing cannot be told from an absent one. Only where nothing is ever hidden do its facts say
 * what there is instead.
 */
export function problemDocument(
  publicUrl: URL,
  code: ProblemCode,
  requestId: string,
  error?: DomainError,
): ProblemDocument {
  const { status, title, meaning } = problemCatalogue[code]
  const head = { type: new URL(`/problems/${code}`, publicUrl).href, title, status }
  if (code === 'not-found') return { ...error?.facts, ...head, detail: meaning }
  const instance = `urn:uuid:${requestId}`
  if (!error) return { ...head, instance }
  return {
    ...error.facts,
    ...head,
    detail: error.message,
    instance,
    ...(error.faults.length > 0 && { errors: error.faults }),
  }
}

/** Seconds for Retry-After; these statuses are of no use without it. */
const retryAfterByDefault: Readonly<Record<number, number>> = { 429: 10, 503: 5 }

/** Answers with the problem of a refusal; any other error is our fault and reveals nothing. */
export function answerProblem(publicUrl: URL, requestId: string, error: unknown): Response {
  const refusal = error instanceof DomainError ? error : undefined
  const document = problemDocument(publicUrl, refusal?.code ?? 'internal', requestId, refusal)
  const retryAfter = refusal?.retryAfterSeconds ?? retryAfterByDefault[document.status]
  return problemResponse(document, {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(refusal instanceof Refusal && refusal.headers),
  })
}

function problemResponse(
  document: ProblemDocument,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(safeJson(document), {
    status: document.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': 'en',
      ...headers,
    },
  })
}

/** JSON in which nothing from a caller can act as markup or reorder the text around it. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

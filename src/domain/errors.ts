/** One fault of a request: where it is (a JSON Pointer), what kind, and what to do about it. */
export interface FieldFault {
  readonly pointer: string
  readonly code: string
  readonly message: string
  /** Line of a bundle, counted from 1. */
  readonly line?: number
  /** What else may be meant. */
  readonly candidates?: readonly Candidate[]
}

/** Something on record that somebody may have meant. */
interface Candidate {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export type DomainErrorCode =
  | 'merged'
  | 'malformed'
  | 'bad-query'
  | 'bad-header'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'timed-out'
  | 'conflict'
  | 'likely-duplicate'
  | 'gone'
  | 'precondition-failed'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'invalid'
  | 'key-reused'
  | 'precondition-required'
  | 'too-many-requests'
  | 'headers-too-large'
  | 'legally-withheld'
  | 'unavailable'

export interface DomainErrorOptions {
  /** For `too-many-requests` and `unavailable`: when it makes sense to ask again. */
  readonly retryAfterSeconds?: number
  /** What else the answer tells: the tombstone of what is gone, the statement of what is withheld. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A refusal in words. `code` is for programs and never changes meaning. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly faults: readonly FieldFault[]
  readonly retryAfterSeconds: number | undefined
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    code: DomainErrorCode,
    message: string,
    faults: readonly FieldFault[] = [],
    { retryAfterSeconds, facts = {}, cause }: DomainErrorOptions = {},
  ) {
    super(message, { cause })
    this.name = 'DomainError'
    this.code = code
    this.faults = faults
    this.retryAfterSeconds = retryAfterSeconds
    this.facts = facts
  }
}

/** The one answer to whatever is not there. */
export function notFound(): DomainError {
  return new DomainError('not-found', 'There is nothing here.')
}

/** @throws {DomainError} `not-found` */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}

/** One fault of a request: where it is (a JSON Pointer), its kind, and what to do about it. */
export interface FieldFault {
  readonly pointer: string
  readonly code: string
  readonly message: string
  /** The line of a bundle, counted from 1. */
  readonly line?: number
  /** What the caller may have meant. */
  readonly candidates?: readonly Candidate[]
}

/** How many faults a refusal lists at most. */
export const faultsListedMax = 1_000

/** The first faults of a list; a further one says how many more there are. */
export function firstFaults(
  faults: readonly FieldFault[],
  max: number,
  count = faults.length,
): readonly FieldFault[] {
  if (count <= max) return faults
  const more = (count - max).toLocaleString('en')
  const message = `And ${more} more. Correct those that are listed, and send it again.`
  return [...faults.slice(0, max), { pointer: '', code: 'more-faults', message }]
}

/** Something on record that the caller may have meant. */
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
  /** For `too-many-requests` and `unavailable`: when a retry makes sense. */
  readonly retryAfterSeconds?: number
  /** Further members of the answer: the tombstone and the public statement of a redacted object. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A refusal, in words. `code` is for programs and never changes its meaning. */
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
    this.faults = firstFaults(faults, faultsListedMax)
    this.retryAfterSeconds = retryAfterSeconds
    this.facts = facts
  }
}

/** The same error for everything that does not exist. */
export function notFound(): DomainError {
  return new DomainError('not-found', 'There is nothing here.')
}

/** @throws {DomainError} `not-found` */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}

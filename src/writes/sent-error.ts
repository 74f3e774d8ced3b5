import { DomainError, type DomainErrorCode, type FieldFault } from '../domain/errors.ts'
import { PlainError } from '../domain/plain-error.ts'

/**
 * An error as data that can be copied. Structured cloning alone would drop the classes by which
 * refusals and faults of the database are told apart, and their codes.
 */
export interface SentError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  /** What a refusal says; absent for any other error. */
  readonly refusal?: Refusal
  /** Whether its message may be logged. */
  readonly isPlain?: true
  /** Texts and numbers that the driver or the system added, such as `code`. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly cause?: SentError
  /** Of an aggregate of errors. */
  readonly errors?: readonly SentError[]
}

interface Refusal {
  readonly code: DomainErrorCode
  readonly faults: readonly FieldFault[]
  readonly retryAfterSeconds: number | undefined
  readonly facts: Readonly<Record<string, unknown>>
}

export function sendError(error: unknown): SentError {
  if (!(error instanceof Error))
    return { name: 'Error', message: 'What was thrown is no error.', stack: undefined }
  const { name, message, stack, cause } = error
  const common = { name, message, stack, ...(cause !== undefined && { cause: sendError(cause) }) }
  if (error instanceof DomainError) {
    const { code, faults, retryAfterSeconds, facts } = error
    return { ...common, refusal: { code, faults, retryAfterSeconds, facts } }
  }
  return {
    ...common,
    fields: Object.fromEntries(Object.entries(error).filter(([, value]) => isScalar(value))),
    ...(error instanceof PlainError && { isPlain: true }),
    ...(error instanceof AggregateError && { errors: error.errors.map(sendError) }),
  }
}

export function readError(sent: SentError): Error {
  const { name, stack, fields } = sent
  const error = revived(sent)
  return Object.assign(error, fields, { stack }, error.name !== name && { name })
}

function revived({ message, refusal, isPlain, cause: sentCause, errors }: SentError): Error {
  const options = sentCause && { cause: readError(sentCause) }
  if (refusal) {
    const { code, faults, facts, retryAfterSeconds } = refusal
    const retry = retryAfterSeconds !== undefined && { retryAfterSeconds }
    return new DomainError(code, message, faults, { facts, ...retry, ...options })
  }
  if (errors) return new AggregateError(errors.map(readError), message, options)
  return isPlain ? new PlainError(message, options) : new Error(message, options)
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** One fault of a body: where it is (a JSON Pointer), what kind, and what to do about it. */
export interface FieldFault {
  readonly pointer: string
  readonly code: string
  readonly message: string
  /** Line of a bundle, counted from 1. */
  readonly line?: number
}

export type DomainErrorCode =
  | 'malformed'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'key-reused'
  | 'unavailable'

/** A refusal in words. `code` is for programs and never changes meaning. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly faults: readonly FieldFault[]

  constructor(code: DomainErrorCode, message: string, faults: readonly FieldFault[] = []) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.faults = faults
  }
}

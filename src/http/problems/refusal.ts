import { DomainError, type DomainErrorCode } from '../../domain/errors.ts'

/** A refusal of the edge itself, which HTTP wants accompanied by headers. */
export class Refusal extends DomainError {
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: DomainErrorCode,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message)
    this.headers = headers
  }
}

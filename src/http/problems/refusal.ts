import { DomainError, type DomainErrorCode } from '../../domain/errors.ts'

/** A refusal by the HTTP layer, with the headers that HTTP requires. */
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

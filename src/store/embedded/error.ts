import { PlainError } from '../../domain/plain-error.ts'

/** The reason of a system error: `EACCES: permission denied`, without the call. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message.split(',')[0] ?? error.message
}

/** The embedded PostgreSQL cannot be used; the message says why and what to do. */
export class EmbeddedError extends PlainError {
  override readonly name = 'EmbeddedError'

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded PostgreSQL cannot be used: ${reason.trim()}\n` +
        'To use a PostgreSQL of your own instead, set DATABASE_URL.',
      options,
    )
  }
}

import type { Actor } from '../domain/actor.ts'

/** The part of a pino logger that the edge writes to. */
export interface Log {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What the edge itself needs from outside; what the routes need is their own matter. */
export interface HttpDeps {
  /** Where the public reaches the service; no path but `/`. */
  readonly publicUrl: URL
  readonly log: Log
  /** Whose key it is; undefined when it is unknown, expired or revoked. */
  authenticate(key: string): Promise<Actor | undefined>
  /** Whether the service can answer questions about the record right now. */
  isReady(): Promise<boolean>
  /** Holds every answer against its contract; a mismatch is then a 500. For tests. */
  readonly checksAnswers?: boolean
}

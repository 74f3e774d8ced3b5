import { DomainError } from '../domain/errors.ts'

/**
 * How many drafts a process checks or looks up at once: each may take a thread and much of the
 * database.
 */
const checksMax = 2

/** Lets few checks run at once; the others are refused at once and may come again. */
export class CheckTurns {
  #running = 0

  /** @throws {DomainError} `unavailable` if too many are under way */
  async run<T>(check: () => Promise<T>): Promise<T> {
    if (this.#running >= checksMax)
      throw new DomainError(
        'unavailable',
        'Other drafts are being checked. Nothing of yours was kept; send it again in a moment.',
        [],
        { retryAfterSeconds: 2 },
      )
    this.#running += 1
    try {
      return await check()
    } finally {
      this.#running -= 1
    }
  }
}

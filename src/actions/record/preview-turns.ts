import { DomainError } from '../../domain/errors.ts'
import type { WriteQueue } from './write-queue.ts'

/** Writes have priority: with this many writes or previews waiting, another preview is refused. */
const waitingMax = 4

/**
 * Runs one preview per process at a time. A preview holds the record lock like the write that it
 * shows, so it gives way to waiting writes.
 */
export class PreviewTurns {
  readonly #writes: Pick<WriteQueue, 'take' | 'waiting'>
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(writes: Pick<WriteQueue, 'take' | 'waiting'>) {
    this.#writes = writes
  }

  /** @throws {DomainError} `unavailable` if too much is waiting, now or when its turn comes */
  async take<T>(caller: string, work: () => Promise<T>): Promise<T> {
    this.#requireRoom()
    if (this.#waiting >= waitingMax) throw refusal()
    this.#waiting += 1
    const turn = this.#last.then(() => {
      this.#waiting -= 1
      this.#requireRoom()
      return this.#writes.take(caller, work)
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  #requireRoom(): void {
    if (this.#writes.waiting() >= waitingMax) throw refusal()
  }
}

function refusal(): DomainError {
  const message = 'Too many writes or previews are waiting. Try again later.'
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 2 })
}

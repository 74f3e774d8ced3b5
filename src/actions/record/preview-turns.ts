import { DomainError } from '../../domain/errors.ts'
import type { WriteQueue } from './queue/write-queue-limits.ts'

/** Writes have priority: with this many writes or previews waiting, another preview is refused. */
const waitingMax = 8

/** A preview that has waited this long for its turn is refused after all. */
const patienceByDefaultMs = 5_000

/**
 * Runs one preview per process at a time. A preview holds the record lock like the write that it
 * shows, so it gives way to waiting writes.
 */
export class PreviewTurns {
  readonly #writes: Pick<WriteQueue<never>, 'take' | 'waiting'>
  readonly #patienceMs: number
  readonly #waiting: (() => void)[] = []
  #isBusy = false

  constructor(
    writes: Pick<WriteQueue<never>, 'take' | 'waiting'>,
    patienceMs = patienceByDefaultMs,
  ) {
    this.#writes = writes
    this.#patienceMs = patienceMs
  }

  /** @throws {DomainError} `unavailable` if too much is waiting, now or when its turn comes */
  async take<T>(caller: string, work: () => Promise<T>): Promise<T> {
    this.#requireRoom()
    if (this.#isBusy) await this.#wait()
    this.#isBusy = true
    try {
      this.#requireRoom()
      return await this.#writes.take(caller, work)
    } finally {
      this.#isBusy = false
      this.#waiting.shift()?.()
    }
  }

  async #wait(): Promise<void> {
    if (this.#waiting.length >= waitingMax) throw refusal()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const begin = () => {
      clearTimeout(late)
      // Nobody else may begin before the one that waited does.
      this.#isBusy = true
      resolve()
    }
    const late = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(begin), 1)
      reject(refusal())
    }, this.#patienceMs)
    this.#waiting.push(begin)
    return promise
  }

  #requireRoom(): void {
    if (this.#writes.waiting() >= waitingMax) throw refusal()
  }
}

function refusal(): DomainError {
  const message = 'Too many writes or previews are waiting. Try again later.'
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 2 })
}

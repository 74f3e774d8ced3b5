import { setImmediate } from 'node:timers/promises'

/**
 * Work of one transaction that nobody waits for. The database takes statements in the order in which
 * they come, so whoever asks afterwards is answered with what was started before, and it works on one
 * while the next is made.
 */
export class Behind {
  readonly #faults: unknown[] = []
  readonly #started: Promise<unknown>[] = []
  readonly #spareBegins = Promise.withResolvers<void>()
  #spare: Promise<unknown> = this.#spareBegins.promise

  /** Starts work, and lets its first statement go out before the next one is made. */
  async start(work: () => Promise<unknown>): Promise<void> {
    this.#started.push(work().catch(this.#note))
    await setImmediate()
  }

  /** Leaves work that nothing in the transaction reads until much is computed, or until the end. */
  spare(work: () => Promise<unknown>): void {
    this.#spare = this.#after(this.#spare, work)
  }

  /**
   * Begins with what is spare, one piece after the other: the database has it to do whenever nothing
   * is asked of it, and whoever asks waits for one piece at most.
   */
  doSpare(): void {
    this.#spareBegins.resolve()
  }

  /** Waits for all of it. */
  async settled(): Promise<void> {
    this.doSpare()
    await Promise.all([...this.#started, this.#spare])
  }

  /**
   * Does what works leaves behind, too, and returns what it returns. A fault is thrown when all have
   * ended: no statement may come after the transaction is over.
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const result = work()
    await result.catch(this.#note)
    await this.settled()
    // The first is the cause; after it the transaction refuses whatever comes.
    if (this.#faults.length > 0) throw this.#faults[0]
    return result
  }

  async #after(ahead: Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
    await ahead
    if (this.#faults.length === 0) await work().catch(this.#note)
  }

  readonly #note = (fault: unknown): void => void this.#faults.push(fault)
}

/**
 * Starts several pieces of work of one transaction, each before the one ahead of it is done, and
 * returns what the last of them does, when all are done.
 */
export async function inTurn<T>(
  ahead: readonly (() => Promise<unknown>)[],
  last: () => Promise<T>,
): Promise<T> {
  const behind = new Behind()
  return behind.during(async () => {
    for (const work of ahead) await behind.start(work)
    return last()
  })
}

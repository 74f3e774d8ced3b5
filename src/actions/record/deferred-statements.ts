import { setImmediate } from 'node:timers/promises'

/**
 * Deferred statements of one transaction, whose results the write does not read. The database runs
 * statements in the order in which they arrive: later queries see the effects of earlier
 * statements, and it works on one while we prepare the next.
 */
export class DeferredStatements {
  readonly #faults: unknown[] = []
  readonly #started: Promise<unknown>[] = []
  readonly #spareBegins = Promise.withResolvers<void>()
  #spare: Promise<unknown> = this.#spareBegins.promise

  /** Starts some work, and lets its first statement go out before the next is prepared. */
  async start(work: () => Promise<unknown>): Promise<void> {
    this.#started.push(work().catch(this.#note))
    await setImmediate()
  }

  /**
   * Defers work that nothing in the transaction reads until a long computation, or until the end.
   */
  spare(work: () => Promise<unknown>): void {
    this.#spare = this.#after(this.#spare, work)
  }

  /**
   * Starts the spare work, one piece after the other. It fills the time in which the database would
   * be idle; a query waits for at most one piece.
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
   * Runs `work` with everything that it defers, and returns its result. Faults are thrown only
   * after all have ended: no statement may be sent once the transaction is over.
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const result = work()
    await result.catch(this.#note)
    await this.settled()
    // The first fault is the cause; after it the transaction refuses every statement.
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
 * Pipelines several pieces of work of one transaction: each starts before the previous one is done.
 * Returns the result of the last when all are done.
 */
export async function inTurn<T>(
  ahead: readonly (() => Promise<unknown>)[],
  last: () => Promise<T>,
): Promise<T> {
  const deferred = new DeferredStatements()
  return deferred.during(async () => {
    for (const work of ahead) await deferred.start(work)
    return last()
  })
}

import { setImmediate } from 'node:timers/promises'

/** A statement that took longer to prepare goes out before the next is prepared. */
const preparedLongMs = 1

/**
 * Deferred statements of one transaction, whose results the write does not read. The database runs
 * statements in the order in which they arrive: later queries see the effects of earlier
 * statements, and it works on one while we prepare the next. Work must therefore send all of its
 * statements before it waits for anything.
 */
export class DeferredStatements {
  readonly #faults: unknown[] = []
  readonly #started: Promise<unknown>[] = []
  /** Spare work that has not begun. */
  readonly #spare: (() => Promise<unknown>)[] = []
  readonly #last: (() => Promise<unknown>)[] = []
  #inTurn: Promise<unknown> = Promise.resolve()

  /** Starts some work. What is sent next is sent after it, and together with it if both are short. */
  async start(work: () => Promise<unknown>): Promise<void> {
    const begun = performance.now()
    this.#started.push(work().catch(this.#note))
    if (performance.now() - begun > preparedLongMs) await setImmediate()
  }

  /**
   * Defers work that nothing in the transaction reads until a long computation, or until the end.
   */
  spare(work: () => Promise<unknown>): void {
    this.#spare.push(work)
  }

  /**
   * Starts the spare work, one piece after the other. It fills the time in which the database would
   * be idle; a query waits for at most one piece.
   */
  doSpare(): void {
    this.#inTurn = this.#doInTurn()
  }

  /** Defers work until everything else has succeeded. It is sent together with COMMIT. */
  last(work: () => Promise<unknown>): void {
    this.#last.push(work)
  }

  /** Waits until all of it has been sent: what is sent next sees its effects. */
  async sent(): Promise<void> {
    await this.#inTurn
    for (const work of this.#spare.splice(0)) await this.start(work)
  }

  /** Waits for all of it but the last. */
  async settled(): Promise<void> {
    await this.sent()
    await Promise.all(this.#started)
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
    // COMMIT fails if one of these does.
    for (const work of this.#last) work().catch(() => {})
    return result
  }

  async #doInTurn(): Promise<void> {
    for (let work = this.#spare.shift(); work; work = this.#spare.shift())
      if (this.#faults.length === 0) await work().catch(this.#note)
  }

  readonly #note = (fault: unknown): void => void this.#faults.push(fault)
}

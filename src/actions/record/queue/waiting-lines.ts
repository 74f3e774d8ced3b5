/** A write that waits. */
export interface Waiting {
  /** Whose write it is: callers who share a line share its turns, not their accounts. */
  readonly account: string
}

/** Whether a write may have the next turn: at once, only if nobody else wants it, or not now. */
export type Standing = 'first' | 'last' | 'not-now'

/** Waiting writes by caller: turns rotate among the callers. */
export class WaitingLines<W extends Waiting> {
  /** The first caller in the map has the next turn. */
  readonly #lines = new Map<string, W[]>()

  get size(): number {
    return this.#lines.values().reduce((sum, line) => sum + line.length, 0)
  }

  callers(): readonly string[] {
    return [...this.#lines.keys()]
  }

  accounts(): readonly string[] {
    return [...new Set(this.#lines.values().flatMap((line) => line.map(({ account }) => account)))]
  }

  add(caller: string, write: W): void {
    const line = this.#lines.get(caller)
    if (line) line.push(write)
    else this.#lines.set(caller, [write])
  }

  /** Gives a write the next turn, which it had before. */
  putBack(caller: string, write: W): void {
    const line = this.#lines.get(caller) ?? []
    this.#lines.delete(caller)
    const others = [...this.#lines]
    this.#lines.clear()
    this.#lines.set(caller, [write, ...line])
    for (const [other, its] of others) this.#lines.set(other, its)
  }

  remove(caller: string, write: W): void {
    const left = this.#lines.get(caller)?.filter((each) => each !== write)
    if (left === undefined) return
    if (left.length > 0) this.#lines.set(caller, left)
    else this.#lines.delete(caller)
  }

  /** The write that has the next turn. */
  next(standingOf: (write: W) => Standing): readonly [caller: string, write: W] | undefined {
    let last: readonly [string, W] | undefined
    for (const [caller, line] of this.#lines)
      for (const write of line) {
        const standing = standingOf(write)
        if (standing === 'first') return [caller, write]
        if (standing === 'last') last ??= [caller, write]
      }
    return last
  }

  /** Takes a write out; its caller moves to the end. */
  take([caller, write]: readonly [caller: string, write: W]): void {
    const left = this.#lines.get(caller)?.filter((each) => each !== write) ?? []
    this.#lines.delete(caller)
    if (left.length > 0) this.#lines.set(caller, left)
  }
}

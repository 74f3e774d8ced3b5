/** How many recent writes are used to estimate the next. */
const remembered = 15

/** How long recent writes took. */
export class RecentTimes {
  readonly #ms: number[] = []

  note(ms: number): void {
    this.#ms.push(ms)
    if (this.#ms.length > remembered) this.#ms.shift()
  }

  medianMs(): number | undefined {
    return this.#ms.toSorted((a, b) => a - b)[Math.floor(this.#ms.length / 2)]
  }
}

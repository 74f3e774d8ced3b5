/**
 * Remembers answers by key, but only those for which nothing was missing in the record: once they
 * are complete, more loading does not change them.
 */
export class Memo<Answer> {
  readonly #answers = new Map<string, Answer>()
  readonly #misses: () => number

  constructor(misses: () => number) {
    this.#misses = misses
  }

  /** @param alike the other keys that have the same answer */
  get(
    key: string,
    compute: () => Answer,
    alike: (answer: Answer) => Iterable<string> = () => [],
  ): Answer {
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const before = this.#misses()
    const answer = compute()
    if (this.#misses() === before) {
      this.#answers.set(key, answer)
      for (const other of alike(answer)) this.#answers.set(other, answer)
    }
    return answer
  }
}

/** Counts lookups that found nothing loaded; several `Known` may share one. */
export interface Misses {
  count: number
}

/** Answers by key, and a record of the keys that were missing. */
export class Known<Answer> {
  readonly #misses: Misses
  readonly #answers = new Map<string, Answer>()
  readonly #missing = new Set<string>()

  constructor(misses: Misses = { count: 0 }) {
    this.#misses = misses
  }

  get misses(): number {
    return this.#misses.count
  }

  get(key: string): Answer | undefined {
    const answer = this.#answers.get(key)
    if (answer === undefined) {
      this.#missing.add(key)
      this.#misses.count += 1
    }
    return answer
  }

  set(key: string, answer: Answer): void {
    this.#answers.set(key, answer)
    this.#missing.delete(key)
  }

  has(key: string): boolean {
    return this.#answers.has(key)
  }

  keys(): Iterable<string> {
    return this.#answers.keys()
  }

  get size(): number {
    return this.#answers.size
  }

  /** Returns the missing keys since the last call. */
  takeMissing(): readonly string[] {
    const missing = [...this.#missing]
    this.#missing.clear()
    return missing
  }
}

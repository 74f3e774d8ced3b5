/** Answers by key, and the keys that were asked for in vain. */
export class Known<Key, Answer> {
  readonly #answers = new Map<string, Answer>()
  readonly #missing = new Map<string, Key>()
  readonly #name: (key: Key) => string

  constructor(name: (key: Key) => string) {
    this.#name = name
  }

  get(key: Key): Answer | undefined {
    const name = this.#name(key)
    const answer = this.#answers.get(name)
    if (answer === undefined) this.#missing.set(name, key)
    return answer
  }

  set(key: Key, answer: Answer): void {
    this.#answers.set(this.#name(key), answer)
    this.#missing.delete(this.#name(key))
  }

  has(key: Key): boolean {
    return this.#answers.has(this.#name(key))
  }

  /** The keys asked for in vain since they were last taken. */
  takeMissing(): readonly Key[] {
    const missing = [...this.#missing.values()]
    this.#missing.clear()
    return missing
  }
}

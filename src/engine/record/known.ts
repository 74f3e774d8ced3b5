/**
 * Answers by key, and a record of keys that were missing. Keys are grouped, because concatenating
 * group and key into one string per question would cost more than the question.
 */
export class Known<Key, Answer> {
  /** How many lookups found nothing loaded. */
  misses = 0
  readonly #answers = new Map<string, Map<string, Answer>>()
  readonly #missing = new Map<string, Map<string, Key>>()
  readonly #name: (key: Key) => string
  readonly #group: (key: Key) => string

  constructor(name: (key: Key) => string, group: (key: Key) => string = () => '') {
    this.#name = name
    this.#group = group
  }

  get(key: Key): Answer | undefined {
    const name = this.#name(key)
    const group = this.#group(key)
    const answer = this.#answers.get(group)?.get(name)
    if (answer === undefined) {
      groupIn(this.#missing, group).set(name, key)
      this.misses += 1
    }
    return answer
  }

  set(key: Key, answer: Answer): void {
    const name = this.#name(key)
    const group = this.#group(key)
    groupIn(this.#answers, group).set(name, answer)
    this.#missing.get(group)?.delete(name)
  }

  has(key: Key): boolean {
    return this.#answers.get(this.#group(key))?.has(this.#name(key)) ?? false
  }

  /** Returns the missing keys since the last call. */
  takeMissing(): readonly Key[] {
    const missing = [...this.#missing.values()].flatMap((keys) => [...keys.values()])
    this.#missing.clear()
    return missing
  }
}

function groupIn<T>(groups: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const known = groups.get(name)
  if (known) return known
  const group = new Map<string, T>()
  groups.set(name, group)
  return group
}

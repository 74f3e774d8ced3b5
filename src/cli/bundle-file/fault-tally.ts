import type { FieldFault } from '../../domain/errors.ts'

/** How many faults of one rule are shown; the rest are counted. */
const shownMax = 5

/**
 * Shows the first faults of a file for each rule, and counts the rest: a file of a million lines
 * may break one rule a million times.
 */
export class FaultTally {
  readonly #note: (line: string) => void
  readonly #file: string
  readonly #counts = new Map<string, number>()

  constructor(file: string, note: (line: string) => void) {
    this.#file = file
    this.#note = note
  }

  add(faults: readonly FieldFault[]): void {
    for (const { line, pointer, code, message } of faults) {
      const count = (this.#counts.get(code) ?? 0) + 1
      this.#counts.set(code, count)
      if (count <= shownMax)
        this.#note(`${this.#file}:${line ?? 0}: ${pointer} ${code}: ${message}`)
    }
  }

  /** Reports the number of faults for each rule that has more than were shown. */
  close(): void {
    const many = [...this.#counts].filter(([, count]) => count > shownMax)
    for (const [code, count] of many.toSorted(([, one], [, other]) => other - one))
      this.#note(`${this.#file}: ${code}: ${count.toLocaleString('en')} in all`)
  }
}

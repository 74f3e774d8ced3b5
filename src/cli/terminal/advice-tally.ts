import { suggestionsMax, type Advice } from '../../domain/suggestion.ts'

/** Prints what writes suggest, the first few in words, and at the end what they warn of. */
export class AdviceTally {
  readonly #note: (line: string) => void
  readonly #warnings = new Map<string, string>()
  #shown = 0
  #left = 0

  constructor(note: (line: string) => void) {
    this.#note = note
  }

  add({ suggestions, moreSuggestions, warnings }: Advice): void {
    const shown = suggestions.slice(0, suggestionsMax - this.#shown)
    this.#shown += shown.length
    this.#left += suggestions.length - shown.length + moreSuggestions
    for (const { message, relation, from, to } of shown)
      this.#note(`Suggestion: ${message} (${from} ${relation} ${to})`)
    // The last word on each report counts.
    for (const { report, message } of warnings) this.#warnings.set(report, message)
  }

  close(): void {
    if (this.#left > 0) this.#note(`There are ${this.#left} more suggestions.`)
    for (const message of this.#warnings.values()) this.#note(`Warning: ${message}`)
  }
}

import { suggestionsMax, type Suggestions } from '../../domain/suggestion.ts'

/** Prints what writes suggest: the first few in words, and how many more there are. */
export class SuggestionTally {
  readonly #note: (line: string) => void
  #shown = 0
  #left = 0

  constructor(note: (line: string) => void) {
    this.#note = note
  }

  add({ suggestions, moreSuggestions }: Suggestions): void {
    const shown = suggestions.slice(0, suggestionsMax - this.#shown)
    this.#shown += shown.length
    this.#left += suggestions.length - shown.length + moreSuggestions
    for (const { message, relation, from, to } of shown)
      this.#note(`Suggestion: ${message} (${from} ${relation} ${to})`)
  }

  close(): void {
    if (this.#left > 0) this.#note(`There are ${this.#left} more suggestions.`)
  }
}

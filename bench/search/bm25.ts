import { comparedTokens } from '../../src/domain/search/overlap.ts'
import type { Sentence } from './texts.ts'

const saturation = 1.2
const lengthPart = 0.75

/** Okapi BM25 over the tokens by which the service compares texts; any of them may match. */
export class Bm25 {
  readonly #lengths = new Map<string, number>()
  readonly #counts = new Map<string, Map<string, number>>()
  readonly #averageLength: number

  constructor(sentences: readonly Sentence[]) {
    let all = 0
    for (const { id, text } of sentences) {
      const tokens = [...comparedTokens(text)]
      this.#lengths.set(id, tokens.length)
      all += tokens.length
      for (const token of tokens) {
        const having = this.#counts.get(token) ?? new Map<string, number>()
        having.set(id, (having.get(id) ?? 0) + 1)
        this.#counts.set(token, having)
      }
    }
    this.#averageLength = all / Math.max(1, sentences.length)
  }

  /** The ids of the best sentences, best first. */
  find(text: string, limit: number): readonly string[] {
    const scores = new Map<string, number>()
    const total = this.#lengths.size
    for (const token of comparedTokens(text)) {
      const having = this.#counts.get(token)
      if (!having) continue
      const rarity = Math.log(1 + (total - having.size + 0.5) / (having.size + 0.5))
      for (const [id, count] of having) {
        const length = (this.#lengths.get(id) ?? 0) / this.#averageLength
        const part = count + saturation * (1 - lengthPart + lengthPart * length)
        const score = (rarity * count * (saturation + 1)) / part
        scores.set(id, (scores.get(id) ?? 0) + score)
      }
    }
    return [...scores]
      .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id)
  }
}

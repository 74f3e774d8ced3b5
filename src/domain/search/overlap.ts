import { placedTokens } from './placed-tokens.ts'

/** Tokens of two letters or more, and stems: no single letters, no sources. */
const compared = /^[^@]{2}/
const isStem = /^~/

/** A stem says less than the word itself. */
const stemPart = 0.5

/** How many things have a token, of how many. */
export interface Rarity {
  readonly total: number
  /** An estimate. */
  readonly countOf: (token: string) => number
}

/** The tokens by which texts are compared. */
export function comparedTokens(text: string): ReadonlySet<string> {
  const tokens = new Set<string>()
  for (const { token } of placedTokens(text)) if (compared.test(token)) tokens.add(token)
  return tokens
}

export function isCompared(token: string): boolean {
  return compared.test(token)
}

/** What sharing a token says: more if few things have it. */
export function weightOf(token: string, { total, countOf }: Rarity): number {
  const rarity = Math.log(1 + total / (1 + countOf(token)))
  return (rarity * (isStem.test(token) ? stemPart : 1)) ** 2
}

/** How much two texts have in common, from 0 to 1. */
export interface Overlap {
  /** The weight of what they share, beside that of both. */
  readonly score: number
  /** The same beside the lighter of both: 1 if one contains the other. */
  readonly contained: number
}

export function overlapOf(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  rarity: Rarity,
): Overlap {
  const sum = (tokens: Iterable<string>) =>
    Iterator.from(tokens).reduce((weight, token) => weight + weightOf(token, rarity), 0)
  const [own, others, shared] = [sum(one), sum(other), sum(one.intersection(other))]
  if (shared === 0) return { score: 0, contained: 0 }
  return { score: shared / Math.sqrt(own * others), contained: shared / Math.min(own, others) }
}

/** The words of a text, of whose tokens at least half are among some. */
export function wordsAmong(text: string, tokens: ReadonlySet<string>): string[] {
  const words = text.split(/\s+/u).map(bareWord)
  return [...new Set(words)].filter((word) => {
    const own = comparedTokens(word)
    return own.size > 0 && own.intersection(tokens).size * 2 >= own.size
  })
}

/** Without the marks around it. */
function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')
}

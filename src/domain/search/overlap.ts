import { withoutEnd } from '../without-end.ts'
import { placedTokens } from './placed-tokens.ts'

/** Tokens of two letters or more, and stems: no single letters, no sources. */
const compared = /^[^@]{2}/
const isStem = /^~/
const hasDigit = /\d/

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

/** What sharing a token says: more if few things have it. */
function weightOf(token: string, { total, countOf }: Rarity): number {
  const rarity = Math.log(1 + total / (1 + countOf(token)))
  return (rarity * (isStem.test(token) ? stemPart : 1)) ** 2
}

/** Tokens with what each of them says. */
export interface Weighed {
  readonly tokens: ReadonlyMap<string, number>
  readonly sum: number
  /** The same without numbers. */
  readonly wordsSum: number
}

export function weigh(tokens: Iterable<string>, rarity: Rarity): Weighed {
  const weighed = new Map<string, number>()
  let [sum, wordsSum] = [0, 0]
  for (const token of tokens) {
    const weight = weightOf(token, rarity)
    weighed.set(token, weight)
    sum += weight
    if (!hasDigit.test(token)) wordsSum += weight
  }
  return { tokens: weighed, sum, wordsSum }
}

/** How much two texts have in common, from 0 to 1. */
export interface Overlap {
  /** The weight of what they share, beside that of both. */
  readonly score: number
  /** What they share, more if it is more, and hardly less if the other text is long. */
  readonly told: number
  /** The same beside the lighter of both: 1 if one contains the other. */
  readonly contained: number
  /** The same beside the other: 1 if all of it is in the one. */
  readonly covered: number
  /** The same, whatever numbers either names. */
  readonly worded: number
  /** The tokens that both have. */
  readonly shared: ReadonlySet<string>
}

/**
 * How much the weight of each text counts against what they share: all of a sentence shared is more than
 * a part of a longer one, and a claim that says other things besides is hardly less like it.
 */
const [byOne, byOther] = [0.75, 0.15]

export function overlapOf(one: Weighed, other: Weighed): Overlap {
  const shared = new Set<string>()
  let [sum, wordsSum] = [0, 0]
  for (const [token, weight] of other.tokens) {
    if (!one.tokens.has(token)) continue
    shared.add(token)
    sum += weight
    if (!hasDigit.test(token)) wordsSum += weight
  }
  return {
    score: ratio(sum, Math.sqrt(one.sum * other.sum)),
    told: ratio(sum, one.sum ** byOne * other.sum ** byOther),
    contained: ratio(sum, Math.min(one.sum, other.sum)),
    covered: ratio(sum, other.sum),
    worded: ratio(wordsSum, other.wordsSum),
    shared,
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
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
  return withoutEnd(word.replace(/^[^\p{L}\p{N}]+/u, ''), /[^\p{L}\p{N}%]/u)
}

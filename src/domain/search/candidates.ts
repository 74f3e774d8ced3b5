import type { Rarity } from './overlap.ts'

/** Of a sentence, claims are found by so many of its rarest tokens at most. */
const rareMax = 64

/** Claims with two of its words are found by so many of the rarest words at most, */
const pairedMax = 8

/** which so many times more claims may have, together, than are to be found. */
const lookedThroughMax = 64

/** A word is found by so many of its rarest tokens: a compound may stand apart in a claim. */
const spellingsMax = 2

interface Counted {
  readonly query: string
  readonly count: number
}

/** Two tsqueries; an empty one finds nothing. */
export interface CandidateQueries {
  /** Finds every claim with one of these tokens: they are as many as the limit allows. */
  readonly alone: string
  /** Finds more than the limit may allow. */
  readonly together: string
}

/**
 * What finds the claims that may be like a sentence: those with any of its rarest tokens, as many as
 * the limit allows, and those that have two of its rarer words. A claim that a sentence repeats has
 * nearly all its words, whatever other words stand around it. If even the rarer words are too common,
 * candidates must have more and more of them, until they are few enough.
 *
 * @param tokens in the order of the sentence
 */
export function candidateQueries(
  tokens: readonly string[],
  rarity: Rarity,
  max: number,
): CandidateQueries {
  const counted = (token: string): Counted => {
    return { query: `'${token}'`, count: rarity.countOf(token) }
  }
  const rarest = tokens.map(counted).toSorted(byCount).slice(0, rareMax)
  const few = withinSum(rarest, max)
  const words = wordsOf(tokens)
    .map((word) => anyOf(word.map(counted).toSorted(byCount).slice(0, spellingsMax)))
    .toSorted(byCount)
  const paired = withinSum(words, max * lookedThroughMax).slice(0, pairedMax)
  const together =
    few.length === rarest.length
      ? ''
      : paired.length > 1
        ? pairsOf(paired, rarity.total, max)
        : allOf(words, rarity.total, max)
  return { alone: few.length === 0 ? '' : anyOf(few).query, together }
}

/** The tokens of each word: those of letters written without spaces overlap, and stems follow their word. */
function wordsOf(tokens: readonly string[]): readonly (readonly string[])[] {
  const words: string[][] = []
  let last: string | undefined
  for (const token of tokens) {
    const isSame =
      last !== undefined && (token.startsWith('~') || last.slice(-1) === token.slice(0, 1))
    if (isSame) words.at(-1)?.push(token)
    else words.push([token])
    last = token
  }
  return words
}

function byCount(a: Counted, b: Counted): number {
  return a.count - b.count
}

/** The first that are as many together as a limit allows. */
function withinSum(counted: readonly Counted[], max: number): readonly Counted[] {
  let sum = 0
  const end = counted.findIndex(({ count }) => {
    sum += count
    return sum > max
  })
  return end === -1 ? counted : counted.slice(0, end)
}

function anyOf(counted: readonly Counted[]): Counted {
  return {
    query: counted.map(({ query }) => query).join(' | '),
    count: counted.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Two of the words, of the rarest ones all pairs, as far as few claims have these by chance. */
function pairsOf(words: readonly Counted[], total: number, max: number): string {
  const pairs = words.slice(1).map(({ query, count }, index): Counted => {
    const rarer = anyOf(words.slice(0, index + 1))
    return {
      query: `((${query}) & (${rarer.query}))`,
      count: (count * rarer.count) / Math.max(1, total),
    }
  })
  const [first, ...others] = pairs
  return first ? anyOf([first, ...withinSum(others, max - first.count)]).query : ''
}

function allOf(words: readonly Counted[], total: number, max: number): string {
  const shared: string[] = []
  let left = total
  for (const { query, count } of words) {
    if (left <= max) break
    left *= count / Math.max(1, total)
    shared.push(`(${query})`)
  }
  return shared.join(' & ')
}

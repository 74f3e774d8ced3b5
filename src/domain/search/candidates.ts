import type { Rarity } from './overlap.ts'

/** Of a sentence, claims are found by so many of its rarest tokens at most. */
const rareMax = 64

/** To find claims with several tokens, so many times more are looked through than are found. */
const lookedThroughMax = 8

/** Neighbouring pairs of letters are mostly of one word. */
const wordLength = 3

interface Counted {
  readonly token: string
  readonly count: number
  readonly half: 0 | 1
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
 * the limit allows, and, if that leaves tokens out, those that have several of the next rarest, in both
 * halves of them, between which the words of the sentence take turns. If even the rarest is too common,
 * candidates must have more and more, until they are few enough.
 */
export function candidateQueries(
  tokens: readonly string[],
  rarity: Rarity,
  max: number,
): CandidateQueries {
  const rarest = tokens
    .map((token, index): Counted => {
      const half = Math.floor(index / wordLength) % 2 === 0 ? 0 : 1
      return { token, count: rarity.countOf(token), half }
    })
    .toSorted((a, b) => a.count - b.count)
    .slice(0, rareMax)
  const few = withinSum(rarest, max)
  const more = few.length < rarest.length ? withinSum(rarest, max * lookedThroughMax) : []
  const halves = [0, 1].map((half) => anyOf(more.filter((each) => each.half === half)))
  const both = halves.includes('') ? '' : `(${halves.join(') & (')})`
  const isNone = few.length === 0 && both === ''
  return { alone: anyOf(few), together: isNone ? allOf(rarest, rarity.total, max) : both }
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

function anyOf(counted: readonly Counted[]): string {
  return counted.map(({ token }) => `'${token}'`).join(' | ')
}

function allOf(counted: readonly Counted[], total: number, max: number): string {
  const shared: string[] = []
  let left = total
  for (const { token, count } of counted) {
    if (left <= max) break
    left *= count / Math.max(1, total)
    shared.push(`'${token}'`)
  }
  return shared.join(' & ')
}

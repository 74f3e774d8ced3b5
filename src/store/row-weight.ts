import type { CitationRow } from './citation-rows.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { LinkRow } from './link-rows.ts'

/** How much one answer says at most: about two megabytes of JSON. */
export const answerWeightMax = 2_000_000

/** What each weighs beside its words: ids, names, dates. */
const own = { claim: 1_500, link: 500, citation: 600 }

/** About how many characters a claim takes as JSON. */
export function weightOfClaim({ words, citations, withdrawalCitations }: ClaimRow): number {
  return own.claim + lengthOf(words) + weightOfCitations([...citations, ...withdrawalCitations])
}

export function weightOfLink({ words, citations }: LinkRow): number {
  return own.link + lengthOf(words) + weightOfCitations(citations)
}

function weightOfCitations(citations: readonly CitationRow[]): number {
  return citations.reduce((sum, { words }) => sum + own.citation + lengthOf(words), 0)
}

function lengthOf(words: Readonly<Record<string, string>>): number {
  return Object.values(words).reduce((sum, each) => sum + each.length, 0)
}

/** The first items that fit into one answer, and always one. */
export function firstThatFit<T>(items: readonly T[], weigh: (item: T) => number): readonly T[] {
  let weight = 0
  const end = items.findIndex((item) => {
    weight += weigh(item)
    return weight > answerWeightMax
  })
  return end === -1 ? items : items.slice(0, Math.max(1, end))
}

import { weightOf } from '../formats/weight.ts'
import { ratingsMax } from './ratings.ts'
import type { CitationRow } from './citation-rows.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { LinkRow } from './link-rows.ts'

/** What each weighs beside its words and what it names: ids, signs, dates, sentences. */
const own = { claim: 1_500, link: 500, citation: 500, rating: 1_000, id: 40 }

/** About how many bytes a claim takes as JSON. */
export function weightOfClaim(row: ClaimRow): number {
  const { words, citations, withdrawalCitations, speaker, about, cites, badges } = row
  return (
    own.claim +
    weightOfWords(words) +
    // The title repeats the words.
    Buffer.byteLength(words['/text'] ?? '') +
    weightOf([speaker, about]) +
    own.id * cites.length +
    own.rating * Math.min(ratingsMax, badges?.ratings.length ?? 0) +
    weightOf(badges?.setAside) +
    weightOfCitations([...citations, ...withdrawalCitations])
  )
}

export function weightOfLink({ words, citations, endCitations }: LinkRow): number {
  return own.link + weightOfWords(words) + weightOfCitations([...citations, ...endCitations])
}

function weightOfCitations(citations: readonly CitationRow[]): number {
  return citations.reduce(
    (sum, { words, report }) => sum + own.citation + weightOfWords(words) + weightOf(report),
    0,
  )
}

function weightOfWords(words: Readonly<Record<string, string>>): number {
  return Object.values(words).reduce((sum, each) => sum + Buffer.byteLength(each), 0)
}

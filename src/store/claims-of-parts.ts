import { allBadges } from '../domain/badges.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { CitationRow } from './citation-rows.ts'
import type { EndlessRow } from './claim-columns.ts'
import type { Db } from './database/db.ts'
import { loadRedactions, type RedactionRow } from './redactions.ts'
import { namedInParts, type NamedWith } from './claim-part-names.ts'
import { wordsOfParts, type PartWords } from './claim-part-words.ts'
import { SourcesOfParts } from './claim-part-sources.ts'
import type { ClaimParts, SentCitation } from './claim-parts.ts'

type Redactions = ReadonlyMap<string, RedactionRow>

/** Puts the parts of claims together. */
export async function claimsOfParts(
  db: Db,
  parts: ClaimParts,
  lang: DisplayLanguage,
): Promise<(EndlessRow & { readonly named: NamedWith })[]> {
  const words = wordsOfParts(parts)
  const redactions = await loadRedactions(db, wordlessIn(parts, words))
  const sources = new SourcesOfParts(parts.sources ?? [], words, redactions, lang)
  const named = namedInParts(parts, sources, words, lang)
  const subjects = Map.groupBy(parts.subjects ?? [], ({ claim }) => claim)
  const citations = Map.groupBy(parts.citations ?? [], ({ claim }) => claim)
  const { version, sinceSeq } = parts.rules
  const rules = version === null || sinceSeq === null ? null : { version, sinceSeq }
  return (parts.claims ?? []).map(({ speaker, contentSeq, ...claim }) => ({
    ...claim,
    badges: allBadges(claim.badges),
    recordedAt: new Date(claim.recordedAt),
    voidedAt: instant(claim.voidedAt),
    statusSince: instant(claim.statusSince),
    rules,
    words: words.of(contentSeq),
    redaction: redactions.get(claim.id) ?? null,
    speaker: sources.find(speaker),
    about: sources.subjects(subjects.get(claim.id) ?? []),
    citations: (citations.get(claim.id) ?? [])
      .toSorted(byPlace)
      .flatMap((citation) => citationRow(citation, sources, words, redactions)),
    named,
  }))
}

function instant(sent: string | null): Date | null {
  return sent === null ? null : new Date(sent)
}

function byPlace(a: SentCitation, b: SentCitation): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}

/** What has no words, because these were removed. */
function wordlessIn({ claims, citations, sources }: ClaimParts, words: PartWords): string[] {
  const objects = [
    ...(claims ?? []).map(({ id, contentSeq }) => ({ id, seq: contentSeq })),
    ...(citations ?? []).flatMap(({ id, seq, report, reportSeq }) => [
      { id, seq },
      { id: report, seq: reportSeq },
    ]),
    ...(sources ?? []).map(({ whole, seq }) => ({ id: whole, seq })),
  ]
  return objects.flatMap(({ id, seq }) => (words.has(seq) ? [] : [id]))
}

/** Whose source names nobody was never entered. */
function citationRow(
  { claim: _, position: _position, ...citation }: SentCitation,
  sources: SourcesOfParts,
  words: PartWords,
  redactions: Redactions,
): CitationRow[] {
  const { report, publishedAt, source: sourceId, reportSeq, ...own } = citation
  const source = sources.find(sourceId)
  const { '/title': title = null, '/url': url = null } = words.of(reportSeq)
  const seq = Math.max(reportSeq, redactions.get(report)?.seq ?? 0)
  return source === null
    ? []
    : [
        {
          ...own,
          words: words.of(citation.seq),
          redaction: redactions.get(citation.id) ?? null,
          report: { id: report, title, url, publishedAt, source, seq },
        },
      ]
}

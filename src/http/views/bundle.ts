import type { CitationRow } from '../../store/citation-rows.ts'
import type { ClaimRow } from '../../store/claim-rows.ts'
import type { EndingRow, RecordPages } from '../../store/export-rows.ts'
import type { LinkRow } from '../../store/link-rows.ts'
import type { SourceRow } from '../../store/source-rows.ts'
import type { StoryRow } from '../../store/story-rows.ts'
import { viewCitation } from './citation.ts'
import { viewFigure } from './claim.ts'
import { viewLink, viewReport, viewSource } from './objects.ts'
import { viewStoryFields } from './story.ts'

/** The whole record as a bundle, line by line, in dependency order and with ids. */
export async function* bundleOf(pages: RecordPages): AsyncGenerator<object> {
  for await (const rows of pages.sources) yield* rows.map(sourceLine)
  for await (const rows of pages.reports) yield* rows.map(reportLine)
  for await (const rows of pages.claims) yield* rows.map(claimLine)
  for await (const rows of pages.links) yield* rows.map(linkLine)
  for await (const rows of pages.stories) yield* rows.map(storyLine)
  for await (const rows of pages.endings) yield* rows.map(endingLine)
}

function sourceLine(row: SourceRow): object {
  const { version, recordedAt, voidedAt, affiliations, ...source } = viewSource(row)
  return {
    type: 'source',
    ...source,
    affiliations: affiliations.map((each) => ({ ...each, source: each.source.id })),
  }
}

function reportLine(row: Omit<Parameters<typeof viewReport>[0], 'claims' | 'answered' | 'claimsSeq'>) {
  const counts = { claims: 0, answered: 0, claimsSeq: 0 }
  const { version, recordedAt, voidedAt, counts: _, source, ...report } = viewReport({ ...row, ...counts })
  return { type: 'report', ...report, source: source.id }
}

function claimLine(row: ClaimRow): object {
  return {
    type: 'claim',
    id: row.id,
    kind: row.kind,
    speaker: row.speaker.id,
    about: row.about.map(({ id }) => id),
    text: row.words['/text'],
    lang: row.lang,
    texts: row.translations.map(({ lang, by }, index) => ({
      lang,
      text: row.words[`/texts/${index}/text`],
      by,
    })),
    assertedAt: row.assertedAt,
    figure: viewFigure(row),
    rating: row.words['/rating'] ?? null,
    citations: row.citations.map(citationLine),
  }
}

function linkLine(row: LinkRow): object {
  const { id, relation, from, to, aspect, arguendo, note } = viewLink(row)
  const citations = row.citations.map(citationLine)
  return { type: 'link', id, relation, from, to, aspect, arguendo, note, citations }
}

function citationLine(row: CitationRow): object {
  const { version, recordedAt, voidedAt, report, ...citation } = viewCitation(row)
  return { ...citation, report: report.id }
}

function storyLine(row: StoryRow): object {
  const { version, recordedAt, voidedAt, ...story } = viewStoryFields(row)
  return { type: 'story', ...story, claims: row.claims }
}

function endingLine({ kind, object, at, reason }: EndingRow): object {
  switch (kind) {
    case 'claim.withdrawn':
      return { type: 'withdrawal', claim: object, at, reason }
    case 'link.ended':
      return { type: 'end', link: object, at, reason }
    case 'claim.voided':
      return { type: 'void', claim: object, reason }
    case 'link.voided':
      return { type: 'void', link: object, reason }
  }
  return kind satisfies never
}

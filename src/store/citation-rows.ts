import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Attribution } from '../domain/kinds.ts'
import { enteredIn, isEnteredAs, type Reading } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { redactionOf, wordsSeq, type RedactionRow } from './redactions.ts'
import { allWords, sourceRef, type SourceRef } from './source-ref.ts'

/** A citation with its report. */
export interface CitationRow {
  readonly id: string
  readonly version: number
  readonly recordedAt: string
  readonly voidedAt: string | null
  readonly attribution: Attribution
  readonly seq: number
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly report: ReportRef
}

/** A report as named by what is cited from it; words that were removed are null. */
export interface ReportRef {
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  readonly source: SourceRef
  readonly seq: number
}

/** Any citation, including voided ones. */
export async function findCitationRow(
  db: Db,
  id: string,
  lang: DisplayLanguage,
): Promise<CitationRow | undefined> {
  const { rows } = await sql<{ citation: CitationRow }>`
    select ${citationJson(lang)} as citation
    from citation join report on report.id = citation.report_id
    where citation.id = ${id}::uuid
  `.execute(db)
  return rows[0]?.citation
}

/**
 * The citations of a claim or a link as a JSON array, without voided ones, those from voided
 * reports, and the source of its withdrawal or end.
 */
export function citationsOf(
  column: 'claim_id' | 'link_id',
  owner: string,
  lang: DisplayLanguage,
  reading: Reading = 'led',
): RawBuilder<CitationRow[]> {
  const own = sql.ref(owner)
  const isLed = reading === 'led'
  const report = isLed ? sql.ref('citation.report_id') : enteredIn('citation', 'report_id')
  return sql`coalesce((
    select json_agg(${citationJson(lang)} order by citation.position, citation.id)
    from citation join report on report.id = ${report}
    where ${isLed ? sql`${sql.ref(`citation.${column}`)} = ${own}` : isEnteredAs('citation', column, own)}
      and citation.ending_seq is null
      and citation.voided_at is null and report.voided_at is null
  ), '[]')`
}

/** A row of `citation` joined with its `report`. */
export function citationJson(lang: DisplayLanguage): RawBuilder<CitationRow> {
  return sql`json_build_object(
    'id', citation.id,
    'version', citation.version,
    'recordedAt', citation.recorded_at,
    'voidedAt', citation.voided_at,
    'attribution', citation.attribution,
    'seq', citation.content_seq,
    'words', ${allWords('citation.content_seq')},
    'redaction', ${redactionOf('citation.content_seq', 'citation.id', { alwaysHasWords: true })},
    'report', ${reportRef(lang)}
  )`
}

/** A row of `report` as JSON. */
export function reportRef(lang: DisplayLanguage): RawBuilder<ReportRef> {
  return sql`(
    select json_build_object(
      'id', report.id,
      'title', max(body) filter (where field = '/title'),
      'url', max(body) filter (where field = '/url'),
      'publishedAt', report.published_at,
      'source', ${sourceRef('report.source_id', lang)},
      'seq', ${wordsSeq('report.content_seq', 'report.id', sql`count(*) = 0`)}
    )
    from words where words.seq = report.content_seq
  )`
}

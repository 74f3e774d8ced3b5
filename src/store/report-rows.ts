import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ReportKind } from '../domain/kinds.ts'
import { enteredIn, type Reading } from './as-entered.ts'
import { isAnswered } from './answered.ts'
import type { Db } from './database/db.ts'
import { redactionOf, type RedactionRow } from './redactions.ts'
import { allWords, sourceRef, type SourceRef } from './source-ref.ts'
import type { NewestPosition } from './source-rows.ts'

/** A report as it is read. */
export interface ReportRow {
  readonly id: string
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly mergedInto: string | null
  /** The last merge that changed what is shown of it; 0 if none. */
  readonly shownSeq: number
  readonly kind: ReportKind
  readonly lang: string
  readonly accessedAt: string | null
  readonly publishedAt: string | null
  /** In characters, if known; then also how many of them the public quotes cover. */
  readonly length: number | null
  readonly quoted: number | null
  readonly source: SourceRef
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly seq: number
  /** The number of claims cited from it, and of those that were answered. */
  readonly claims: number
  readonly answered: number
  /** The last event that changed what is shown of any of these claims. */
  readonly claimsSeq: number
}

export async function findReportRow(
  db: Db,
  id: string,
  lang: DisplayLanguage,
): Promise<ReportRow | undefined> {
  const [row] = await loadReportRows(db, [id], lang)
  return row
}

/** Some reports, in no particular order. */
export async function loadReportRows(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${reportColumns(lang)}, counted.* ${counted} where report.id = any(${ids}::uuid[])
  `.execute(db)
  return rows
}

/** Reports that are not voided, newest on record first. */
export async function listReports(
  db: Db,
  {
    source,
    after,
    limit,
  }: {
    source?: readonly string[] | undefined
    after: NewestPosition | undefined
    limit: number
  },
  lang: DisplayLanguage,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${reportColumns(lang)}, counted.* ${counted}
    where report.voided_at is null and report.merged_into is null
      ${source ? sql`and report.source_id = any(${source}::uuid[])` : sql``}
      ${after ? sql`and (report.recorded_at, report.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by report.recorded_at desc, report.id desc
    limit ${limit}
  `.execute(db)
  return rows
}

const counted = sql`
  from report cross join lateral (
    select count(*) as claims,
      count(*) filter (where ${isAnswered}) as answered,
      coalesce(max(claim.shown_seq), 0) as "claimsSeq"
    from claim
    where claim.voided_at is null and claim.merged_into is null and exists (
      select from citation
      where citation.report_id = report.id and citation.claim_id = claim.id
        and citation.voided_at is null
    )
  ) as counted
`

/** The columns of `report` that make up a `ReportRow`, except the counts. */
export function reportColumns(lang: DisplayLanguage, reading: Reading = 'led') {
  const source = reading === 'led' ? 'report.source_id' : enteredIn('report', 'source_id')
  return sql`
    report.id, report.version, report.recorded_at as "recordedAt", report.voided_at as "voidedAt",
    report.merged_into as "mergedInto", coalesce(report.shown_seq, 0) as "shownSeq",
    report.kind, report.lang, report.accessed_at as "accessedAt",
    report.published_at as "publishedAt", report.length, report.quoted,
    report.content_seq as seq,
    ${sourceRef(source, lang)} as source,
    ${allWords('report.content_seq')} as words, ${redactionOf('report.content_seq', 'report.id')} as redaction
  `
}

import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Attribution } from '../domain/kinds.ts'
import type { Db } from './database/db.ts'
import { pageHash } from './search-index.ts'

/** A claim that is cited from a page. */
export interface CitedFrom {
  /** The place of the page among those that were asked. */
  readonly nth: number
  readonly report: string
  /** null for a report from which no claim is cited. */
  readonly claim: ClaimId | null
  /** Whether its speaker took it back or replaced it. */
  readonly isClosed: boolean | null
}

/**
 * The reports at some pages, each with the claims cited from it, as many as a limit: those that were
 * taken back or replaced first, then the newest.
 * The database is told only hashes.
 */
export async function loadCitedFrom(
  db: Db,
  pages: readonly string[],
  claimsMax: number,
): Promise<readonly CitedFrom[]> {
  if (pages.length === 0) return []
  const hashes = pages.map((page) => pageHash(page).toString('hex'))
  const { rows } = await sql<CitedFrom>`
    with found as materialized (
      select distinct asked.nth, coalesce(report.merged_into, report.id) as report
      from unnest(${hashes}::text[]) with ordinality as asked (hash, nth)
      join report_page on report_page.page = decode(asked.hash, 'hex')
      join report on report.id = report_page.report_id and report.content_seq = report_page.seq
      where report.voided_at is null
    )
    select (found.nth - 1)::integer as nth, found.report, cited.id as claim,
      cited.is_closed as "isClosed"
    from found left join lateral (
      select distinct claim.id, claim.asserted_start,
        claim.status in ('withdrawn', 'corrected') as is_closed
      from citation join claim on claim.id = citation.claim_id
      where citation.report_id = found.report and citation.voided_at is null
        and citation.ending_seq is null and claim.voided_at is null and claim.merged_into is null
      order by is_closed desc, claim.asserted_start desc nulls last, claim.id desc
      limit ${claimsMax}
    ) as cited on true
    order by found.nth
  `.execute(db)
  return rows
}

/** How a report has a claim. */
export interface ReportedAs {
  readonly claim: ClaimId
  readonly report: string
  readonly attribution: Attribution
  /** null if no source names the speaker. */
  readonly speaker: string | null
}

/** How some reports have some claims. */
export async function loadReportedAs(
  db: Db,
  claims: readonly ClaimId[],
  reports: readonly string[],
): Promise<readonly ReportedAs[]> {
  if (claims.length === 0 || reports.length === 0) return []
  const { rows } = await sql<ReportedAs>`
    select claim.id as claim, citation.report_id as report, citation.attribution,
      claim.speaker_id as speaker
    from citation join claim on claim.id = citation.claim_id
    where citation.claim_id = any(${claims}::uuid[]) and citation.report_id = any(${reports}::uuid[])
      and citation.voided_at is null and citation.ending_seq is null
  `.execute(db)
  return rows
}

/** So many quotes of one report are compared at most. */
const quotesMax = 500

/** A passage that the record quotes from a report, with the words around it. */
export interface ReportQuote {
  readonly report: string
  readonly words: string
}

/**
 * What the record quotes from some reports. Of a report with more quotes than are compared, none.
 */
export async function loadReportQuotes(
  db: Db,
  reports: readonly string[],
): Promise<readonly ReportQuote[]> {
  if (reports.length === 0) return []
  const { rows } = await sql<ReportQuote & { count: number }>`
    select quoted.report, quoted.words, quoted.count::integer
    from unnest(${reports}::uuid[]) as asked (id) cross join lateral (
      select listed.report_id as report, count(*) over () as count,
        concat(before.body, quote.body, behind.body) as words
      from (
        select report_id, content_seq from citation
        where report_id = asked.id and voided_at is null
        limit ${quotesMax + 1}
      ) as listed
      join words as quote on quote.seq = listed.content_seq and quote.field = '/quote'
      left join words as before on before.seq = listed.content_seq and before.field = '/prefix'
      left join words as behind on behind.seq = listed.content_seq and behind.field = '/suffix'
    ) as quoted
  `.execute(db)
  return rows.filter(({ count }) => count <= quotesMax)
}

import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { reportRef, type ReportRef } from './citation-rows.ts'
import type { Db } from './database/db.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** Of a report with more claims, so many are looked at. */
const claimsMax = 200

/** A report that has claims of another one by relay, and how many. */
export interface RelayingReportRow {
  readonly report: ReportRef
  readonly claims: number
}

/** The reports that have by relay what is cited from a report, those with the most claims first. */
export async function listRelayingReports(
  db: Db,
  report: string,
  { limit }: { readonly limit: number },
  lang: DisplayLanguage,
): Promise<readonly RelayingReportRow[]> {
  const { rows } = await sql<RelayingReportRow>`
    select ${reportRef(lang)} as report, relaying.claims
    from (
      select citation.report_id, count(distinct citation.claim_id)::integer as claims
      from (${claimsOf(report)}) as own
      join citation on citation.claim_id = own.claim_id and citation.report_id <> ${report}::uuid
      where citation.attribution = 'relay' and citation.voided_at is null
        and citation.ending_seq is null
      group by citation.report_id
      order by claims desc, citation.report_id
      limit ${limit}
    ) as relaying join report on report.id = relaying.report_id
    where report.voided_at is null
    order by relaying.claims desc, report.id
  `.execute(db)
  return rows
}

/** Whose claims a report has by relay, and how many of each; null is a speaker whom nobody names. */
export interface RelayedSpeakerRow {
  readonly speaker: SourceRef | null
  readonly claims: number
}

export async function listRelayedSpeakers(
  db: Db,
  report: string,
  { limit }: { readonly limit: number },
  lang: DisplayLanguage,
): Promise<readonly RelayedSpeakerRow[]> {
  const { rows } = await sql<RelayedSpeakerRow>`
    select ${sourceRef('relayed.speaker_id', lang)} as speaker, relayed.claims
    from (
      select claim.speaker_id, count(*)::integer as claims
      from (${claimsOf(report, sql`and attribution = 'relay'`)}) as own
      join claim on claim.id = own.claim_id
      where claim.voided_at is null
      group by claim.speaker_id
      order by claims desc, claim.speaker_id
      limit ${limit}
    ) as relayed
  `.execute(db)
  return rows
}

function claimsOf(report: string, further = sql``) {
  return sql`
    select distinct claim_id from (
      select claim_id from citation
      where report_id = ${report}::uuid and claim_id is not null and voided_at is null
        and ending_seq is null ${further}
      limit ${sql.lit(claimsMax)}
    ) as cited
  `
}

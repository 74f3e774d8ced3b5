import { sql } from 'kysely'
import { besideFreeMax, ownStatementKinds, type QuotedOf } from '../domain/quoted-share.ts'
import type { Db } from './database/db.ts'

/** What may have changed how much of a report is quoted, by id. */
export interface MovedQuotes {
  readonly reports: readonly string[]
  /** Merges of reports that were voided. */
  readonly merges: readonly string[]
  /** Citations that were voided or redacted, and claims and links, of which all are asked about. */
  readonly cited: readonly string[]
}

/** A report of known length. */
export interface MeasuredReport {
  readonly id: string
  readonly length: number
  /** How much of it was quoted so far. */
  readonly quoted: number | null
  /** Voided or merged. */
  readonly isGone: boolean
}

/** The reports of known length that quotes have come to or gone from, or that were changed. */
export async function listMeasured(
  tx: Db,
  { reports, merges, cited }: MovedQuotes,
): Promise<MeasuredReport[]> {
  const { rows } = await sql<MeasuredReport>`
    select id, coalesce(length, 0) as length, quoted,
      voided_at is not null or merged_into is not null as "isGone"
    from report
    where length is not null and id = any(array(
      select unnest(${reports}::uuid[])
      union select merged_into from report as entered where entered.id = any(${reports}::uuid[])
      union select coalesce(survivor.merged_into, survivor.id)
        from merge join report as survivor on survivor.id = merge.into_id
        where merge.id = any(${merges}::uuid[])
      union select report_id from citation where citation.id = any(${cited}::uuid[])
      union select report_id from citation where claim_id = any(${cited}::uuid[])
      union select report_id from citation where link_id = any(${cited}::uuid[])
    ))
    order by id
  `.execute(tx)
  return rows
}

/** Every report of known length. */
export async function listAllMeasured(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from report where length is not null order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Among some reports, those that note what permits quoting more of them. */
export async function findLicensed(tx: Db, reports: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select report.id from report
    join words on words.seq = report.content_seq and words.field = '/license'
    where report.id = any(${reports}::uuid[])
  `.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** A quote that readers are shown. */
export interface PublicQuote {
  readonly report: string
  readonly quote: string
  /** What is shown before and after it, if that is more than a few words. */
  readonly beside: readonly string[]
  /** Its speaker, or one who speaks for it, published the report in its own cause. */
  readonly isOwn: boolean
  /** The event that first entered it. */
  readonly seq: number
}

/**
 * The quotes of some reports, each once, in the order in which they were entered: none that were
 * voided or redacted, nor those of a claim or a link that was voided.
 */
export async function listPublicQuotes(tx: Db, reports: readonly string[]): Promise<PublicQuote[]> {
  const { rows } = await sql<PublicQuote>`
    select report.id as report, words.body as quote,
      array(
        select body::text from words as side
        where side.seq = citation.content_seq and side.field in ('/prefix', '/suffix')
          and length(body) > ${besideFreeMax}::integer
        order by field
      ) as beside,
      ${isOwn} as "isOwn", min(citation.content_seq) as seq
    from citation
    join report on report.id = citation.report_id
    join words on words.seq = citation.content_seq and words.field = '/quote'
    where citation.report_id = any(${reports}::uuid[]) and citation.voided_at is null
      and not exists (
        select from claim where claim.id = citation.claim_id and claim.voided_at is not null
      )
      and not exists (select from link where link.id = citation.link_id and link.is_void)
    group by 1, 2, 3, 4
    order by seq
  `.execute(tx)
  return rows
}

/** In the statement of somebody for whom it speaks, a source is quoted in its own cause. */
const isOwn = sql<boolean>`(
  report.kind = any(${ownStatementKinds}::text[])
  and exists (
    select from claim
    where claim.id = coalesce(
      citation.claim_id, (select from_claim from link where link.id = citation.link_id)
    ) and (
      (claim.speaker_id = report.source_id and citation.attribution = 'firsthand')
      or exists (
        select from current_affiliation as voice
        where voice.relation = 'speaks_for' and (
          (voice.source_id, voice.to_id) = (claim.speaker_id, report.source_id)
          or (
            (voice.source_id, voice.to_id) = (report.source_id, claim.speaker_id)
            and citation.attribution = 'firsthand'
          )
        )
      )
    )
  )
)`

/** @param seq the last event of the write */
export async function updateQuoted(
  tx: Db,
  seq: number,
  measured: readonly (Pick<QuotedOf, 'report'> & { readonly quoted: number | null })[],
): Promise<void> {
  const ids = measured.map(({ report }) => report)
  const quoted = measured.map((each) => each.quoted)
  await sql`
    update report set quoted = fresh.quoted, shown_seq = ${seq}::bigint
    from unnest(${ids}::uuid[], ${quoted}::integer[]) as fresh (id, quoted)
    where report.id = fresh.id and report.quoted is distinct from fresh.quoted
  `.execute(tx)
}

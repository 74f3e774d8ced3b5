import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import type { Attribution } from '../domain/kinds.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { reportRef, type ReportRef } from './citation-rows.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { plannedOnce } from './database/prepared.ts'
import { subjects } from './merged-lists.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** How much is read for one claim; what there is beyond that is not counted. */
export const originsMax = { claims: 100, reports: 300, bases: 100, figures: 50 } as const

/** How many claims that rely on one are looked through for figures. */
const dependentsMax = 300

/** What the record has about where something was said: ids and dates, without names. */
export interface OriginsRow {
  /** The claim, its restatements and their other wordings; one more than the limit if there are more. */
  readonly claims: readonly SaidRow[]
  readonly reports: readonly CitedRow[]
  readonly bases: readonly { readonly claim: ClaimId; readonly basis: ClaimId; link: LinkId }[]
  /** Figures that any of these claims state, or that rest on one of them or on one of their bases. */
  readonly figures: readonly FigureRow[]
}

interface SaidRow {
  readonly id: ClaimId
  readonly speaker: SourceId | null
  readonly assertedAt: WorldDate | null
  readonly isTakenBack: boolean
}

interface CitedRow {
  readonly claim: ClaimId
  readonly citation: string
  readonly attribution: Attribution
  readonly report: string
  readonly publisher: SourceId
  readonly publishedAt: WorldDate | null
}

interface FigureRow {
  readonly id: ClaimId
  readonly speaker: SourceId | null
  readonly about: readonly SourceId[]
  readonly assertedAt: WorldDate | null
}

/** Reads where something was said: of the claim, of its restatements, and of their other wordings. */
export async function loadOrigins(db: Db, claim: ClaimId): Promise<OriginsRow> {
  // Each lookup by itself, and with a limit: a claim may have any number of links.
  const { rows } = await sql<OriginsRow>`${plannedOnce}
    with recursive member (id) as (
      select ${claim}::uuid
      union
      select other.id from member cross join lateral (
        ${sql.join(
          [
            joined('from_claim', 'to_claim', sql`relation = 'restates'`),
            joined('to_claim', 'from_claim', sql`relation = 'restates'`),
            joined('from_claim', 'to_claim', isRewording),
            joined('to_claim', 'from_claim', isRewording),
          ],
          sql` union all `,
        )}
      ) as other
    ),
    said as materialized (
      select found.* from (select id from member limit ${sql.lit(originsMax.claims + 1)}) as walked
      cross join lateral (
        select id, speaker_id as speaker, asserted_at as "assertedAt",
          status in ('withdrawn', 'corrected') as "isTakenBack"
        from claim where claim.id = walked.id and voided_at is null offset 0
      ) as found
    ),
    cited as materialized (
      select said.id as claim, found.* from said cross join lateral (
        select citation.id as citation, citation.attribution, report.id as report,
          report.source_id as publisher, report.published_at as "publishedAt"
        from citation join report on report.id = citation.report_id
        where citation.claim_id = said.id and citation.ending_seq is null
          and citation.voided_at is null and report.voided_at is null
        order by citation.position
        limit ${sql.lit(originsMax.reports + 1)}
      ) as found
      limit ${sql.lit(originsMax.reports + 1)}
    ),
    resting_on as materialized (
      select said.id as claim, found.* from said cross join lateral (
        select to_claim as basis, id as link from link
        where from_claim = said.id and relation = 'relies_on' and ${isLive}
        limit ${sql.lit(originsMax.bases)}
      ) as found
      limit ${sql.lit(originsMax.bases)}
    ),
    resting as materialized (
      select found.id
      from (select id from said union select basis from resting_on) as root
      cross join lateral (
        select from_claim as id from link
        where to_claim = root.id and relation = 'relies_on' and ${isLive}
        limit ${sql.lit(dependentsMax)}
      ) as found
      limit ${sql.lit(dependentsMax)}
    ),
    figure as materialized (
      select found.* from (
        select id from said union select basis from resting_on union select id from resting
      ) as wanted
      cross join lateral (
        select claim.id, claim.speaker_id as speaker, claim.asserted_at as "assertedAt",
          claim.asserted_start, array(select source_id from ${subjects} order by position) as about
        from claim
        where claim.id = wanted.id and claim.kind = 'figure' and claim.voided_at is null
          and claim.status not in ('withdrawn', 'corrected')
        offset 0
      ) as found
      order by found.asserted_start nulls last, found.id
      limit ${sql.lit(originsMax.figures)}
    )
    select
      coalesce((select json_agg(said) from said), '[]') as claims,
      coalesce((select json_agg(cited) from cited), '[]') as reports,
      coalesce((select json_agg(resting_on) from resting_on), '[]') as bases,
      coalesce(
        (select json_agg(figure order by asserted_start nulls last, id) from figure), '[]'
      ) as figures
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('A select without a source gave no row.')
  return row
}

const isLive = sql<boolean>`ended_at is null and not is_void`
const isRewording = sql<boolean>`relation = 'supersedes' and change = 'wording'`

function joined(
  here: 'from_claim' | 'to_claim',
  there: 'from_claim' | 'to_claim',
  isMeant: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`(
    select ${sql.ref(there)} as id from link
    where ${sql.ref(here)} = member.id and ${isMeant} and ${isLive}
    limit ${sql.lit(originsMax.claims + 1)}
  )`
}

/** The names of sources, and of reports with their publishers, for those that are shown. */
export interface OriginNames {
  readonly sources: readonly SourceRef[]
  readonly reports: readonly ReportRef[]
}

export async function nameOrigins(
  db: Db,
  {
    sources,
    reports,
  }: { readonly sources: readonly SourceId[]; readonly reports: readonly string[] },
  lang: DisplayLanguage,
): Promise<OriginNames> {
  const { rows } = await sql<OriginNames>`${plannedOnce}
    select
      coalesce((
        select json_agg(${sourceRef('wanted.id', lang)}) from unnest(${hiddenIds(sources)}) as wanted (id)
      ), '[]') as sources,
      coalesce((
        select json_agg(${reportRef(lang)}) from report where report.id = any(${hiddenIds(reports)})
      ), '[]') as reports
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('A select without a source gave no row.')
  return row
}

import { sql, type Selectable } from 'kysely'
import type { PointShape } from '../domain/points.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { worldTimeOf } from '../domain/world-time.ts'
import type { Affiliation } from '../engine/record/affiliations.ts'
import type { RecordClaim, RecordLink } from '../engine/record/record.ts'
import { subjects } from './merged-lists.ts'
import type { Link } from './database/tables.ts'

/** What the rules read of claims, links and affiliations, as columns and as engine types. */

export const recordClaimColumns = sql`
  id, kind, speaker_id as speaker, asserted_at as "assertedAt",
  array(select source_id from ${subjects} order by position) as about,
  withdrawn_at is not null as withdrawn,
  voided_at is not null or merged_into is not null as voided, points
`

export type RecordClaimRow = Omit<RecordClaim, 'assertedAt' | 'points'> & {
  readonly assertedAt: WorldDate | null
  readonly points: readonly PointShape[]
}

export function recordClaimOf({ assertedAt, points, ...claim }: RecordClaimRow): RecordClaim {
  return { ...claim, assertedAt: worldTimeOf(assertedAt), points: recordPointsOf(points) }
}

export function recordPointsOf(points: readonly PointShape[]): RecordClaim['points'] {
  return points.map(({ id, endedAt }) => ({ id, ended: endedAt !== null }))
}

export const recordLinkColumns = sql.raw(
  'link.id, link.relation, link.from_claim, link.to_claim, link.to_link, link.change, link.ended_at, link.is_void, link.response, link.meets, link.aspect',
)

export type RecordLinkRow = Pick<
  Selectable<Link>,
  | 'id'
  | 'relation'
  | 'from_claim'
  | 'to_claim'
  | 'to_link'
  | 'change'
  | 'ended_at'
  | 'is_void'
  | 'response'
  | 'meets'
  | 'aspect'
>

export function recordLinkOf(row: RecordLinkRow): RecordLink {
  return {
    id: row.id,
    relation: row.relation,
    from: row.from_claim,
    to: row.to_link === null ? { claim: row.to_claim ?? '' } : { link: row.to_link },
    change: row.change,
    response: row.response,
    meets: row.meets,
    aspect: row.aspect,
    ended: row.ended_at !== null,
    voided: row.is_void,
  }
}

/** Besides its two sources. */
export const affiliationColumns = sql.raw('relation, from_date as from, until_date as until')

export type AffiliationRow = Pick<Affiliation, 'source' | 'relation' | 'to'> & {
  from: WorldDate | null
  until: WorldDate | null
}

export function affiliationOf({ from, until, ...affiliation }: AffiliationRow): Affiliation {
  return { ...affiliation, from: worldTimeOf(from), until: worldTimeOf(until) }
}

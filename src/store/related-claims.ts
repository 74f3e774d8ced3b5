import { sql, type RawBuilder } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'

/** Of a claim with more links of one kind than this, which are the oldest does not matter. */
const lookedAtMax = 500

/** What a related claim is to a claim, other than its counterpoint. */
export const relatedAs = [
  'conceding',
  'answered',
  'basis',
  'resting',
  'restated',
  'supporting',
  'supported',
] as const
export type RelatedAs = (typeof relatedAs)[number]

export interface RelatedRow {
  readonly as: RelatedAs
  readonly claim: ClaimId
  readonly link: LinkId
}

/**
 * The claims that a claim is linked with, of each kind the first few by the age of their links.
 *
 * `answered` are those that it answers, by a link onto them or onto one of their links.
 */
export async function listRelated(
  db: Db,
  id: ClaimId,
  { limit }: { readonly limit: number },
): Promise<RelatedRow[]> {
  const some = (as: RelatedAs, relations: readonly string[], direction: 'from' | 'onto') => {
    const [own, other] = direction === 'from' ? ends : ends.toReversed()
    return sql`(
      select ${as}::text as "as", near.claim, near.link
      from (
        select ${sql.ref(`link.${other}`)} as claim, link.id as link
        from link join claim as other on other.id = ${sql.ref(`link.${other}`)}
        where ${sql.ref(`link.${own}`)} = ${id}::uuid and link.relation = any(${relations}::text[])
          and ${isLive} and other.voided_at is null
        limit ${sql.lit(lookedAtMax)}
      ) as near
      order by near.link limit ${limit}::integer
    )`
  }
  const { rows } = await sql<RelatedRow>`${plannedOnce}
    ${some('conceding', ['concedes'], 'onto')}
    union all ${some('answered', answering, 'from')}
    union all (
      -- Looked up one by one: in the past, the planner would read all links instead.
      select 'answered'::text, target.from_claim, own.id
      from (
        select id, to_link from link
        where from_claim = ${id}::uuid and to_link is not null and ${isLive}
      ) as own
      cross join lateral (
        select from_claim from link where id = own.to_link and not is_void offset 0
      ) as target
      cross join lateral (
        select from claim where id = target.from_claim and voided_at is null offset 0
      ) as other
      limit ${limit}::integer
    )
    union all ${some('basis', ['relies_on'], 'from')}
    union all ${some('resting', ['relies_on'], 'onto')}
    union all ${some('restated', ['restates'], 'from')}
    union all ${some('restated', ['restates'], 'onto')}
    union all ${some('supporting', ['supports'], 'onto')}
    union all ${some('supported', ['supports'], 'from')}
  `.execute(db)
  return rows
}

const ends = ['from_claim', 'to_claim'] as const
const answering = ['rebuts', 'undercuts', 'qualifies', 'concedes']
const isLive: RawBuilder<boolean> = sql`not link.is_void and link.ended_at is null`

import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/**
 * Whether somebody rebuts a `claim` or a restatement of it, or undercuts or qualifies it: it has a
 * counterpoint of the direction `onto`. The counts decide for most claims.
 */
export const isAnswered = sql`(
  claim.undercuts + claim.qualifies > 0 or claim.rebuts > 0 and exists (
    with recursive member (id) as (
      select claim.id
      union
      select near.id
      from member cross join lateral (
        select to_claim as id from link
        where from_claim = member.id and relation = 'restates' and not is_void and ended_at is null
        union all
        select from_claim from link
        where to_claim = member.id and relation = 'restates' and not is_void and ended_at is null
      ) as near
    )
    select from member join link
      on link.to_claim = member.id and link.relation = 'rebuts' and not link.is_void
    where link.from_claim not in (select id from member)
  )
)`

/** Among some claims, those that somebody answers. */
export async function findAnswered(
  db: Db,
  claims: readonly ClaimId[],
): Promise<ReadonlySet<ClaimId>> {
  const { rows } = await sql<{ id: ClaimId }>`
    select id from claim where id = any(${claims}::uuid[]) and ${isAnswered}
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

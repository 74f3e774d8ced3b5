import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/**
 * The claims one step away from some objects: claims among them, the ends of links among them, what
 * is cited from reports among them, and claims joined to them by a link, or by a link onto a link.
 */
export async function findClaimsAround(
  db: Db,
  ids: readonly string[],
  max: number,
): Promise<readonly ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`
    with asked as materialized (select unnest(${ids}::uuid[]) as id)
    select id from (
      select claim.id from claim join asked using (id)
      union select from_claim from link join asked using (id)
      union select to_claim from link join asked using (id)
      union select claim_id from undercut_end join asked on asked.id = link_id
      union select from_claim from link join asked on asked.id = to_claim
      union select to_claim from link join asked on asked.id = from_claim
      union select claim_id from undercut_end
        join link on link.id = link_id join asked on asked.id = from_claim
      union select from_claim from link
        join undercut_end on link_id = link.id join asked on asked.id = undercut_end.claim_id
      union select claim_id from citation join asked on asked.id = report_id
    ) as around
    where id is not null limit ${max}
  `.execute(db)
  return rows.map(({ id }) => id)
}

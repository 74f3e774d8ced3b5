import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/**
 * The claims among some objects, the claims linked to them, and those at the ends of links among
 * them.
 */
export async function findClaimsAround(
  db: Db,
  ids: readonly string[],
  max: number,
): Promise<readonly ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`
    select id from claim where id = any(${ids}::uuid[])
    union select from_claim from link where id = any(${ids}::uuid[]) or to_claim = any(${ids}::uuid[])
    union select to_claim from link where to_claim is not null
      and (id = any(${ids}::uuid[]) or from_claim = any(${ids}::uuid[]))
    limit ${max}
  `.execute(db)
  return rows.map(({ id }) => id)
}

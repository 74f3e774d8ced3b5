import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/** Whether a `claim` has a counterpoint of the direction `onto`. */
export const isAnswered = sql`(claim.answers > 0)`

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

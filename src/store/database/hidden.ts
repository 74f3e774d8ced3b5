import { sql, type RawBuilder } from 'kysely'

/**
 * Values for a prepared statement. A subquery hides their number from the planner, so that no
 * specific plan looks cheaper than the generic one, and the statement is planned once.
 */
export function hiddenIds(ids: readonly string[]): RawBuilder<unknown> {
  return sql`((select ${ids}::uuid[])::uuid[])`
}

/**
 * A limit that limits nothing, from which the planner expects a tenth of the rows. It expects ten ids
 * of every array and as much again of every step of a recursion, and a hash table for as many as it
 * expects is cleared before the first row is there.
 */
export const expectedFew: RawBuilder<unknown> = sql`limit (select null::bigint)`

import { sql, type RawBuilder } from 'kysely'

/**
 * Values for a prepared statement. A subquery hides their number from the planner, so that no
 * specific plan looks cheaper than the generic one, and the statement is planned once.
 */
export function hiddenIds(ids: readonly string[]): RawBuilder<unknown> {
  return sql`((select ${ids}::uuid[])::uuid[])`
}

export function hiddenTexts(texts: readonly string[]): RawBuilder<unknown> {
  return sql`((select ${texts}::text[])::text[])`
}

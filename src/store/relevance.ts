import { sql, type RawBuilder } from 'kysely'
import type { Search } from './search.ts'

/** The weights of what is inside a word or only akin (D), ends one, begins one, and is one (A). */
const weights = sql`'{0.1, 0.2, 0.4, 1}'::float4[]`
/** Long texts contain a word by chance more often than short ones. */
const byLength = 1

/**
 * How much words as typed count beside those akin to them, that they are there at all, and that all
 * stand in the order of the search.
 */
const bonus = { typed: 2, asTyped: 2, inOrder: 2 } as const

/** How well indexed words answer a search. */
export function relevance(
  tokens: RawBuilder<unknown>,
  { query, typed, inOrder }: Search,
): RawBuilder<unknown> {
  const rank = (asked: string) =>
    sql`ts_rank(${weights}, ${tokens}, ${asked}::tsquery, ${sql.lit(byLength)})`
  const matching = (asked: string, points: number) =>
    sql`case when ${tokens} @@ ${asked}::tsquery then ${sql.lit(points)} else 0 end`
  const parts = [
    rank(query),
    ...typed.flatMap((each) => [
      sql`${sql.lit(bonus.typed)} * ${rank(each)}`,
      matching(each, bonus.asTyped),
    ]),
    ...(inOrder === undefined ? [] : [matching(inOrder, bonus.inOrder)]),
  ]
  return sql`(${sql.join(parts, sql` + `)})::float8`
}

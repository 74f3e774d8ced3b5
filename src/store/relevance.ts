import { sql, type RawBuilder } from 'kysely'
import type { Search } from './search.ts'

/** The weights of what is inside a word or only akin (D), ends one, begins one, and is one (A). */
const weights = sql`'{0.1, 0.2, 0.4, 1}'::float4[]`
/** Long texts contain a word by chance more often than short ones. */
const byLength = 1

/** How much words as typed count beside those akin to them, and words in the order of the search. */
const bonus = { typed: 2, inOrder: 0.5 } as const

/** How well indexed words answer a search. */
export function relevance(
  tokens: RawBuilder<unknown>,
  { query, typed, inOrder }: Search,
): RawBuilder<unknown> {
  const rank = (asked: string) =>
    sql`ts_rank(${weights}, ${tokens}, ${asked}::tsquery, ${sql.lit(byLength)})`
  const parts = [
    rank(query),
    ...typed.map((each) => sql`${sql.lit(bonus.typed)} * ${rank(each)}`),
    ...(inOrder === undefined
      ? []
      : [
          sql`case when ${tokens} @@ ${inOrder}::tsquery then ${sql.lit(bonus.inOrder)} else 0 end`,
        ]),
  ]
  return sql`(${sql.join(parts, sql` + `)})::float8`
}

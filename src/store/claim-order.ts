import { sql, type RawBuilder } from 'kysely'
import { assertedOrder } from './asserted-dates.ts'
import type { Search } from './search.ts'

export const claimSorts = ['newest', 'changed', 'most_countered', 'relevance'] as const
export type ClaimSort = (typeof claimSorts)[number]

/** The sort key of an undated claim in a list by date. */
export const undated = 'undated'

/** Where a page ended: the order, the sort key of its last claim, and its id. */
export type ClaimPosition =
  | { readonly sort: 'newest'; readonly key: string; readonly id: string }
  | { readonly sort: 'changed'; readonly key: string; readonly id: string }
  | { readonly sort: 'most_countered'; readonly key: number; readonly id: string }
  | { readonly sort: 'relevance'; readonly key: number; readonly id: string }

export interface ClaimOrder {
  /** The sort key of a `claim`; by relevance, of a claim with its `claim_search`. */
  readonly key: RawBuilder<unknown>
  /** The SQL value of a position's key. */
  readonly valueOf: (key: ClaimPosition['key']) => RawBuilder<unknown>
  /** The sort key of a claim, as returned. */
  readonly shown: RawBuilder<unknown>
}

export function orderOf(sort: ClaimSort, matching: Search | undefined): ClaimOrder {
  if (sort === 'most_countered') return order(sql`claim.countered_by`, 'integer')
  if (sort === 'changed') return order(sql`claim.changed_at`, 'timestamptz')
  if (sort === 'newest' || matching === undefined)
    return {
      key: assertedOrder,
      valueOf: (key) => sql`coalesce(${key === undated ? null : key}::timestamptz, '-infinity')`,
      shown: sql`nullif(page.key, '-infinity')`,
    }
  return order(relevance(matching), 'float8')
}

/** The weights of what is inside a word or only akin (D), ends one, begins one, and is one (A). */
const weights = sql`'{0.1, 0.2, 0.4, 1}'::float4[]`
/** Long texts contain a word by chance more often than short ones. */
const byLength = 1

/** How much words as typed count beside those akin to them, and words in the order of the search. */
const bonus = { typed: 2, inOrder: 0.5 } as const

/** How well the words of a claim answer a search. */
function relevance({ query, typed, inOrder }: Search): RawBuilder<unknown> {
  const parts = [
    rank(query),
    ...typed.map((each) => sql`${sql.lit(bonus.typed)} * ${rank(each)}`),
    ...(inOrder === undefined
      ? []
      : [
          sql`case when claim_search.tokens @@ ${inOrder}::tsquery then ${sql.lit(bonus.inOrder)} else 0 end`,
        ]),
  ]
  return sql`(${sql.join(parts, sql` + `)})::float8`
}

function order(key: RawBuilder<unknown>, type: 'integer' | 'timestamptz' | 'float8'): ClaimOrder {
  return { key, valueOf: (value) => sql`${value}::${sql.raw(type)}`, shown: sql`page.key` }
}

/** How often, and as what part of words, the tokens of a query stand in a claim. */
function rank(query: string): RawBuilder<unknown> {
  return sql`ts_rank(${weights}, claim_search.tokens, ${query}::tsquery, ${sql.lit(byLength)})`
}

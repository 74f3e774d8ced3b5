import { sql, type RawBuilder } from 'kysely'
import { assertedOrder } from './asserted-dates.ts'
import { relevance } from './relevance.ts'
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
  return order(relevance(sql`claim_search.tokens`, matching), 'float8')
}

function order(key: RawBuilder<unknown>, type: 'integer' | 'timestamptz' | 'float8'): ClaimOrder {
  return { key, valueOf: (value) => sql`${value}::${sql.raw(type)}`, shown: sql`page.key` }
}

import { sql, type RawBuilder } from 'kysely'
import type { DateBound } from '../domain/date-range.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import { assertedBetween, assertedOrder } from './asserted-dates.ts'
import { claimColumns, type ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { listEntries } from './merged-lists.ts'
import { estimateRows } from './estimate.ts'

export const claimSorts = ['newest', 'changed', 'most_countered', 'relevance'] as const
export type ClaimSort = (typeof claimSorts)[number]

/** Filters for a list of claims; a claim matches any of a filter's values. References are ids. */
export interface ClaimFilters {
  /** A tsquery, required for sorting by relevance. */
  readonly matching?: string | undefined
  readonly status?: readonly Status[] | undefined
  readonly kind?: readonly ClaimKind[] | undefined
  readonly textLang?: readonly string[] | undefined
  readonly speaker?: readonly string[] | undefined
  readonly about?: readonly string[] | undefined
  readonly report?: readonly string[] | undefined
  readonly story?: readonly string[] | undefined
  /** Sources of claims that rebut, undercut or qualify it. */
  readonly responseFrom?: readonly string[] | undefined
  readonly assertedFrom?: DateBound | undefined
  readonly assertedTo?: DateBound | undefined
  readonly changedSince?: Date | undefined
}

/** The sort key of an undated claim in a list by date. */
export const undated = 'undated'

/** Where a page ended: the order, the sort key of its last claim, and its id. */
export type ClaimPosition =
  | { readonly sort: 'newest'; readonly key: string; readonly id: string }
  | { readonly sort: 'changed'; readonly key: string; readonly id: string }
  | { readonly sort: 'most_countered'; readonly key: number; readonly id: string }
  | { readonly sort: 'relevance'; readonly key: number; readonly id: string }

/** A claim in a list, with its sort key. */
export interface ListedClaimRow extends ClaimRow {
  readonly sortKey: Date | number | null
}

/** Claims that are not voided, in one of the total orders. */
export async function listClaims(
  db: Db,
  asked: ClaimFilters,
  { sort, after, limit }: { sort: ClaimSort; after: ClaimPosition | undefined; limit: number },
  lang: DisplayLanguage,
): Promise<ListedClaimRow[]> {
  const { matching, about } = asked
  const filters = about ? { ...asked, about: await listEntries(db, 'source', about) } : asked
  const { key, valueOf, shown } = orderOf(sort, matching)
  const conditions = [
    sql`claim.voided_at is null and claim.merged_into is null`,
    ...conditionsOf(filters),
  ]
  if (after) conditions.push(sql`(${key}, claim.id) < (${valueOf(after.key)}, ${after.id}::uuid)`)
  const where = (more: readonly RawBuilder<unknown>[]) => sql`
    select claim.id, ${key} as key
    from claim ${matching ? sql`join claim_search on claim_search.claim_id = claim.id` : sql``}
    where ${sql.join([...conditions, ...more], sql` and `)}
  `
  const { roughly, parts } = assertedBetween(filters.assertedFrom, filters.assertedTo)
  const isFew =
    isInNoOrder(filters, sort) && (await estimateRows(db, where(roughly))) <= gatheredMax
  // Each part is limited to a page; otherwise everything in both would be sorted.
  const inOrder = sql`order by key desc, id desc limit ${limit}`
  const found = isFew
    ? sql.join(parts.map(where), sql` union all `)
    : sql.join(
        parts.map((part) => sql`(${where(part)} ${inOrder})`),
        sql` union all `,
      )
  // The ids of the page are selected first, so that only its claims are read in full. If matches
  // are few, they are collected and sorted: `offset 0` keeps the planner from scanning all claims
  // in order.
  const { rows } = await sql<ListedClaimRow>`
    with page as materialized (
      select id, key from (${found} ${isFew ? sql`offset 0` : sql``}) as found
      order by key desc, id desc
      limit ${limit}
    )
    select ${claimColumns(lang)}, ${shown} as "sortKey"
    from page join claim on claim.id = page.id
    order by page.key desc, page.id desc
  `.execute(db)
  return rows
}

/** Up to this many claims are read and sorted, instead of scanning an index in order. */
const gatheredMax = 15_000

/**
 * Whether no index has the requested claims in the order of the list. PostgreSQL assumes that
 * filter and order are independent, and then scans all claims for a page of those at the end:
 * rulings by number of counterpoints, or the claims of a source that is never denied.
 */
function isInNoOrder(filters: ClaimFilters, sort: ClaimSort): boolean {
  const { matching, about, report, story, responseFrom, ...own } = filters
  // The number of matches for these cannot be estimated well enough.
  if (matching ?? about ?? report ?? story ?? responseFrom) return false
  const asked = Object.values(own).filter((value) => value !== undefined)
  const [only] = asked
  const isOneValue = asked.length === 1 && Array.isArray(only) && only.length === 1
  return asked.length > 0 && !(isOneValue && sort === 'newest')
}

export function positionOf<S extends ClaimSort>(
  { id, sortKey }: ListedClaimRow,
  sort: S,
): ClaimPosition & { sort: S } {
  const key = sortKey instanceof Date ? sortKey.toISOString() : (sortKey ?? undated)
  // The key has the type of the order: dates (or none) by time, numbers otherwise.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { sort, key, id } as ClaimPosition & { sort: S }
}

interface Order {
  readonly key: RawBuilder<unknown>
  /** The SQL value of a position's key. */
  readonly valueOf: (key: ClaimPosition['key']) => RawBuilder<unknown>
  /** The sort key of a claim, as returned. */
  readonly shown: RawBuilder<unknown>
}

function orderOf(sort: ClaimSort, matching: string | undefined): Order {
  if (sort === 'most_countered') return order(sql`claim.countered_by`, 'integer')
  if (sort === 'changed') return order(sql`claim.changed_at`, 'timestamptz')
  if (sort === 'newest' || !matching)
    return {
      key: assertedOrder,
      valueOf: (key) => sql`coalesce(${key === undated ? null : key}::timestamptz, '-infinity')`,
      shown: sql`nullif(page.key, '-infinity')`,
    }
  // Long texts contain a word by chance more often than short ones.
  return order(sql`ts_rank(claim_search.tokens, ${matching}::tsquery, 1)::float8`, 'float8')
}

function order(key: RawBuilder<unknown>, type: 'integer' | 'timestamptz' | 'float8'): Order {
  return { key, valueOf: (value) => sql`${value}::${sql.raw(type)}`, shown: sql`page.key` }
}

function conditionsOf(filters: ClaimFilters): RawBuilder<unknown>[] {
  return [
    ...when(filters.matching, (query) => sql`claim_search.tokens @@ ${query}::tsquery`),
    ...when(filters.status, (values) => isOneOf('claim.status', 'text', values)),
    ...when(filters.kind, (values) => isOneOf('claim.kind', 'text', values)),
    ...when(filters.textLang, (values) => isOneOf('claim.lang', 'text', values)),
    ...when(filters.speaker, (ids) => isOneOf('claim.speaker_id', 'uuid', ids)),
    ...when(
      filters.about,
      (ids) => sql`exists (
        select from claim_about
        where claim_about.source_id = any(${ids}::uuid[])
          and claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
      )`,
    ),
    ...when(
      filters.report,
      (ids) => sql`exists (
        select from citation
        where citation.report_id = any(${ids}::uuid[])
          and citation.claim_id = claim.id and citation.voided_at is null
      )`,
    ),
    ...when(
      filters.story,
      (ids) => sql`claim.id in (
        select coalesce(entered.merged_into, entered.id)
        from story join story_claim
          on story_claim.story_id = story.id and story_claim.seq = story.content_seq
        join claim as entered on entered.id = story_claim.claim_id
        where story.id = any(${ids}::uuid[])
      )`,
    ),
    ...when(
      filters.responseFrom,
      (ids) => sql`exists (
        select from link join claim as response on response.id = link.from_claim
        where link.to_claim = claim.id and not link.is_void
          and link.relation in ('rebuts', 'undercuts', 'qualifies')
          and response.speaker_id = any(${ids}::uuid[])
      )`,
    ),
    ...when(filters.changedSince, (date) => sql`claim.changed_at >= ${date}`),
  ]
}

function when<T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>) {
  return value === undefined ? [] : [condition(value)]
}

/** A single value is compared with `=`: only then can an index return matches in order. */
function isOneOf(
  column: string,
  type: 'text' | 'uuid',
  values: readonly string[],
): RawBuilder<unknown> {
  const [only] = values
  return values.length === 1
    ? sql`${sql.ref(column)} = ${only}::${sql.raw(type)}`
    : sql`${sql.ref(column)} = any(${values}::${sql.raw(type)}[])`
}

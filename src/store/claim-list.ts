import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { AssertedPart } from './asserted-dates.ts'
import { conditionsOf, type ClaimConditions, type ClaimFilters } from './claim-filters.ts'
import {
  orderOf,
  undated,
  type ClaimOrder,
  type ClaimPosition,
  type ClaimSort,
} from './claim-order.ts'
import type { ClaimRow } from './claim-rows.ts'
import { claimsThatFit } from './claims-that-fit.ts'
import type { Db } from './database/db.ts'
import { findWay, usualLimits, type Way, type WayLimits } from './list-way.ts'
import { listEntries } from './merged-lists.ts'
import { foundWords, type FoundWords, type Search } from './search.ts'

/** A claim in a list, with its sort key. */
export interface ListedClaimRow extends ClaimRow {
  readonly sortKey: Date | number | null
  /** Those up to it are as much as one answer says, and more follow. */
  readonly fillsPage: boolean
}

/** A claim's place in a list. */
type Place = Pick<ListedClaimRow, 'id' | 'sortKey'>

interface Asked {
  readonly sort: ClaimSort
  readonly after: ClaimPosition | undefined
  readonly limit: number
  /** Those before the position instead, nearest first. */
  readonly isBackwards?: boolean | undefined
}

/** Claims that are not voided, in one of the total orders; fewer than asked if they fill the page. */
export async function listClaims(
  db: Db,
  filters: ClaimFilters,
  asked: Asked,
  lang: DisplayLanguage,
  limits: WayLimits = usualLimits,
): Promise<ListedClaimRow[]> {
  const places = await placesOf(db, filters, asked, limits)
  const { rows: page } = await sql<Place>`
    select page.id, ${orderOf(asked.sort, filters.matching).shown} as "sortKey"
    from (${places}) as page
    order by page.key ${towards(asked)}, page.id ${towards(asked)}
  `.execute(db)
  return fill(db, page, lang)
}

/** A statement that finds the ids and sort keys of a page. */
export async function placesOf(
  db: Db,
  filters: ClaimFilters,
  asked: Asked,
  limits: WayLimits = usualLimits,
): Promise<RawBuilder<unknown>> {
  const { about, speaker, matching } = filters
  const conditions = conditionsOf({
    ...filters,
    about: about && (await listEntries(db, 'source', about)),
  })
  const found =
    matching === undefined
      ? undefined
      : foundWords(matching, {
          ...filters,
          speaker: speaker && (await listEntries(db, 'source', speaker)),
        })
  const isRanked = asked.sort === 'relevance'
  const way = await findWay(
    db,
    {
      ...conditions,
      found: isRanked ? undefined : found,
      sort: asked.sort,
      first: found && firstOf(conditions.own, found, asked, limits.tried),
      limit: asked.limit,
    },
    limits,
  )
  return pageOf(conditions, found, way, { ...asked, matching })
}

/** Reads the claims of a page in full, with the statement that each connection has planned. */
async function fill(
  db: Db,
  page: readonly Place[],
  lang: DisplayLanguage,
): Promise<ListedClaimRow[]> {
  const keys = new Map(page.map(({ id, sortKey }) => [id, sortKey]))
  const { rows, isCut } = await claimsThatFit(db, [...keys.keys()], lang)
  return rows.map((row, index) => ({
    ...row,
    sortKey: keys.get(row.id) ?? null,
    fillsPage: isCut && index === rows.length - 1,
  }))
}

function towards({ isBackwards = false }: Pick<Asked, 'isBackwards'>): RawBuilder<unknown> {
  return isBackwards ? sql`asc` : sql`desc`
}

function inOrder(asked: Pick<Asked, 'isBackwards'>): RawBuilder<unknown> {
  return sql`order by key ${towards(asked)}, id ${towards(asked)}`
}

/** Those among the first claims in order that have the words of a search. */
function firstOf(
  own: readonly RawBuilder<unknown>[],
  found: FoundWords,
  asked: Asked,
  count: number,
): RawBuilder<unknown> {
  const order = orderOf(asked.sort, undefined)
  const listed = sql`
    select claim.id, ${order.key} as key
    from claim where ${every(shown(own, asked, order))} ${inOrder(asked)} limit ${count}
  `
  return those(listed, [hasWords(found)])
}

/**
 * Whether claims that began between the bounds come first, and those that began earlier only if these
 * do not fill the page.
 */
function readsNearFirst({ sort, isBackwards }: Asked, { isGathered }: Way): boolean {
  return sort === 'newest' && isBackwards !== true && !isGathered
}

/** The ids and sort keys of a page. */
function pageOf(
  { own, related, dates }: ClaimConditions,
  found: FoundWords | undefined,
  { among, isFound, isGathered }: Way,
  asked: Asked & { readonly matching: Search | undefined },
): RawBuilder<unknown> {
  const { sort, limit, matching } = asked
  const order = orderOf(sort, matching)
  const { key } = order
  const isRanked = sort === 'relevance'
  const first = shown(own, asked, order)
  const ordered = inOrder(asked)
  if (among) first.push(among)
  if (found && isRanked) first.push(found.condition)
  // The index of the dates is read claim by claim anyway, if it has all that is asked.
  const areRead = isGathered || isRanked || (sort === 'newest' && own.length === 0)
  const later = [
    ...related.map(({ condition }) => condition),
    ...(found && !isRanked && !isFound ? [hasWords(found)] : []),
  ]
  const partOf = ({ indexed, exactly }: AssertedPart, isRead: boolean) => sql`
    select claim.id, ${key} as key
    from claim ${isRanked ? sql`join claim_search on claim_search.claim_id = claim.id` : sql``}
    where ${every([...first, ...indexed, ...(isRead ? exactly : [])])}
  `
  const pageOfPart = (part: AssertedPart) => {
    const dated =
      areRead || part.exactly.length === 0
        ? []
        : [sql`(select true from claim where claim.id = listed.id and ${every(part.exactly)})`]
    // Each part ends with a page; otherwise everything in both would be sorted.
    return sql`(${those(partOf(part, areRead), [...dated, ...later])} ${ordered} limit ${limit})`
  }
  const [near, earlier] = dates.parts
  if (near && earlier && readsNearFirst(asked, { isGathered }))
    return sql`
      with near as materialized ${pageOfPart(near)}
      select id, key from (
        select id, key from near
        union all
        select id, key from (${those(sql`${partOf(earlier, true)} offset 0`, later)}) as earlier
        where (select count(*) from near) < ${limit}
      ) as found ${ordered} limit ${limit}
    `
  const parts = dates.parts.map((part) => (isGathered ? partOf(part, true) : pageOfPart(part)))
  const all = sql.join(parts, sql` union all `)
  if (!isGathered) return sql`select id, key from (${all}) as found ${ordered} limit ${limit}`
  // `offset 0` keeps the planner from going through all claims in order instead.
  const sorted = sql`select id, key from (${all} offset 0) as gathered ${ordered} offset 0`
  return sql`select id, key from (${those(sorted, later)}) as sorted ${ordered} limit ${limit}`
}

/** What the rows of claims after a position must meet. */
function shown(
  own: readonly RawBuilder<unknown>[],
  { after, isBackwards = false }: Asked,
  { key, valueOf }: ClaimOrder,
): RawBuilder<unknown>[] {
  const isBeyond = isBackwards ? sql`>` : sql`<`
  return [
    sql`claim.voided_at is null and claim.merged_into is null`,
    ...own,
    ...(after
      ? [sql`(${key}, claim.id) ${isBeyond} (${valueOf(after.key)}, ${after.id}::uuid)`]
      : []),
  ]
}

function hasWords({ condition }: FoundWords): RawBuilder<unknown> {
  return sql`(select true from claim_search where claim_id = listed.id and ${condition})`
}

/** Those that meet conditions on other tables, asked one after the other until a page is full. */
function those(
  listed: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  return conditions.length === 0
    ? listed
    : sql`select id, key from (${listed}) as listed where ${every(conditions)}`
}

function every(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
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

/** Whether more claims may follow although there are fewer than were asked for. */
export function isFull(rows: readonly ListedClaimRow[]): boolean {
  return rows.at(-1)?.fillsPage === true
}

import { sql, type RawBuilder } from 'kysely'
import type { ClaimConditions } from './claim-filters.ts'
import type { ClaimSort } from './claim-order.ts'
import type { Db } from './database/db.ts'
import { estimateRows } from './estimate.ts'
import type { FoundWords } from './search.ts'

/** Numbers of claims up to which a list is read in one way rather than another. */
export interface WayLimits {
  /** Candidates that are read one by one. */
  readonly few: number
  /** Candidates that a statement remembers, to compare the claims of an index with. */
  readonly remembered: number
  /** Matches by their own columns that are read and sorted. */
  readonly gathered: number
  /** The same by a date, which goes together with other dates: matches may all come last. */
  readonly dated: number
  /** The same by when they were asserted, if the list has that order: then an index has most of them. */
  readonly inOrder: number
  /** Claims in order that are tried first: if a page of them has the words of a search, many have. */
  readonly tried: number
  /** Claims with the words of a search that are counted. */
  readonly counted: number
  /** The same, remembered: each of them is read. */
  readonly found: number
}

export const usualLimits: WayLimits = {
  few: 400,
  // Tables of hashes may take twice `work_mem`, which has room for 200,000 by default.
  remembered: 100_000,
  gathered: 4000,
  dated: 15_000,
  inOrder: 1500,
  tried: 400,
  counted: 1000,
  found: 12_000,
}

/** How the claims of a list are reached. */
export interface Way {
  /** Whether all matches are read and sorted. Otherwise an index has them in order. */
  readonly isGathered: boolean
  /** A condition that all matches meet. */
  readonly among?: RawBuilder<unknown>
  /** Whether that condition includes the words of the search. */
  readonly isFound?: boolean | undefined
}

interface Asked extends ClaimConditions {
  readonly found: FoundWords | undefined
  /** Those among the first claims in order that have these words. */
  readonly first: RawBuilder<unknown> | undefined
  readonly sort: ClaimSort
  readonly limit: number
}

/**
 * The planner assumes that filters and orders are independent. It would go through all claims for
 * a page of those at the end, such as rulings by number of counterpoints, or for the two that an
 * English word has among the Korean ones. So what can be few is counted, up to a limit.
 */
export async function findWay(db: Db, asked: Asked, limits: WayLimits): Promise<Way> {
  const related = asked.related.map(({ candidates }) => candidates)
  const words = asked.found && (await countFound(db, asked.found, asked, limits))
  const isFound =
    words !== undefined && words.count <= (related.length > 0 ? limits.counted : limits.found)
  const sets = isFound ? [...related, words.claims] : related
  if (sets.length === 0) return { isGathered: await matchFew(db, asked, limits) }
  const all = intersection(sets)
  const { count, isCounted } =
    related.length === 0 && words ? words : await countSet(db, all, sets.length === 1, limits)
  if (count <= limits.few)
    return { isGathered: true, among: sql`claim.id = any(array(${all}))`, isFound }
  const isGathered = await matchFew(db, asked, limits)
  if (count > limits.remembered) return { isGathered }
  // Otherwise an estimate that is far too high would forbid a table of hashes. The limit is not
  // reached: no write adds so many at once.
  const known = isCounted ? sql`select * from (${all}) as known limit ${count + 50_000}` : all
  return { isGathered, among: rememberedAs(known), isFound }
}

interface Count {
  readonly count: number
  readonly isCounted: boolean
}

/** How many claims have the words of a search, and a statement that finds them. */
async function countFound(
  db: Db,
  { all, claims, isEstimable }: FoundWords,
  { first, limit }: Pick<Asked, 'first' | 'limit'>,
  { counted }: WayLimits,
): Promise<Count & { readonly claims: RawBuilder<unknown> }> {
  const found = claims(integerMax)
  if (isEstimable) return { count: await estimateRows(db, all), isCounted: false, claims: found }
  const areMany = first !== undefined && (await countUpTo(db, first, limit)) >= limit
  const count = areMany ? counted + 1 : await countUpTo(db, claims(counted + 1), counted)
  const known = count > counted ? Number.POSITIVE_INFINITY : count
  return { count: known, isCounted: true, claims: found }
}

const integerMax = 2 ** 31 - 1

/**
 * Whether more claims than that have some words. The planner knows of single words; of words that
 * stand together it takes each for independent of the others, so those are counted, up to the limit.
 */
export async function areMoreThan(
  db: Db,
  { all, claims, isEstimable }: FoundWords,
  most: number,
): Promise<boolean> {
  if ((await estimateRows(db, all)) > most) return true
  return !isEstimable && (await countUpTo(db, claims(most + 1), most)) > most
}

/** How large a set is. Of a single one, the planner knows that it is large. */
async function countSet(
  db: Db,
  set: RawBuilder<unknown>,
  isSingle: boolean,
  { few, remembered }: WayLimits,
): Promise<Count> {
  const estimate = isSingle ? await estimateRows(db, set) : 0
  return estimate > 10 * few && estimate <= remembered / 2
    ? { count: estimate, isCounted: false }
    : { count: await countUpTo(db, set, remembered), isCounted: true }
}

function intersection(sets: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(
    sets.map((set) => sql`(${set})`),
    sql` intersect `,
  )
}

/** Written like this, it is a table of hashes that the claims of an index are compared with. */
function rememberedAs(set: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(claim.id in (${set})) is true`
}

/** Whether few claims match by their own columns, unless an index has them in order. */
async function matchFew(
  db: Db,
  { matches, isOneValue, isDated, dates, related, found, sort }: Asked,
  limits: WayLimits,
): Promise<boolean> {
  const isInOrder = isOneValue && sort === 'newest' && related.length === 0 && !found
  if (!matches || isInOrder) return false
  const hasOrder = sort === 'newest' && dates.parts.length > 1
  const most = hasOrder ? limits.inOrder : isDated ? limits.dated : limits.gathered
  return (await estimateRows(db, matches)) <= most
}

/** How many rows a statement has; one more than the limit if there are more. */
async function countUpTo(db: Db, rows: RawBuilder<unknown>, limit: number): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from (${rows} limit ${limit + 1}) as counted
  `.execute(db)
  return counted[0]?.count ?? 0
}

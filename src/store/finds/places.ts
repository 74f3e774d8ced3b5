import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import type { Worded } from '../name-search.ts'
import { relevance } from '../relevance.ts'
import type { Search } from '../search.ts'
import { foundWithin, type Within } from './within.ts'

/** Where something stands in what a search finds: by relevance, or the newest id first. */
export type Place =
  | { readonly sort: 'relevance'; readonly key: number; readonly id: string }
  | { readonly sort: 'newest'; readonly id: string }

export type FoundSort = Place['sort']

/** How much one statement reads. */
export interface PlaceLimits {
  /** Ranking reads all that has the words. Of more than that, the newest come first. */
  readonly ranked: number
  /** So many of the newest are looked at in one statement, one after the other. */
  readonly walked: number
  /** So many statements look at the newest for one page. */
  readonly rounds: number
  /** Of a source with so many reports at most, all are looked at, and not all that has the words. */
  readonly few: number
}

export const usualLimits: PlaceLimits = { ranked: 2000, walked: 4000, rounds: 25, few: 500 }

export interface AskedPlaces {
  readonly type: Worded
  readonly search: Search
  readonly within?: Within | undefined
  /** The only ones that may be listed, if they are few. */
  readonly among?: readonly string[] | undefined
  readonly after: Place | undefined
  readonly limit: number
}

export interface FoundPlaces {
  readonly places: readonly Place[]
  /** Where looking ended before there were enough. Without it, fewer than asked for are the last. */
  readonly end: Place | undefined
}

/** The next of what has the words of a search. */
export async function findPlaces(
  db: Db,
  asked: AskedPlaces,
  limits: PlaceLimits = usualLimits,
): Promise<FoundPlaces> {
  if (asked.after?.sort === 'newest') return newest(db, asked, limits)
  const { places, count } = await ranked(db, asked, limits)
  return count > limits.ranked ? newest(db, asked, limits) : { places, end: undefined }
}

async function ranked(
  db: Db,
  { type, search, within, among, after, limit }: AskedPlaces,
  { ranked: most }: PlaceLimits,
) {
  const candidates = among
    ? sql`
      select object, tokens from name_search
      where object = any(${among}::uuid[]) and type = ${type} and tokens @@ ${search.query}::tsquery
    `
    : sql`
      select object, tokens
      from named_with_words(${type}::text, ${search.query}::tsquery, ${most + 1})
    `
  const { rows } = await sql<{ id: string; key: number; count: number }>`
    with found as materialized (
      select name_search.object as id, count(*) over () as count,
        ${relevance(sql`name_search.tokens`, search)} as key
      from (${candidates}) as name_search
    )
    select id, key, count from found
    where count <= ${most} ${within ? sql`and id in (${foundWithin(within)})` : sql``}
      ${after?.sort === 'relevance' ? sql`and (key, id) < (${after.key}::float8, ${after.id}::uuid)` : sql``}
    union all
    select null, 0, max(count) from found having max(count) > ${most}
    order by key desc, id desc limit ${limit}
  `.execute(db)
  const places = rows.flatMap(({ id, key }): Place[] =>
    id === null ? [] : [{ sort: 'relevance', key, id }],
  )
  return { places, count: Math.max(0, ...rows.map(({ count }) => count)) }
}

/** Those side by side in the index of ids are side by side in the table, too. */
async function newest(
  db: Db,
  { type, search, within, after, limit }: AskedPlaces,
  { walked, rounds }: PlaceLimits,
): Promise<FoundPlaces> {
  const places: Place[] = []
  let before = after?.id ?? lastId
  for (let round = 0; round < rounds; round++) {
    const { rows } = await sql<{ id: string; isFound: boolean }>`
      with walked as materialized (
        select object, type = ${type} and tokens @@ ${search.query}::tsquery as "isFound"
        from (
          select object, type, tokens from name_search
          where object < ${before}::uuid order by object desc limit ${walked}
        ) as newest
      ),
      found as materialized (select object as id from walked where "isFound")
      (
        select id, true as "isFound" from found ${within ? sql`where id in (${foundWithin(within)})` : sql``}
        order by id desc limit ${limit - places.length}
      )
      union all
      (select object, false from walked order by object desc offset ${walked - 1} limit 1)
    `.execute(db)
    for (const { id, isFound } of rows) if (isFound) places.push({ sort: 'newest', id })
    const last = rows.find(({ isFound }) => !isFound)
    if (places.length >= limit || !last) return { places, end: undefined }
    before = last.id
  }
  return { places, end: { sort: 'newest', id: before } }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

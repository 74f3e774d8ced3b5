import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import type { Worded } from '../name-search.ts'
import { relevance } from '../relevance.ts'
import type { Search } from '../search.ts'

/** Where something stands in what a search finds: by relevance, or the newest id first. */
export type Place =
  | { readonly sort: 'relevance'; readonly key: number; readonly id: string }
  | { readonly sort: 'newest'; readonly id: string }

export type FoundSort = Place['sort']

/** How much one statement reads. */
export interface PlaceLimits {
  /** Ranking reads all that has the words. Of more than that, the newest come first. */
  readonly ranked: number
  /** So many of the newest are looked at, one after the other. */
  readonly walked: number
}

const usualLimits: PlaceLimits = { ranked: 2000, walked: 4000 }

export interface AskedPlaces {
  readonly type: Worded
  readonly search: Search
  readonly after: Place | undefined
  readonly limit: number
}

/** The next of what has the words of a search. Fewer than asked for are the last. */
export async function findPlaces(
  db: Db,
  asked: AskedPlaces,
  limits: PlaceLimits = usualLimits,
): Promise<readonly Place[]> {
  if (asked.after?.sort === 'newest') return newest(db, asked, limits)
  const { places, count } = await ranked(db, asked, limits)
  return count > limits.ranked ? newest(db, asked, limits) : places
}

async function ranked(
  db: Db,
  { type, search, after, limit }: AskedPlaces,
  { ranked: most }: PlaceLimits,
) {
  const { rows } = await sql<{ id: string; key: number; count: number }>`
    select id, key, count from (
      select name_search.object as id, count(*) over () as count,
        ${relevance(sql`name_search.tokens`, search)} as key
      from named_with_words(${type}::text, ${search.query}::tsquery, ${most + 1}) as name_search
    ) as found
    ${after?.sort === 'relevance' ? sql`where (key, id) < (${after.key}::float8, ${after.id}::uuid)` : sql``}
    order by key desc, id desc limit ${limit}
  `.execute(db)
  const places = rows.map(({ id, key }): Place => ({ sort: 'relevance', key, id }))
  return { places, count: rows[0]?.count ?? 0 }
}

/** Those side by side in the index of ids are side by side in the table, too. */
async function newest(
  db: Db,
  { type, search, after, limit }: AskedPlaces,
  { walked }: PlaceLimits,
): Promise<readonly Place[]> {
  const places: Place[] = []
  let before = after?.id ?? lastId
  while (places.length < limit) {
    const { rows } = await sql<{ id: string }>`
      select object as id from (
        select object, type, tokens from name_search
        where object < ${before}::uuid order by object desc limit ${walked}
      ) as walked
      where type = ${type} and tokens @@ ${search.query}::tsquery
      limit ${limit - places.length}
    `.execute(db)
    places.push(...rows.map(({ id }): Place => ({ sort: 'newest', id })))
    const last = places.length < limit ? await findAfter(db, before, walked) : undefined
    if (last === undefined) break
    before = last
  }
  return places
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The last of those that one statement looks at; undefined if no others follow. */
async function findAfter(db: Db, before: string, walked: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select object as id from name_search
    where object < ${before}::uuid order by object desc offset ${walked - 1} limit 1
  `.execute(db)
  return rows[0]?.id
}

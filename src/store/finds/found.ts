import type { Db } from '../database/db.ts'
import {
  findPlaces,
  type AskedPlaces,
  type FoundSort,
  type Place,
  type PlaceLimits,
} from './places.ts'

/** Something that a search found. */
interface Found<T> {
  readonly place: Place
  readonly row: T
}

export interface FoundPage<T> {
  readonly found: readonly Found<T>[]
  readonly sort: FoundSort
  /** Where looking ended before there were enough; undefined if fewer than asked for are the last. */
  readonly end: Place | undefined
}

/** Some of what is found is not shown, as what was voided. */
const besides = 10

/**
 * What a search finds and readers are shown, in order.
 *
 * @param load the rows of some ids that are shown, by these ids; two entries of one thing have one row
 */
export async function listFound<T extends { readonly id: string }>(
  db: Db,
  asked: AskedPlaces,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  limits?: PlaceLimits,
): Promise<FoundPage<T>> {
  const limit = asked.limit + besides
  const found = new Map<string, Found<T>>()
  let { after } = asked
  for (;;) {
    const { places, end } = await findPlaces(db, { ...asked, after, limit }, limits)
    const rows = await load(places.map(({ id }) => id))
    for (const place of places) {
      const row = rows.get(place.id)
      if (row && !found.has(row.id)) found.set(row.id, { place, row })
    }
    after = end ?? places.at(-1) ?? after
    const isDone = found.size >= asked.limit || end !== undefined || places.length < limit
    if (!isDone) continue
    const page = [...found.values()].slice(0, asked.limit)
    const isCut = page.length < asked.limit
    return { found: page, sort: after?.sort ?? 'relevance', end: isCut ? end : undefined }
  }
}

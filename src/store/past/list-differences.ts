import type { ClaimId } from '../../domain/ids.ts'
import { readAsOf, type Moment } from '../as-of.ts'
import type { ClaimFilters } from '../claim-filters.ts'
import type { Db } from '../database/db.ts'
import { listRewritten } from './new-citations.ts'
import {
  isBefore,
  listPast,
  placesAmong,
  usualLimits,
  type PastLimits,
  type PastPlace,
  type PastPlaces,
} from './list-past.ts'

/** Where a page of differences ended: the claim and everything before it was compared. */
export type DifferencePlace = Omit<PastPlace, 'until'>

/** A claim that may differ between two lists. */
export interface Difference extends DifferencePlace {
  readonly wasListed: boolean
  readonly isListed: boolean
}

export interface Differences {
  readonly differences: readonly Difference[]
  /** Where comparing ended before there were enough; undefined at the end of both lists. */
  readonly end: DifferencePlace | undefined
}

interface Asked {
  readonly from: Moment
  readonly to: Moment
  readonly after: DifferencePlace | undefined
  readonly limit: number
}

/** How many claims of each list one request compares. */
const comparedMax = 4000

/**
 * The claims that filters selected at one of two moments and not at the other, and those of which
 * something was written in between. Both lists are walked side by side, in the same order.
 *
 * @param filters as for {@link listPast}
 */
export async function listDifferences(
  db: Db,
  filters: ClaimFilters,
  { from, to, after, limit }: Asked,
  limits: PastLimits = usualLimits,
): Promise<Differences> {
  const page = { after: after && { ...after, until: 0 }, limit: comparedMax }
  const walk = async (then: Db) => walked(await listPast(then, filters, page, limits))
  const had = await readAsOf(db, from, walk)
  const seen = await readAsOf(db, to, async (then) => {
    const has = await walk(then)
    const end = [had.end, has.end].flatMap((place) => place ?? []).toSorted(byPlace)[0]
    const now = await reached(then, filters, has.places, end)
    return { end, now, isElsewhere: await amongListed(then, filters, without(had.places, now)) }
  })
  const { end, now } = seen
  const { old, wasElsewhere } = await readAsOf(db, from, async (then) => {
    const old = await reached(then, filters, had.places, end)
    return { old, wasElsewhere: await amongListed(then, filters, without([...now.values()], old)) }
  })
  const unwritten = [...now.values()].flatMap(({ id, until }) =>
    old.get(id)?.until === until ? [id] : [],
  )
  const rewritten = new Set<ClaimId>()
  for (const ids of chunks(unwritten))
    for (const id of await listRewritten(db, ids, from.seq, to.seq)) rewritten.add(id)
  const isSame = ({ id, until }: PastPlace) => old.get(id)?.until === until && !rewritten.has(id)
  const found = [
    ...[...now.values()].flatMap((place) => (isSame(place) ? [] : [{ ...place, isListed: true }])),
    // What is listed in another place now, since its date changed, is told there.
    ...[...old.values()].flatMap((place) =>
      now.has(place.id) || seen.isElsewhere.has(place.id) ? [] : [{ ...place, isListed: false }],
    ),
  ]
  const differences = found
    .toSorted(byPlace)
    .slice(0, limit)
    .map(({ id, key, isListed }) => {
      return { id, key, isListed, wasListed: old.has(id) || wasElsewhere.has(id) }
    })
  return { differences, end: differences.length < limit ? end : undefined }
}

type Places = ReadonlyMap<ClaimId, PastPlace>

/** The places of a list up to where both lists were looked through, with all versions of the last claim. */
async function reached(
  then: Db,
  filters: ClaimFilters,
  places: readonly PastPlace[],
  end: PastPlace | undefined,
): Promise<Places> {
  const before = places.filter((place) => end === undefined || isBefore(place, end))
  const last =
    end && (await placesAmong(then, filters, [end.id])).filter(({ key }) => key === end.key)
  return new Map([...before, ...(last ?? [])].map((place) => [place.id, place]))
}

function without(places: readonly PastPlace[], others: Places): ClaimId[] {
  return places.flatMap(({ id }) => (others.has(id) ? [] : [id]))
}

/** A list that is cut because there is enough of it ends at its last place. */
function walked({ places, end }: PastPlaces): PastPlaces {
  return places.length < comparedMax ? { places, end } : { places, end: places.at(-1) }
}

function byPlace(a: DifferencePlace, b: DifferencePlace): number {
  return isBefore(a, b) ? -1 : 1
}

/** How many ids are asked about in one statement. */
const askedTogether = 500

function* chunks(ids: readonly ClaimId[]): Generator<readonly ClaimId[]> {
  for (let at = 0; at < ids.length; at += askedTogether) yield ids.slice(at, at + askedTogether)
}

async function amongListed(
  then: Db,
  filters: ClaimFilters,
  ids: readonly ClaimId[],
): Promise<ReadonlySet<ClaimId>> {
  const found = new Set<ClaimId>()
  for (const some of chunks(ids))
    for (const { id } of await placesAmong(then, filters, some)) found.add(id)
  return found
}

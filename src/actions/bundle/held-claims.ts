import type { Noun } from '../../domain/nouns.ts'
import type { ClaimEntry, LinkEntry } from '../../domain/entries.ts'

/** Something that a bundle ends or redacts. */
export interface Touched {
  readonly type: Noun
  readonly object: string
}

/**
 * New claims that nothing queries before they are judged, so that they are written once, with their
 * judgement. Rulings and ratings are queried, and so is everything connected with an object that
 * the bundle touches.
 */
export function heldClaims(
  { claims, links }: { claims: readonly ClaimEntry[]; links: readonly LinkEntry[] },
  touched: readonly Touched[],
): ReadonlySet<string> {
  const entered = new Set([...claims, ...links].map(({ id }) => id))
  // Older objects, and objects other than claims and links, are connected to claims in ways unknown
  // here.
  if (touched.some(({ type, object }) => type !== 'story' && !entered.has(object))) return new Set()

  const ends = links.flatMap(({ id, from, to }) =>
    [from, 'claim' in to ? to.claim : to.link].flatMap((end) => [
      { at: id, next: end },
      { at: end, next: id },
    ]),
  )
  const near = Map.groupBy(ends, ({ at }) => at)
  const reached = new Set(touched.map(({ object }) => object))
  for (const object of reached) for (const { next } of near.get(object) ?? []) reached.add(next)
  return new Set(
    claims
      .filter(({ id, kind, rating }) => kind !== 'ruling' && rating === null && !reached.has(id))
      .map(({ id }) => id),
  )
}

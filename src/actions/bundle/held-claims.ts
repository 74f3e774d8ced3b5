import type { ClaimEntry, LinkEntry } from '../../domain/entries.ts'
import type { Voidable } from '../../formats/bundle.ts'

/** Something that a bundle ends, or whose words it removes. */
export interface Touched {
  readonly type: Voidable
  readonly object: string
}

/**
 * The new claims that nobody asks the database about before they are judged, so that they are
 * written once, with their judgement. Asked about are rulings and ratings, and whatever hangs
 * together with something that the bundle touches.
 */
export function heldClaims(
  { claims, links }: { claims: readonly ClaimEntry[]; links: readonly LinkEntry[] },
  touched: readonly Touched[],
): ReadonlySet<string> {
  const entered = new Set([...claims, ...links].map(({ id }) => id))
  // What was there before, or is no claim and no link, leads to claims in ways not known here.
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

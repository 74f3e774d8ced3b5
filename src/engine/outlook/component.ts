import type { ClaimId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import { endsOf } from '../record/links.ts'
import type { RecordItems } from '../record/memory.ts'
import type { RecordRegion } from '../record/region.ts'

/** Links of these relations move no status, so what lies beyond them does not matter. */
const inert: ReadonlySet<Relation> = new Set(['supports', 'qualifies'])

/**
 * Everything in a region that can bear on where a claim stands; undefined if the region ends before
 * that does.
 */
export function componentOf(region: RecordRegion, id: ClaimId): RecordItems | undefined {
  const links = region.links.filter(({ voided }) => !voided)
  const byId = new Map(links.map((link) => [link.id, link]))
  const known = { link: (other: string) => byId.get(other) }
  const joined = links.map((link) => ({ link, ends: endsOf(known, link) }))
  const around = Map.groupBy(
    joined
      .filter(({ link }) => !inert.has(link.relation))
      .flatMap(({ ends }) => ends.map((end) => ({ end, ends }))),
    ({ end }) => end,
  )
  const reached = new Set([id])
  for (const claim of reached)
    for (const { ends } of around.get(claim) ?? []) for (const end of ends) reached.add(end)

  const whole = new Set(region.whole)
  if (!reached.values().every((claim) => whole.has(claim))) return undefined
  return {
    claims: region.claims.filter((claim) => reached.has(claim.id)),
    links: joined
      .filter(({ ends }) => ends.every((end) => reached.has(end)))
      .map(({ link }) => link),
    affiliations: region.affiliations,
  }
}

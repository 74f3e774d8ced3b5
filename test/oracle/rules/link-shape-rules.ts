import type { Breach } from './breach.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** §1.2, rules 1, 2 and 4, of the shape of links. */
export function linkShapeRules(reading: Reading): Breach[] {
  return reading.links.flatMap((link) =>
    [
      ...selfLinks(reading, link),
      ...quarrels(reading, link),
      ...duplicates(reading, link),
      ...targets(reading, link),
      ...points(reading, link),
    ].map((rule) => ({ rule, item: link.id })),
  )
}

/** Rule 1: no link onto itself, between versions of one claim, or onto a link of its own claim. */
function selfLinks(reading: Reading, link: Link): string[] {
  const entered = reading.entered.links.find(({ id }) => id === link.id)
  if (entered?.from === entered?.to) return ['no-self-link']
  if (link.from === link.to && !link.ended) return ['no-second-link-between-versions']
  return reading.findLink(link.to)?.from === link.from ? ['no-link-onto-own-link'] : []
}

/** Rule 1: "no live link but `restates` and `supersedes` between members of one group". */
function quarrels(reading: Reading, { rel, from, to, ended }: Link): string[] {
  if (ended || rel === 'restates' || rel === 'supersedes') return []
  return from !== to && reading.group(from).includes(to) ? ['no-quarrel-within-group'] : []
}

/** Rule 2: "one live (relation, from, to)", as entered. */
function duplicates(reading: Reading, { id }: Link): string[] {
  const { links } = reading.entered
  const own = links.find((link) => link.id === id)
  const twins = links.filter(
    ({ rel, from, to, ended }) =>
      !ended && !own?.ended && rel === own?.rel && from === own.from && to === own.to,
  )
  return twins.length > 1 ? ['no-duplicate'] : []
}

const targetable: ReadonlySet<string> = new Set(['rebuts', 'undercuts', 'relies_on'])

/** Rule 4: which links may target a link, which may be targets, and how deep. */
function targets(reading: Reading, link: Link): string[] {
  const target = reading.findLink(link.to)
  if (!target) return []
  return [
    ...(link.rel === 'undercuts' ? [] : ['only-undercuts-target-links']),
    ...(targetable.has(target.rel) ? [] : ['only-guarded-links-are-targets']),
    ...(depthOf(reading, link) > 8 ? ['tower'] : []),
  ]
}

/** Rule 4: "0 onto a claim and 1 + the depth of the link that it targets". */
function depthOf(reading: Reading, { to }: Link): number {
  const target = reading.findLink(to)
  return target ? 1 + depthOf(reading, target) : 0
}

/**
 * No rule of the page: what an answer meets is a point of the claim that it answers, in any of its
 * versions, or of the claim at which the link starts that it undercuts.
 */
function points(reading: Reading, { to, meets }: Link): string[] {
  const answered = reading.findLink(to)?.from ?? to
  const versions = reading.claims.filter(
    ({ id }) => reading.versions.last(id) === reading.versions.last(answered),
  )
  const known = new Set(versions.flatMap((claim) => claim.points.map(({ id }) => id)))
  return meets.every((point) => known.has(point)) ? [] : ['meets-known-points']
}

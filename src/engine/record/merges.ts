import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import { targetOf } from './links.ts'
import type { RecordItems } from './memory.ts'
import type { RecordClaim, RecordLink } from './record.ts'

/** Merged objects with their survivors, sources and claims alike. */
export type Merges = ReadonlyMap<string, string>

/** The final survivor of an object; itself if it is not merged. */
export function survivorOf(merges: Merges, id: string): string {
  let survivor = id
  for (let next = merges.get(id); next !== undefined; next = merges.get(next)) survivor = next
  return survivor
}

/** A record with merges carried out, and which of its links lead to equal ones. */
export interface MergedItems extends RecordItems {
  readonly leading: ReadonlyMap<LinkId, LinkId>
}

/**
 * Carries out the merges in a record as entered (rules/2.md §1.2): merged objects are absent, and
 * references to them name their survivors. Among equal live links that do not depend on an entry
 * error, the one with the smallest id counts.
 */
export function mergeItems(items: RecordItems, merges: Merges): MergedItems {
  const named = (id: string) => survivorOf(merges, id)
  const gone = new Set(items.claims.flatMap(({ id, voided }) => (voided ? [id] : [])))
  const { links, leading } = mergeLinks(items.links, named, gone)
  return {
    claims: items.claims.map((claim) => mergeClaim(claim, named)),
    links,
    leading,
    affiliations: items.affiliations
      .map((each) => ({ ...each, source: named(each.source), to: named(each.to) }))
      .filter(({ source, to }) => source !== to),
  }
}

function mergeClaim(claim: RecordClaim, named: (id: SourceId | ClaimId) => string): RecordClaim {
  return {
    ...claim,
    speaker: claim.speaker === null ? null : named(claim.speaker),
    about: [...new Set(claim.about.map(named))],
    voided: claim.voided || named(claim.id) !== claim.id,
  }
}

/**
 * Links onto links can be compared only after their targets.
 *
 * @param voided claims that are entry errors
 */
function mergeLinks(
  entered: readonly RecordLink[],
  named: (id: ClaimId) => string,
  voided: ReadonlySet<ClaimId>,
) {
  const gone = new Set<ClaimId | LinkId>(voided)
  const leading = new Map<LinkId, LinkId>()
  const settled = new Map<LinkId, RecordLink>()
  const byDepth = Map.groupBy(entered, depthAmong(entered))
  for (const [, links] of [...byDepth].toSorted(([a], [b]) => a - b)) {
    const counting = new Map<string, LinkId>()
    const moved = links.map(({ to, ...link }): RecordLink => {
      const target =
        'claim' in to ? { claim: named(to.claim) } : { link: leading.get(to.link) ?? to.link }
      return { ...link, from: named(link.from), to: target }
    })
    for (const link of moved.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const key = `${link.relation} ${link.from} ${targetOf(link)}`
      if (link.voided || gone.has(link.from) || gone.has(targetOf(link))) gone.add(link.id)
      const counts = !link.ended && !gone.has(link.id)
      const first = counts ? counting.get(key) : undefined
      if (first !== undefined) leading.set(link.id, first)
      else if (counts) counting.set(key, link.id)
      settled.set(link.id, first === undefined ? link : { ...link, voided: true })
    }
  }
  return { leading, links: entered.map((link) => settled.get(link.id) ?? link) }
}

/** The number of links between a link and a claim. */
function depthAmong(links: readonly RecordLink[]): (link: RecordLink) => number {
  const byId = new Map(links.map((link) => [link.id, link]))
  return (link) => {
    const passed = new Set<LinkId>()
    let at: RecordLink | undefined = link
    while (at !== undefined && 'link' in at.to && !passed.has(at.id)) {
      passed.add(at.id)
      at = byId.get(at.to.link)
    }
    return passed.size
  }
}

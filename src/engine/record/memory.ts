import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import type { Affiliation } from './affiliations.ts'
import { endsOf, targetOf } from './links.ts'
import type { ItemId, RecordClaim, RecordLink, RecordView } from './record.ts'

export interface RecordItems {
  readonly claims: readonly RecordClaim[]
  readonly links: readonly RecordLink[]
  readonly affiliations: readonly Affiliation[]
}

/** A whole record in memory. A link that depends on something voided counts as voided itself. */
export function recordOf(items: RecordItems): RecordView {
  const claims = new Map(items.claims.map((claim) => [claim.id, claim]))
  const links = withVoidedSpread(claims, items.links)
  const standing = [...links.values()].filter((link) => !link.voided)
  const from = Map.groupBy(standing, (link) => key(link.from, link.relation))
  const onto = Map.groupBy(standing, (link) => key(targetOf(link), link.relation))
  const affiliations = Map.groupBy(items.affiliations, (affiliation) => affiliation.source)

  const view: RecordView = {
    misses: 0,
    claim: (id) => claims.get(id),
    link: (id) => links.get(id),
    linksFrom: (claim, relation) => from.get(key(claim, relation)) ?? [],
    linksOnto: (target, relation) => onto.get(key(target, relation)) ?? [],
    undercutsOfLinksOf: (claim) => undercuts.get(claim) ?? [],
    affiliationsOf: (source) => affiliations.get(source) ?? [],
    claimsOfSide: (source) => claimsOfSide(items, source),
  }
  const undercuts = undercutsOfLinks(view, standing)
  return view
}

function key(id: ItemId, relation: Relation): string {
  return `${relation} ${id}`
}

function withVoidedSpread(
  claims: ReadonlyMap<ClaimId, RecordClaim>,
  links: readonly RecordLink[],
): ReadonlyMap<LinkId, RecordLink> {
  const all = new Map(links.map((link) => [link.id, link]))
  const isGone = (id: ClaimId) => claims.get(id)?.voided !== false
  const isVoided = (link: RecordLink, seen: ReadonlySet<LinkId>): boolean => {
    if (link.voided || isGone(link.from)) return true
    if ('claim' in link.to) return isGone(link.to.claim)
    const target = all.get(link.to.link)
    if (target === undefined) return true
    return !seen.has(target.id) && isVoided(target, new Set([...seen, target.id]))
  }
  return new Map(
    links.map((link) => [link.id, { ...link, voided: isVoided(link, new Set([link.id])) }]),
  )
}

function undercutsOfLinks(
  record: RecordView,
  links: readonly RecordLink[],
): ReadonlyMap<ClaimId, readonly RecordLink[]> {
  const undercuts = new Map<ClaimId, RecordLink[]>()
  for (const undercut of links) {
    if (undercut.relation !== 'undercuts' || 'claim' in undercut.to) continue
    const target = record.link(undercut.to.link)
    for (const end of target === undefined ? [] : endsOf(record, target)) {
      const known = undercuts.get(end)
      if (known === undefined) undercuts.set(end, [undercut])
      else known.push(undercut)
    }
  }
  return undercuts
}

/** Of all time: a past affiliation still determines whose side a claim of its time is on. */
function claimsOfSide(items: RecordItems, source: SourceId): readonly ClaimId[] {
  const side = new Set([source])
  for (const member of side) {
    for (const affiliation of items.affiliations) {
      if (affiliation.to === member) side.add(affiliation.source)
    }
  }
  return items.claims
    .filter((claim) => !claim.voided)
    .filter(({ speaker, about }) => [speaker, ...about].some((each) => each && side.has(each)))
    .map((claim) => claim.id)
}

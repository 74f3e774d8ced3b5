import type { ClaimId } from '../domain/ids.ts'
import { concessionsOf } from './concessions.ts'
import { groupOf } from './groups.ts'
import { targetClaim } from './links.ts'
import { lostBasisNode } from './nodes.ts'
import type { RecordClaim, RecordLink, RecordView } from './record.ts'
import { speaksAsSubject } from './sides.ts'
import type { Attack, LabelView } from './label-view.ts'
import { compareTimes } from './time.ts'

/** A claim to cite, and whether its attack is not answered in kind. */
export interface Cite {
  readonly claim: ClaimId
  readonly oneWay: boolean
}

/** For a lifted arc, the cited claim is its source, not the link's `from`. */
export function attackCites(attacks: readonly Attack[]): readonly Cite[] {
  return attacks.map((attack) => ({ claim: attack.source, oneWay: !attack.twoWay }))
}

/** The standing rulings that say the same as the claim. */
export function rulingCites(record: RecordView, labels: LabelView, id: ClaimId): readonly Cite[] {
  const rulings = groupOf(record, id).filter(
    (member) => member !== id && record.claim(member)?.kind === 'ruling',
  )
  return cited(rulings.filter((ruling) => labels.label(ruling) === 'IN'))
}

/**
 * What has fallen of a claim's support: bases, and the steps from them, with what undercut these.
 */
export function lostBasisCites(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
): readonly Cite[] {
  return reliances(record, id).flatMap(({ link, basis }) => {
    const isLost = labels.label(lostBasisNode(link.id)) === 'IN'
    const winning = labels
      .attacksOnto(link.id)
      .filter((attack) => attack.label === 'IN' && !attack.twoWay)
    const bases = cited(isLost ? [basis] : [])
    return labels.label(link.id) === 'OUT' ? bases.concat(attackCites(winning)) : bases
  })
}

/** What is open of a claim's support. */
export function disputedBasisCites(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
): readonly Cite[] {
  return reliances(record, id).flatMap(({ link, basis }) => {
    const isOpen = labels.label(lostBasisNode(link.id)) === 'UNDEC'
    const standing = labels.attacksOnto(link.id).filter((attack) => attack.label !== 'OUT')
    const bases = cited(isOpen ? openMembers(record, labels, basis) : [])
    return labels.label(link.id) === 'UNDEC' ? bases.concat(attackCites(standing)) : bases
  })
}

/** Active claims by which a subject of the claim, not on its own side, accepts it. */
export function admissionCites(
  record: RecordView,
  labels: LabelView,
  claim: RecordClaim,
): readonly Cite[] {
  const conceding = concessionsOf(record, groupOf(record, claim.id)).map(({ from }) => from)
  return cited(
    conceding.filter((id) => {
      const speaking = record.claim(id)
      if (speaking === undefined || labels.isForced(id)) return false
      return speaksAsSubject(record, speaking, claim)
    }),
  )
}

/**
 * The order of cites: rulings first, then the claim's subjects not on its own side, one-way before
 * two-way, early before late, and finally by id.
 */
export function inOrder(
  record: RecordView,
  claim: RecordClaim,
  cites: readonly Cite[],
): readonly ClaimId[] {
  const oneWay = new Set(cites.filter((cite) => cite.oneWay).map((cite) => cite.claim))
  const places = [...new Set(cites.map((cite) => cite.claim))].map((id) => {
    const found = record.claim(id)
    const isSubject = found !== undefined && speaksAsSubject(record, found, claim)
    const place = [found?.kind === 'ruling' ? 0 : 1, isSubject ? 0 : 1, oneWay.has(id) ? 0 : 1]
    return { id, place, at: found?.assertedAt ?? null }
  })
  return places
    .sort((a, b) => compare(a.place, b.place) || compareTimes(a.at, b.at) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function cited(claims: readonly ClaimId[]): readonly Cite[] {
  return claims.map((claim) => ({ claim, oneWay: false }))
}

/** The basis if it is open, otherwise those of its restatements that are. */
export function openMembers(
  record: RecordView,
  labels: LabelView,
  basis: ClaimId,
): readonly ClaimId[] {
  if (labels.label(basis) === 'UNDEC') return [basis]
  return groupOf(record, basis).filter((member) => labels.label(member) === 'UNDEC')
}

export interface Reliance {
  readonly link: RecordLink
  readonly basis: ClaimId
}

/** The bases of a claim, by links that were not dropped. */
export function reliances(record: RecordView, id: ClaimId): readonly Reliance[] {
  return record.linksFrom(id, 'relies_on').flatMap((link) => {
    const basis = link.ended ? undefined : targetClaim(link)
    return basis === undefined ? [] : [{ link, basis }]
  })
}

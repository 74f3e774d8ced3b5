import type { ClaimId } from '../../domain/ids.ts'
import { isWinning, undercutsOnto } from './attacks.ts'
import type { LabelView } from '../graph/label-view.ts'
import { targetClaim } from '../record/links.ts'
import { lostBasisNode } from '../graph/nodes.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'

export interface Reliance {
  readonly link: RecordLink
  readonly basis: ClaimId
}

/** The bases of a claim, by links that were not dropped. */
export function reliances(reading: Reading, id: ClaimId): readonly Reliance[] {
  return reading.linksFrom(id, 'relies_on').flatMap((link) => {
    const basis = link.ended ? undefined : targetClaim(link)
    return basis === undefined ? [] : [{ link, basis }]
  })
}

/**
 * What has fallen of a claim's support: bases, and the steps from them, with what undercut these.
 */
export function lostBases(reading: Reading, labels: LabelView, id: ClaimId): readonly ClaimId[] {
  return reliances(reading, id).flatMap(({ link, basis }) => {
    const lost = labels.label(lostBasisNode(link.id)) === 'IN' ? [basis] : []
    if (labels.label(link.id) !== 'OUT') return lost
    const winning = undercutsOnto(reading, labels, link.id).filter(isWinning)
    return [...lost, ...winning.map(({ source }) => source)]
  })
}

/** What is open of a claim's support. */
export function disputedBases(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
): readonly ClaimId[] {
  return reliances(reading, id).flatMap(({ link, basis }) => {
    const isOpen = labels.label(lostBasisNode(link.id)) === 'UNDEC'
    const bases = isOpen ? openMembers(reading, labels, basis) : []
    if (labels.label(link.id) !== 'UNDEC') return bases
    const open = undercutsOnto(reading, labels, link.id).filter(({ label }) => label !== 'OUT')
    return [...bases, ...open.map(({ source }) => source)]
  })
}

/** The basis if it is open, otherwise those of its restatements that are. */
export function openMembers(
  reading: Reading,
  labels: LabelView,
  basis: ClaimId,
): readonly ClaimId[] {
  if (labels.label(basis) === 'UNDEC') return [basis]
  return reading.group(basis).filter((member) => labels.label(member) === 'UNDEC')
}

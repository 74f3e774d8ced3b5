import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Label } from '../../domain/status.ts'
import { givenUpOf } from '../reading/concessions.ts'
import { rebuttalsOf, type Rebuttal } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { hasArc, mayAttack } from '../reading/may-attack.ts'
import { undercutNode } from '../graph/nodes.ts'
import type { Reading } from '../reading/reading.ts'
import type { ItemId } from '../record/record.ts'

/** An attack on a claim or a link, as statuses and cites speak of it (rules, 1.3). */
export interface Attack {
  readonly link: LinkId
  readonly source: ClaimId
  /** Whether the target attacks back. */
  readonly twoWay: boolean
  readonly label: Label
}

/** The attacks onto a claim through links that are not voided, including ended ones. */
export function attacksOntoClaim(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
): readonly Attack[] {
  const rebuttals = rebuttalsOf(reading, claim)
  return [
    ...rebuttals.flatMap((rebuttal) => rebuttalsOnto(reading, labels, rebuttal, claim)),
    ...undercutsOnto(reading, labels, claim),
  ]
}

/** An attack that puts its target out: it stands, and the target does not attack back. */
export function isWinning({ label, twoWay }: Attack): boolean {
  return label === 'IN' && !twoWay
}

function rebuttalsOnto(
  reading: Reading,
  labels: LabelView,
  { link, others }: Rebuttal,
  claim: ClaimId,
): readonly Attack[] {
  const givenUp = givenUpOf(reading, link)
  const labelFrom = (source: ClaimId): Label => {
    if (link.ended || givenUp.has(source) || givenUp.has(claim)) return 'OUT'
    return lower(labels.label(source), labels.label(link.id))
  }
  return others
    .filter((source) => mayAttack(reading, source, claim))
    .map((source) => ({
      link: link.id,
      source,
      twoWay: mayAttack(reading, claim, source),
      label: labelFrom(source),
    }))
}

/** The attacks onto a claim or a link through undercuts, including ended ones. */
export function undercutsOnto(
  reading: Reading,
  labels: LabelView,
  target: ItemId,
): readonly Attack[] {
  return reading
    .linksOnto(target, 'undercuts')
    .filter((undercut) => hasArc(reading, undercut))
    .map(({ id, from }) => {
      const node = undercutNode(id)
      return { link: id, source: from, twoWay: labels.isTwoWay(node), label: labels.label(node) }
    })
}

function lower(one: Label, other: Label): Label {
  if (one === 'OUT' || other === 'OUT') return 'OUT'
  return one === 'UNDEC' ? one : other
}

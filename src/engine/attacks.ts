import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Label } from '../domain/status.ts'
import { givenUpOf } from './concessions.ts'
import { rebuttalsOf, type Rebuttal } from './groups.ts'
import type { LabelView } from './label-view.ts'
import { isGuarded, targetOf } from './links.ts'
import { undercutNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { ItemId, RecordLink } from './record.ts'

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

/** The attacks onto a link: undercuts. */
export function attacksOntoLink(
  reading: Reading,
  labels: LabelView,
  link: LinkId,
): readonly Attack[] {
  return undercutsOnto(reading, labels, link)
}

/**
 * Whether a claim attacks another through a rebuttal that joins them: unless only the other is a
 * ruling, or the other is a ruling that undercuts this one.
 */
function mayAttack(reading: Reading, a: ClaimId, b: ClaimId): boolean {
  if (!reading.isRuling(b)) return true
  return reading.isRuling(a) && !setsAside(reading, b, a)
}

/** Whether a claim undercuts another by a live link. */
export function setsAside(reading: Reading, one: ClaimId, other: ClaimId): boolean {
  return reading.linksFrom(one, 'undercuts').some((link) => !link.ended && targetOf(link) === other)
}

/**
 * Whether an undercut attacks its target at all: rulings, and links that start at them, yield only
 * to rulings, and a claim attacks neither itself nor its own links. A link without a guard cannot be
 * attacked.
 */
export function hasArc(reading: Reading, undercut: RecordLink): boolean {
  const hit = undercutClaim(reading, undercut)
  if (hit === undefined || hit === undercut.from) return false
  return reading.isRuling(undercut.from) || !reading.isRuling(hit)
}

/** The claim that an undercut targets, or that starts the link that it targets. */
function undercutClaim(reading: Reading, { to }: RecordLink): ClaimId | undefined {
  if ('claim' in to) return to.claim
  const target = reading.link(to.link)
  return target === undefined || target.voided || !isGuarded(target.relation)
    ? undefined
    : target.from
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

function undercutsOnto(reading: Reading, labels: LabelView, target: ItemId): readonly Attack[] {
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

import type { Label } from '../../src/domain/status.ts'
import {
  claimNode,
  compile,
  fallenNode,
  guardNode,
  isSuperseded,
  type Arc,
  type Compiled,
} from './dependencies.ts'
import { groundedLabels } from './grounded.ts'
import { given, type Reading } from './reading.ts'
import type { PlainClaim, PlainLink } from './record.ts'
import { isAmong, isSameSide } from './sides.ts'

/** A reading with its labels: what the table of rules/1.md §1.6 asks. */
export interface Labelled extends Reading, Compiled {
  labels: ReadonlyMap<string, Label>
}

export function labelled(reading: Reading): Labelled {
  const compiled = compile(reading)
  return { ...reading, ...compiled, labels: groundedLabels(compiled.nodes) }
}

/** A claim's `relies_on` link, with the labels of the basis' z_G and of the step to it. */
export interface Basis {
  claim: string
  link: PlainLink
  fallen: Label
  guard: Label
}

export function isActive(record: Labelled, claim: PlainClaim): boolean {
  return !claim.withdrawn && !isSuperseded(record, claim.id)
}

export function arcsOnto({ arcs }: Labelled, node: string): Arc[] {
  return [...arcs.values()].filter(({ target }) => target === node)
}

export function arcsThatAre(record: Labelled, node: string, ...labels: Label[]): Arc[] {
  return arcsOnto(record, node).filter((arc) => labels.includes(given(record.labels, arc.node)))
}

export function oneWayArcsIn(record: Labelled, node: string): Arc[] {
  return arcsThatAre(record, node, 'IN').filter(({ isOneWay }) => isOneWay)
}

/** RA: the IN arcs onto c that are one-way and start at a ruling. */
export function rulingsAgainst(record: Labelled, { id }: PlainClaim): Arc[] {
  return oneWayArcsIn(record, claimNode(id)).filter(
    ({ source }) => given(record.claims, source).kind === 'ruling',
  )
}

/** RF: the rulings in group(c)\{c} that are IN. */
export function rulingsFor(record: Labelled, { id }: PlainClaim): string[] {
  return [...given(record.groups, id)].filter(
    (member) =>
      member !== id &&
      given(record.claims, member).kind === 'ruling' &&
      given(record.labels, claimNode(member)) === 'IN',
  )
}

export function basesOf(record: Labelled, { id }: PlainClaim): Basis[] {
  return record.live.flatMap((link) => {
    if (link.relation !== 'relies_on' || link.from !== id || !('claim' in link.to)) return []
    const fallen = given(record.labels, fallenNode(record, link.to.claim))
    const guard = given(record.labels, guardNode(link.id))
    return [{ claim: link.to.claim, link, fallen, guard }]
  })
}

/** BL: a basis is lost when nothing of its group stands, or when the step to it is undercut. */
export function lostBases(record: Labelled, claim: PlainClaim): Basis[] {
  // The link is live, so its guard is not forced: only an undercut puts it OUT.
  return basesOf(record, claim).filter(({ fallen, guard }) => fallen === 'IN' || guard === 'OUT')
}

/** DN: an attack, not OUT, by somebody whom c is about and who is not its speaker. */
export function isDenied(record: Labelled, claim: PlainClaim): boolean {
  return arcsThatAre(record, claimNode(claim.id), 'IN', 'UNDEC').some(({ source }) =>
    isBySubject(record, given(record.claims, source), claim),
  )
}

/** AD: the active claims by which somebody whom c is about concedes it or a restatement. */
export function admissions(record: Labelled, claim: PlainClaim): string[] {
  return record.live
    .filter(({ relation, to }) => {
      if (relation !== 'concedes' || !('claim' in to)) return false
      return given(record.groups, claim.id).has(to.claim)
    })
    .map(({ from }) => given(record.claims, from))
    .filter((by) => isActive(record, by) && isBySubject(record, by, claim))
    .map(({ id }) => id)
}

/** Whether `by` is spoken by somebody in about(c) who is not c's own, when `by` was asserted. */
export function isBySubject(record: Labelled, by: PlainClaim, claim: PlainClaim): boolean {
  return (
    isAmong(record.record, by.speaker, claim.about, by.at) &&
    !isSameSide(record.record, by.speaker, claim.speaker, by.at)
  )
}

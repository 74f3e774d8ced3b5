import type { Status } from '../../src/domain/status.ts'
import { claimNode, guardNode, type Arc } from './dependencies.ts'
import {
  admissions,
  arcsOnto,
  arcsThatAre,
  basesOf,
  isBySubject,
  lostBases,
  oneWayArcsIn,
  rulingsAgainst,
  rulingsFor,
  type Labelled,
} from './findings.ts'
import { given } from './reading.ts'
import type { PlainClaim } from './record.ts'
import { earliestFirst } from './world-dates.ts'

/** A cited claim; what is cited through no arc is not one-way. */
interface Cite {
  claim: string
  isOneWay: boolean
}

/** The table of cites of rules/1.md §1.6, in its order. */
export function citesOf(record: Labelled, claim: PlainClaim, status: Status): string[] {
  const cites = finders[status](record, claim)
  const oneWay = new Set(cites.filter(({ isOneWay }) => isOneWay).map((cite) => cite.claim))
  const ids = [...new Set(cites.map((cite) => cite.claim))]
  return ids
    .map((id) => given(record.claims, id))
    .sort(
      (a, b) =>
        trueFirst(a.kind === 'ruling', b.kind === 'ruling') ||
        trueFirst(isBySubject(record, a, claim), isBySubject(record, b, claim)) ||
        trueFirst(oneWay.has(a.id), oneWay.has(b.id)) ||
        earliestFirst(a.at, b.at) ||
        trueFirst(a.id < b.id, b.id < a.id),
    )
    .map(({ id }) => id)
}

const finders: Record<Status, (record: Labelled, claim: PlainClaim) => Cite[]> = {
  denied: openAttacks,
  disputed: openAttacks,
  countered: (record, { id }) => sources(oneWayArcsIn(record, claimNode(id))),
  basis_lost: lossesOfBases,
  ruled_against: (record, claim) => sources(rulingsAgainst(record, claim)),
  ruled_for: (record, claim) => plain(rulingsFor(record, claim)),
  admitted: (record, claim) => plain(admissions(record, claim)),
  answered: (record, { id }) => sources(arcsOnto(record, claimNode(id))),
  corrected: replacements,
  withdrawn: () => [],
  unchallenged: () => [],
}

function openAttacks(record: Labelled, claim: PlainClaim): Cite[] {
  const attacks = arcsThatAre(record, claimNode(claim.id), 'IN', 'UNDEC')
  return attacks.length > 0 ? sources(attacks) : openBases(record, claim)
}

/** What a claim rests on that is open itself, and who contests the step from it. */
function openBases(record: Labelled, claim: PlainClaim): Cite[] {
  const isOpen = (id: string) => given(record.labels, claimNode(id)) === 'UNDEC'
  return basesOf(record, claim).flatMap((basis) => {
    const cites: Cite[] = []
    if (basis.fallen === 'UNDEC') {
      const group = [...given(record.groups, basis.claim)]
      cites.push(...plain(isOpen(basis.claim) ? [basis.claim] : group.filter(isOpen)))
    }
    if (basis.guard === 'UNDEC') {
      cites.push(...sources(arcsThatAre(record, guardNode(basis.link.id), 'IN', 'UNDEC')))
    }
    return cites
  })
}

function lossesOfBases(record: Labelled, claim: PlainClaim): Cite[] {
  const cites: Cite[] = []
  for (const { claim: basis, link, fallen, guard } of lostBases(record, claim)) {
    if (fallen === 'IN') cites.push(...plain([basis]))
    if (guard === 'OUT') cites.push(...sources(oneWayArcsIn(record, guardNode(link.id))))
  }
  return cites
}

function replacements(record: Labelled, { id }: PlainClaim): Cite[] {
  const superseders = given(record.superseders, id)
  return plain(superseders.size > 0 ? superseders : given(record.conceders, id))
}

function sources(arcs: readonly Arc[]): Cite[] {
  return arcs.map(({ source, isOneWay }) => ({ claim: source, isOneWay }))
}

function plain(claims: Iterable<string>): Cite[] {
  return [...claims].map((claim) => ({ claim, isOneWay: false }))
}

function trueFirst(a: boolean, b: boolean): number {
  return Number(b) - Number(a)
}

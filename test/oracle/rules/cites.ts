import type { Status } from '../../../src/domain/status.ts'
import { claimNode, guardNode, labelOf } from './attacks.ts'
import { concessionsReplacing, successorsOf } from './lifecycle.ts'
import { compareStarts } from './dates.ts'
import { basesOf, noneLabel, rulingsAgainst, rulingsFor } from './inputs.ts'
import { attacksOnto, type Labelled, notOutOnto, winningOnto } from './labelled.ts'
import { admissionsOf, isOtherVoiceOfSubject, subjectsOf } from './subjects.ts'

/** §1.6, cites: a set, in its order. "A claim never cites itself." */
export function citesOf(all: Labelled, c: string, status: Status): string[] {
  const cites = new Set(citedFor[status](all, c))
  return [...cites].filter((id) => id !== c).toSorted(inOrderFor(all, c))
}

const citedFor: Readonly<Record<Status, (all: Labelled, c: string) => readonly string[]>> = {
  denied: contesting,
  disputed: contesting,
  countered: winningOnto,
  basis_lost: (all, c) =>
    basesOf(all.reading, c).flatMap((link) => [
      ...(noneLabel(all, link) === 'IN' ? [link.to] : []),
      ...(labelOf(all.labels, guardNode(link.id)) === 'OUT' ? winningOnto(all, link.id) : []),
    ]),
  ruled_against: rulingsAgainst,
  ruled_for: rulingsFor,
  admitted: (all, c) => subjectsOf(all.reading, c).flatMap((a) => admissionsOf(all, c, a)),
  answered: (all, c) => attacksOnto(all, c).map(({ from }) => from),
  corrected: ({ reading, givenUp }, c) => {
    const successors = successorsOf(reading, c)
    return successors.length > 0 ? successors : concessionsReplacing(reading, givenUp, c)
  },
  withdrawn: () => [],
  unchallenged: () => [],
}

/** §1.6, the row of `denied` and `disputed`. */
function contesting(all: Labelled, c: string): string[] {
  const attackers = notOutOnto(all, c)
  return attackers.length > 0
    ? attackers
    : basesOf(all.reading, c).flatMap((link) => [
        ...(noneLabel(all, link) === 'UNDEC' ? openBasis(all, link.to) : []),
        ...(labelOf(all.labels, guardNode(link.id)) === 'UNDEC' ? notOutOnto(all, link.id) : []),
      ])
}

/** "The basis claim if it is UNDEC, else the UNDEC members of its group". */
function openBasis({ reading, labels }: Labelled, basis: string): string[] {
  const isOpen = (id: string) => labelOf(labels, claimNode(id)) === 'UNDEC'
  return isOpen(basis) ? [basis] : reading.group(basis).filter(isOpen)
}

/**
 * §1.6, order, at the time of "the cited claim" (§1.1): "rulings; voices of a member of about(c) that are not c's own; sources of a one-way
 * attack onto c or onto the guard of a basis of c; start of asserted_at; id."
 */
function inOrderFor(all: Labelled, c: string) {
  const { reading } = all
  const bases = new Set(basesOf(reading, c).map(({ id }) => id))
  const ranks = (id: string) => [
    first(reading.isRuling(id)),
    first(isOtherVoiceOfSubject(reading, id, c, reading.at(id))),
    first(
      all.attacks.some(
        ({ from, onto, isOneWay }) => isOneWay && from === id && (onto === c || bases.has(onto)),
      ),
    ),
  ]
  return (one: string, other: string): number => {
    const others = ranks(other)
    const difference = ranks(one)
      .map((rank, index) => rank - (others[index] ?? 0))
      .find((each) => each !== 0)
    if (difference !== undefined) return difference
    return compareStarts(reading.claim(one).at, reading.claim(other).at) || (one < other ? -1 : 1)
  }
}

function first(holds: boolean): number {
  return holds ? 0 : 1
}

import type { ClaimId } from '../../domain/ids.ts'
import { compareStarts, worldTimeOf } from '../../domain/world-time.ts'
import { attacksOntoClaim, undercutsOnto } from './attacks.ts'
import { reliances } from './bases.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import type { LabelView } from '../graph/label-view.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordClaim } from '../record/record.ts'

/**
 * The order of cites (rules, 1.6): rulings first, then voices of the claim's subjects, one-way
 * attacks before the rest, early before late, and finally by id. A claim never cites itself.
 */
export function inOrder(
  reading: Reading,
  labels: LabelView,
  claim: RecordClaim,
  cites: readonly ClaimId[],
): readonly ClaimId[] {
  const named = [...new Set(cites)].filter((id) => id !== claim.id)
  if (named.length < 2) return named
  const oneWay = oneWayAttackers(reading, labels, claim.id)
  const places = named.map((id) => ({
    id,
    place: [reading.isRuling(id), speaksForSubject(reading, id, claim.id), oneWay.has(id)],
    at: reading.claim(id)?.assertedAt ?? worldTimeOf(null),
  }))
  return places
    .sort(
      (a, b) => compare(a.place, b.place) || compareStarts(a.at, b.at) || (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id)
}

/** The sources of one-way attacks onto a claim or onto the step from one of its bases. */
function oneWayAttackers(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
): ReadonlySet<ClaimId> {
  const attacks = [
    ...attacksOntoClaim(reading, labels, claim),
    ...reliances(reading, claim).flatMap(({ link }) => undercutsOnto(reading, labels, link.id)),
  ]
  return new Set(attacks.filter(({ twoWay }) => !twoWay).map(({ source }) => source))
}

/** What holds comes first. */
function compare(a: readonly boolean[], b: readonly boolean[]): number {
  for (const [index, holds] of a.entries()) {
    const difference = Number(b[index] ?? false) - Number(holds)
    if (difference !== 0) return difference
  }
  return 0
}

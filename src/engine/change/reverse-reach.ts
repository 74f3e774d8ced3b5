import type { ClaimId } from '../../domain/ids.ts'
import { rivalsOf } from '../reading/groups.ts'
import { targetClaim } from '../record/links.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'

type State = 'falls' | 'gains'

/**
 * The undercuts onto whose target's fall (rules, 1.4) any of some claims may fall or gain, found
 * by following rules 1 to 4 backwards. Only those that parties can make two-way: those of rulings
 * never are, and those of opinions always.
 */
export function undercutsReaching(
  reading: Reading,
  touched: Readonly<Record<State, Iterable<ClaimId>>>,
): readonly RecordLink[] {
  const before = { falls: new Set<ClaimId>(), gains: new Set<ClaimId>() }
  const todo: (readonly [State, ClaimId])[] = []
  const reach = (state: State, claims: Iterable<ClaimId>) => {
    for (const claim of claims) {
      if (before[state].has(claim)) continue
      before[state].add(claim)
      todo.push([state, claim])
    }
  }
  reach('falls', touched.falls)
  reach('gains', touched.gains)
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [state, claim] = next
    reach(state, basesOf(reading, claim))
    if (state === 'falls') {
      reach('gains', hittersOf(reading, [claim]))
    } else {
      reach('falls', hittersOf(reading, reading.group(claim)))
      reach('falls', rivalsOf(reading, claim))
    }
  }
  const undercuts = [...before.falls].flatMap((claim) => undercutsAt(reading, claim))
  const distinct = new Map(undercuts.map((undercut) => [undercut.id, undercut]))
  return [...distinct.values()].filter((undercut) => hasFlag(reading, undercut))
}

/** The bases of a claim, in every restatement. */
function basesOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  return reading.linksFrom(claim, 'relies_on').flatMap((link) => {
    const basis = link.ended ? undefined : targetClaim(link)
    return basis === undefined ? [] : reading.group(basis)
  })
}

/** The claims that undercut any of some claims, or a link of which one is an end. */
function hittersOf(reading: Reading, claims: readonly ClaimId[]): readonly ClaimId[] {
  return claims
    .flatMap((claim) => undercutsAt(reading, claim))
    .filter(({ ended }) => !ended)
    .map(({ from }) => from)
}

function undercutsAt(reading: Reading, claim: ClaimId): readonly RecordLink[] {
  return [...reading.linksOnto(claim, 'undercuts'), ...reading.undercutsOfLinksOf(claim)]
}

function hasFlag(reading: Reading, { from }: RecordLink): boolean {
  const claim = reading.claim(from)
  return (claim?.kind === 'fact' || claim?.kind === 'figure') && claim.speaker !== null
}

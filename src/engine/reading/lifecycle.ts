import type { ClaimId } from '../../domain/ids.ts'
import { concedersOf, givenUpOf, hasGivenUp } from './concessions.ts'
import { rebuttalsOf } from './groups.ts'
import { readingMemo } from './reading-memo.ts'
import type { Reading } from './reading.ts'
import type { RecordClaim, RecordLink } from '../record/record.ts'

export type Life = 'withdrawn' | 'superseded' | 'active'

/** Withdrawn takes precedence over superseded. */
export function lifeOf(reading: Reading, claim: RecordClaim): Life {
  if (claim.withdrawn) return 'withdrawn'
  return supersedersOf(reading, claim.id).length > 0 ? 'superseded' : 'active'
}

/**
 * The claims that supersede a claim by a live link; if there are none, those to which it gave up
 * its rebuttals.
 */
export function supersedersOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  const replacing = replacementsOf(reading, claim)
  return replacing.length > 0 ? replacing : concessionsReplacing(reading, claim)
}

/** The claims that replace a claim by a live `supersedes`. */
export function replacementsOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  const live = reading.linksOnto(claim, 'supersedes').filter(isLive)
  return [...new Set(live.map(({ from }) => from))]
}

/** Neither dropped by its author nor voided. What a concession gives up stays live. */
export function isLive({ ended, voided }: RecordLink): boolean {
  return !ended && !voided
}

/** To whom a claim gave up its rebuttals, unless one of its rebuttals is open (rules, 1.3). */
function concessionsReplacing(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  if (rivalConceders(reading, claim).length === 0) return []
  const live = rebuttalsOf(reading, claim).filter(({ link }) => isLive(link))
  const isOpen = live.some(
    ({ link, others }) =>
      !hasGivenUp(reading, claim, link) && others.some((other) => mayStand(reading, other)),
  )
  if (isOpen) return []
  return [...new Set(live.flatMap(({ link }) => givenUpOf(reading, link).get(claim) ?? []))]
}

const rivalConcedersMemo = readingMemo<readonly ClaimId[]>()

/** Everything that concedes a group to which a live rebuttal joins that of a claim. */
export function rivalConceders(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  return rivalConcedersMemo(reading).get(reading.group(claim)[0] ?? claim, () => {
    const rivals = rebuttalsOf(reading, claim)
      .filter(({ link }) => isLive(link))
      .flatMap(({ others }) => others[0] ?? [])
    return [...new Set([...new Set(rivals)].flatMap((rival) => concedersOf(reading, rival)))]
  })
}

/** Neither withdrawn nor replaced by a live `supersedes`. */
function mayStand(reading: Reading, claim: ClaimId): boolean {
  return reading.claim(claim)?.withdrawn === false && replacementsOf(reading, claim).length === 0
}

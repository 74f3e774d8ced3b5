import type { ClaimId } from '../domain/ids.ts'
import { groupOf, groupsOf } from './groups.ts'
import { linksAt, otherEnd, targetClaim } from './links.ts'
import type { RecordClaim, RecordLink, RecordView } from './record.ts'
import { sameSide } from './sides.ts'
import { isBefore } from './time.ts'

/** The live concessions of any of some claims. */
export function concessionsOf(
  record: RecordView,
  claims: Iterable<ClaimId>,
): readonly RecordLink[] {
  return [...claims].flatMap((claim) =>
    record.linksOnto(claim, 'concedes').filter((link) => !link.ended),
  )
}

/** All groups that a live rebuttal connects with some claims, as one set. */
export function rivalsOf(record: RecordView, claims: Iterable<ClaimId>): ReadonlySet<ClaimId> {
  const rivals = new Set<ClaimId>()
  for (const claim of claims) {
    for (const link of linksAt(record, claim, 'rebuts')) {
      const rival = otherEnd(link, claim)
      if (!link.ended && rival !== undefined) rivals.add(rival)
    }
  }
  return groupsOf(record, rivals)
}

/** Whether a concession binds a claim: made by the same side, and no later than the concession. */
export function binds(
  record: RecordView,
  concession: RecordLink,
  claim: RecordClaim | undefined,
): boolean {
  const conceding = record.claim(concession.from)
  if (conceding === undefined || claim === undefined || conceding.id === claim.id) return false
  return (
    !isBefore(conceding.assertedAt, claim.assertedAt) &&
    sameSide(record, conceding.speaker, claim.speaker, conceding.assertedAt)
  )
}

/** The claims whose concession supersedes a claim: rule (a) of semantics.md §1.3. */
export function concedersOf(record: RecordView, claim: RecordClaim): readonly ClaimId[] {
  const group = new Set(groupOf(record, claim.id))
  const outside = [...rivalsOf(record, group)].filter((rival) => !group.has(rival))
  return concessionsOf(record, outside)
    .filter((concession) => binds(record, concession, claim))
    .map((concession) => concession.from)
}

/** The concessions that end an undercut: rule (b) of semantics.md §1.3. */
export function concessionsEnding(record: RecordView, undercut: RecordLink): readonly RecordLink[] {
  const target = targetClaim(undercut)
  if (target === undefined) return []
  const undercutting = record.claim(undercut.from)
  return concessionsOf(record, groupOf(record, target)).filter((concession) =>
    binds(record, concession, undercutting),
  )
}

export function isConceded(record: RecordView, undercut: RecordLink): boolean {
  return concessionsEnding(record, undercut).length > 0
}

import type { ClaimId } from '../domain/ids.ts'
import { concedersOf, isConceded } from './concessions.ts'
import type { RecordClaim, RecordLink, RecordView } from './record.ts'

export type Life = 'withdrawn' | 'superseded' | 'active'

/** Withdrawn takes precedence over superseded. */
export function lifeOf(record: RecordView, claim: RecordClaim): Life {
  if (claim.withdrawn) return 'withdrawn'
  return supersedersOf(record, claim).length > 0 ? 'superseded' : 'active'
}

/**
 * The claims that supersede a claim by a live link; if there are none, those whose concession does.
 */
export function supersedersOf(record: RecordView, claim: RecordClaim): readonly ClaimId[] {
  const corrections = record.linksOnto(claim.id, 'supersedes').filter((link) => !link.ended)
  if (corrections.length > 0) return corrections.map((link) => link.from)
  return concedersOf(record, claim)
}

/** Whether a link was ended, by its author or by a concession. */
export function isEnded(record: RecordView, link: RecordLink): boolean {
  return link.ended || (link.relation === 'undercuts' && isConceded(record, link))
}

/** Neither voided nor ended. */
export function isLive(record: RecordView, link: RecordLink): boolean {
  return !link.voided && !isEnded(record, link)
}

/**
 * Neither voided nor dropped by its author. A link ended by a concession can become live again, so
 * rules apply to it.
 */
export function isBinding({ voided, ended }: RecordLink): boolean {
  return !voided && !ended
}

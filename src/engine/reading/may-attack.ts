import type { ClaimId } from '../../domain/ids.ts'
import { isGuarded, targetOf } from '../record/links.ts'
import type { Reading } from './reading.ts'
import type { RecordLink } from '../record/record.ts'

/**
 * Whether a claim attacks another through a rebuttal that joins them: unless only the other is a
 * ruling, or the other is a ruling that undercuts this one.
 */
export function mayAttack(reading: Reading, a: ClaimId, b: ClaimId): boolean {
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

import type { ClaimId } from '../domain/ids.ts'
import { linksAt, otherEnd } from './links.ts'
import type { RecordView } from './record.ts'

/**
 * The restatement group of a claim, including itself, sorted. Withdrawn and superseded members
 * remain and connect others; an ended restatement connects nothing.
 */
export function groupOf(record: RecordView, claim: ClaimId): readonly ClaimId[] {
  const members = new Set([claim])
  for (const member of members) {
    for (const link of linksAt(record, member, 'restates')) {
      const other = otherEnd(link, member)
      if (!link.ended && other !== undefined) members.add(other)
    }
  }
  return [...members].sort()
}

/** All members of the groups of some claims. */
export function groupsOf(record: RecordView, claims: Iterable<ClaimId>): ReadonlySet<ClaimId> {
  const members = new Set<ClaimId>()
  for (const claim of claims) {
    if (members.has(claim)) continue
    for (const member of groupOf(record, claim)) members.add(member)
  }
  return members
}

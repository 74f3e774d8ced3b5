import type { ClaimId } from '../../domain/ids.ts'
import { linksAt, otherEnd } from '../record/links.ts'
import { readingMemo } from './reading-memo.ts'
import type { Reading } from './reading.ts'
import type { RecordLink } from '../record/record.ts'

/** All members of the groups of some claims. */
export function groupsOf(reading: Reading, claims: Iterable<ClaimId>): ReadonlySet<ClaimId> {
  const members = new Set<ClaimId>()
  for (const claim of claims) {
    if (members.has(claim)) continue
    for (const member of reading.group(claim)) members.add(member)
  }
  return members
}

/** A rebuttal between two groups, live or ended. */
export interface Rebuttal {
  readonly link: RecordLink
  readonly own: readonly ClaimId[]
  readonly others: readonly ClaimId[]
}

const rebuttalsMemo = readingMemo<readonly Rebuttal[]>()
const rivalsMemo = readingMemo<ReadonlySet<ClaimId>>()

/** The rebuttals that join the group of a claim to other groups, each once. */
export function rebuttalsOf(reading: Reading, claim: ClaimId): readonly Rebuttal[] {
  const own = reading.group(claim)
  return rebuttalsMemo(reading).get(own[0] ?? claim, () => {
    const members = new Set(own)
    const rebuttals = new Map<string, Rebuttal>()
    for (const member of own) {
      for (const link of linksAt(reading, member, 'rebuts')) {
        const other = otherEnd(link, member)
        if (other === undefined || members.has(other)) continue
        rebuttals.set(link.id, { link, own, others: reading.group(other) })
      }
    }
    return [...rebuttals.values()]
  })
}

/** The groups that rebuttals, live or ended, join to that of a claim, as one set. */
export function rivalsOf(reading: Reading, claim: ClaimId): ReadonlySet<ClaimId> {
  return rivalsMemo(reading).get(
    reading.group(claim)[0] ?? claim,
    () => new Set(rebuttalsOf(reading, claim).flatMap(({ others }) => others)),
  )
}

import type { ClaimId } from '../../domain/ids.ts'
import { targetClaim } from '../record/links.ts'
import type { RecordLink, RecordView } from '../record/record.ts'

/** The versions of a claim: the chain of live `supersedes` that change its wording alone. */
export interface Versions {
  readonly all: readonly ClaimId[]
  readonly first: ClaimId
  /** The version in whose place the others are read. */
  readonly current: ClaimId
}

/**
 * The versions of a claim (rules, 1.3), itself among them. No accepted record has anything but
 * chains; should there be a circle or a fork, all its claims still have the same current version.
 */
export function versionsOf(record: RecordView, claim: ClaimId): Versions {
  const found = new Set([claim])
  const replaced = new Set<ClaimId>()
  const replacing = new Set<ClaimId>()
  for (const each of found) {
    for (const { from } of record.linksOnto(each, 'supersedes').filter(isWording)) {
      if (from !== each) replaced.add(each)
      found.add(from)
    }
    for (const link of record.linksFrom(each, 'supersedes').filter(isWording)) {
      const target = targetClaim(link)
      if (target === undefined) continue
      if (target !== each) replacing.add(each)
      found.add(target)
    }
  }
  const all = [...found].sort()
  return {
    all,
    first: all.find((each) => !replacing.has(each)) ?? all[0] ?? claim,
    current: all.find((each) => !replaced.has(each)) ?? all[0] ?? claim,
  }
}

/** Whether a link makes its claim the next version of its target. */
export function isWording({ relation, change, ended }: RecordLink): boolean {
  return relation === 'supersedes' && change === 'wording' && !ended
}

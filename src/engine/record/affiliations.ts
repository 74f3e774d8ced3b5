import type { SourceId } from '../../domain/ids.ts'
import type { AffiliationRelation } from '../../domain/kinds.ts'
import { isCertainlyEarlier, isCertainlyLater, type WorldTime } from '../../domain/world-time.ts'

/** That `source` speaks for, is part of, or is employed by `to`. A missing end is unknown. */
export interface Affiliation {
  readonly source: SourceId
  readonly relation: AffiliationRelation
  readonly to: SourceId
  readonly from: WorldTime
  readonly until: WorldTime
}

/** An affiliation holds unless the dates exclude it (rules, 1.10). */
export function holdsAt({ from, until }: Affiliation, at: WorldTime): boolean {
  return !isCertainlyEarlier(at, from) && !isCertainlyLater(at, until)
}

/** Whether there is a time at which it does not hold. */
export function isDated({ from, until }: Affiliation): boolean {
  return from.first !== -Infinity || until.last !== Infinity
}

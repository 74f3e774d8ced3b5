import type { SourceId } from '../../domain/ids.ts'
import type { AffiliationRelation } from '../../domain/kinds.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import { holdsAt } from '../record/affiliations.ts'
import type { RecordView } from '../record/record.ts'
import { reachIn } from './reach.ts'

/** Who speaks for whom, and who shares an interest (rules, 1.1). Null is a speaker not named. */

type Speaker = SourceId | null

const wholes: readonly AffiliationRelation[] = ['part_of']
const principals: readonly AffiliationRelation[] = ['speaks_for']
const interests: readonly AffiliationRelation[] = ['speaks_for', 'part_of']

/** V(x): the source and everything it reaches through `speaks_for`; nobody for nobody. */
export function voiceOf(record: RecordView, x: Speaker, at: WorldTime): ReadonlySet<SourceId> {
  return reachIn(record).from(named(x), at, principals)
}

/** P(x): the source and everything it reaches through `speaks_for` and `part_of`. */
export function interestsOf(record: RecordView, x: Speaker, at: WorldTime): ReadonlySet<SourceId> {
  return reachIn(record).from(named(x), at, interests)
}

export function areOfOneVoice(record: RecordView, x: Speaker, y: Speaker, at: WorldTime) {
  if (x === null || y === null) return false
  return x === y || meet(voiceOf(record, x, at), voiceOf(record, y, at))
}

/**
 * Whether what x and y speak for or are part of overlaps. No rule of statuses asks for it; entries
 * of one statement may name a whole or its part.
 */
export function areOfOneSide(record: RecordView, x: Speaker, y: Speaker, at: WorldTime) {
  return meet(interestsOf(record, x, at), interestsOf(record, y, at))
}

/** Whether x is a voice of a: a whole speaks for its parts, but no part for its whole. */
export function isVoiceOf(record: RecordView, x: Speaker, a: SourceId, at: WorldTime): boolean {
  return isVoiceOfAny(record, x, [a], at)
}

/** Whether x is a voice of any of some sources: the wholes of all of them are followed once. */
export function isVoiceOfAny(
  record: RecordView,
  x: Speaker,
  sources: readonly SourceId[],
  at: WorldTime,
): boolean {
  if (x === null || sources.length === 0) return false
  return (
    sources.includes(x) || meet(voiceOf(record, x, at), reachIn(record).from(sources, at, wholes))
  )
}

/**
 * Whether x shares an interest with any of some sources. What all of them reach is followed once,
 * however many they are.
 */
export function sharesInterest(
  record: RecordView,
  x: SourceId,
  others: readonly SourceId[],
  at: WorldTime,
): boolean {
  const reach = reachIn(record)
  const own = interestsOf(record, x, at)
  const theirs = reach.from(others, at, interests)
  return (
    meet(own, theirs) ||
    meet(reach.from(employersOf(record, [x], at), at, interests), theirs) ||
    meet(own, reach.from(employersOf(record, others, at), at, interests))
  )
}

/** Employers count one step far. */
function employersOf(
  record: RecordView,
  sources: readonly SourceId[],
  at: WorldTime,
): readonly SourceId[] {
  const employers = sources.flatMap((source) =>
    record
      .affiliationsOf(source)
      .filter((each) => each.relation === 'employed_by' && holdsAt(each, at))
      .map(({ to }) => to),
  )
  return [...new Set(employers)]
}

function named(x: Speaker): readonly SourceId[] {
  return x === null ? [] : [x]
}

function meet(one: ReadonlySet<SourceId>, other: ReadonlySet<SourceId>): boolean {
  return !one.isDisjointFrom(other)
}

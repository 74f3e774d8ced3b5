import type { SourceId } from '../../domain/ids.ts'
import type { AffiliationRelation } from '../../domain/kinds.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import { holdsAt } from '../record/affiliations.ts'
import type { RecordView } from '../record/record.ts'

/** Who speaks for whom, and who shares an interest (rules, 1.1). Null is a speaker not named. */

type Speaker = SourceId | null
type Affiliations = Pick<RecordView, 'affiliationsOf'>

const wholes: readonly AffiliationRelation[] = ['part_of']
const principals: readonly AffiliationRelation[] = ['speaks_for']
const interests: readonly AffiliationRelation[] = ['speaks_for', 'part_of']
const employers: readonly AffiliationRelation[] = ['employed_by']

/** V(x): the source and everything it reaches through `speaks_for`; nobody for nobody. */
export function voiceOf(record: Affiliations, x: Speaker, at: WorldTime): ReadonlySet<SourceId> {
  return reached(record, x, at, principals)
}

/** P(x): the source and everything it reaches through `speaks_for` and `part_of`. */
export function interestsOf(
  record: Affiliations,
  x: Speaker,
  at: WorldTime,
): ReadonlySet<SourceId> {
  return reached(record, x, at, interests)
}

export function areOfOneVoice(record: Affiliations, x: Speaker, y: Speaker, at: WorldTime) {
  if (x === null || y === null) return false
  return x === y || meet(voiceOf(record, x, at), voiceOf(record, y, at))
}

/**
 * Whether what x and y speak for or are part of overlaps. No rule of statuses asks for it; entries
 * of one statement may name a whole or its part.
 */
export function areOfOneSide(record: Affiliations, x: Speaker, y: Speaker, at: WorldTime) {
  return meet(interestsOf(record, x, at), interestsOf(record, y, at))
}

/** Whether x is a voice of a: a whole speaks for its parts, but no part for its whole. */
export function isVoiceOf(record: Affiliations, x: Speaker, a: SourceId, at: WorldTime): boolean {
  if (x === null) return false
  return x === a || meet(voiceOf(record, x, at), reached(record, a, at, wholes))
}

/** Whether x shares an interest with any of some sources. */
export function sharesInterest(
  record: Affiliations,
  x: SourceId,
  others: Iterable<SourceId>,
  at: WorldTime,
): boolean {
  const own = reached(record, x, at, interests)
  const ofEmployers = [...next(record, x, at, employers)].map((employer) =>
    reached(record, employer, at, interests),
  )
  return Iterator.from(others).some((p) => {
    const theirs = reached(record, p, at, interests)
    return (
      meet(own, theirs) ||
      ofEmployers.some((employer) => meet(employer, theirs)) ||
      [...next(record, p, at, employers)].some((employer) =>
        meet(reached(record, employer, at, interests), own),
      )
    )
  })
}

function reached(
  record: Affiliations,
  x: Speaker,
  at: WorldTime,
  relations: readonly AffiliationRelation[],
): ReadonlySet<SourceId> {
  const found = new Set(x === null ? [] : [x])
  for (const each of found) for (const other of next(record, each, at, relations)) found.add(other)
  return found
}

function next(
  record: Affiliations,
  x: SourceId,
  at: WorldTime,
  relations: readonly AffiliationRelation[],
): readonly SourceId[] {
  return record
    .affiliationsOf(x)
    .filter((each) => relations.includes(each.relation) && holdsAt(each, at))
    .map(({ to }) => to)
}

function meet(one: ReadonlySet<SourceId>, other: ReadonlySet<SourceId>): boolean {
  return !one.isDisjointFrom(other)
}

import type { Voices } from '../domain/account.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { RecordView } from './record.ts'
import type { LabelView } from './label-view.ts'
import { compareTimes } from './time.ts'

/** The speakers of some claims, each party once, in the order of the claims. */
export function voicesOf(record: RecordView, claims: readonly ClaimId[]): Voices {
  const heard = new Map<SourceId, ClaimId>()
  for (const id of claims) {
    const speaker = record.claim(id)?.speaker
    if (speaker !== undefined && !heard.has(speaker)) heard.set(speaker, id)
  }
  const named = [...heard.values()].slice(0, namedMax)
  return { claims: named, more: heard.size - named.length }
}

/**
 * Rebuttals of a ruling that lack the rank to change it, and were neither dropped nor withdrawn.
 */
export function contestersOf(
  record: RecordView,
  labels: LabelView,
  ruling: ClaimId,
): readonly ClaimId[] {
  const contesting = record
    .linksOnto(ruling, 'rebuts')
    .filter(({ ended, from }) => !ended && record.claim(from)?.kind !== 'ruling')
    .map(({ from }) => from)
  return earliestFirst(
    record,
    contesting.filter((claim) => !labels.isForced(claim)),
  )
}

/** Each claim once, by date with unknown ones last, then by id. */
export function earliestFirst(record: RecordView, claims: Iterable<ClaimId>): readonly ClaimId[] {
  const timeOf = (id: ClaimId) => record.claim(id)?.assertedAt ?? null
  return [...new Set(claims)].toSorted(
    (a, b) => compareTimes(timeOf(a), timeOf(b)) || (a < b ? -1 : 1),
  )
}

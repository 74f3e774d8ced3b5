import type { Voices } from '../../domain/account.ts'
import { namedMax } from '../../domain/enumerate.ts'
import type { ClaimId, SourceId } from '../../domain/ids.ts'
import { compareStarts, worldTimeOf } from '../../domain/world-time.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink, RecordView } from '../record/record.ts'
import type { LabelView } from '../graph/label-view.ts'

/** The speakers of some claims, each party once, in the order of the claims. */
export function voicesOf(record: RecordView, claims: readonly ClaimId[]): Voices {
  // Speakers who are not named are told apart by their claims.
  const heard = new Map<SourceId | ClaimId, ClaimId>()
  for (const id of claims) {
    const speaker = record.claim(id)?.speaker
    if (speaker !== undefined && !heard.has(speaker ?? id)) heard.set(speaker ?? id, id)
  }
  const named = [...heard.values()].slice(0, namedMax)
  return { claims: named, more: heard.size - named.length }
}

/**
 * Rebuttals of a ruling that lack the rank to change it, and were neither dropped nor withdrawn. An
 * answer to something else does not contest it.
 */
export function contestersOf(
  reading: Reading,
  labels: LabelView,
  ruling: ClaimId,
): readonly ClaimId[] {
  const contesting = reading
    .linksOnto(ruling, 'rebuts')
    .filter((link) => !link.ended && !isAside(link) && !reading.isRuling(link.from))
    .map(({ from }) => from)
  return earliestFirst(
    reading,
    contesting.filter((claim) => !labels.isForced(claim)),
  )
}

/** Each claim once, by date with unknown ones last, then by id. */
export function earliestFirst(record: RecordView, claims: Iterable<ClaimId>): readonly ClaimId[] {
  const timeOf = (id: ClaimId) => record.claim(id)?.assertedAt ?? worldTimeOf(null)
  return [...new Set(claims)].toSorted(
    (a, b) => compareStarts(timeOf(a), timeOf(b)) || (a < b ? -1 : 1),
  )
}

/** Whether a rebuttal answers something else. */
export function isAside({ response }: RecordLink): boolean {
  return response === 'elsewhere'
}

import type { SourceId } from '../domain/ids.ts'
import type { RecordClaim, RecordView } from './record.ts'
import type { Time } from './time.ts'

/** Whether two sources are on the same side at a time (semantics.md §1.1). */
export function sameSide(record: RecordView, a: SourceId, b: SourceId, at: Time): boolean {
  if (a === b) return true
  const principals = record.principals(b, at)
  return [...record.principals(a, at)].some((principal) => principals.has(principal))
}

/** Whether a source is on one side with any of the others at a time. */
export function isAmong(
  record: RecordView,
  source: SourceId,
  others: Iterable<SourceId>,
  at: Time,
): boolean {
  return Iterator.from(others).some((other) => sameSide(record, source, other, at))
}

/**
 * Whether a claim is spoken by a subject of another claim who is not on that claim's own side: the
 * subject's denial or admission. Sides are those at the time of the speaking claim.
 */
export function speaksAsSubject(
  record: RecordView,
  speaking: RecordClaim,
  subject: RecordClaim,
): boolean {
  const { speaker, assertedAt } = speaking
  return (
    isAmong(record, speaker, subject.about, assertedAt) &&
    !sameSide(record, speaker, subject.speaker, assertedAt)
  )
}

import type { ClaimId, SourceId } from '../../domain/ids.ts'
import { areOfOneVoice } from '../reading/voice.ts'
import { readingOf } from '../reading/reading.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import type { RecordView } from '../record/record.ts'
import { counterpointsOf } from '../standing/counterpoints.ts'

/** One thing that may happen next, and may move where a claim stands. */
export type SingleEvent =
  /** Its speaker withdraws a claim: the one in question, one that answers it, or one of its cites. */
  | { readonly kind: 'withdrawal'; readonly claim: ClaimId }
  /** Another ruling sets aside a ruling; for rulings, in place of a withdrawal. */
  | { readonly kind: 'set_aside'; readonly claim: ClaimId }
  /** A source that the claim is about concedes it. */
  | { readonly kind: 'confirmation'; readonly by: SourceId }

/** How many of the cites of a status are looked at, in their order. */
const citesMax = 5

/**
 * Every event that is looked at for a claim: a confirmation by one of those it is about, the loss of one of
 * its first cites or of an answer, and its own withdrawal.
 *
 * @param at when a confirmation would be
 */
export function singleEvents(
  record: RecordView,
  id: ClaimId,
  cites: readonly ClaimId[],
  at: WorldTime,
): readonly SingleEvent[] {
  const reading = readingOf(record)
  const claim = reading.claim(id)
  if (claim === undefined) return []
  const answers = counterpointsOf(record, id).map((answer) => answer.claim)
  const lost = new Set([...cites.slice(0, citesMax), ...answers].filter((other) => other !== id))
  // Nobody confirms what is said in its own voice (rules, 1.2, 5).
  const confirming = claim.about.filter(
    (subject) => !areOfOneVoice(reading, subject, claim.speaker, at),
  )
  return [
    ...confirming.map((by) => ({ kind: 'confirmation', by }) as const),
    ...[...lost, id].flatMap((each) => lossOf(record, each)),
  ]
}

/** How a claim would be lost; nothing if it is gone already, or nobody is named who could take it back. */
function lossOf(record: RecordView, id: ClaimId): readonly SingleEvent[] {
  const claim = record.claim(id)
  if (claim === undefined || claim.voided || claim.withdrawn) return []
  if (claim.kind === 'ruling') return [{ kind: 'set_aside', claim: id }]
  return claim.speaker === null ? [] : [{ kind: 'withdrawal', claim: id }]
}

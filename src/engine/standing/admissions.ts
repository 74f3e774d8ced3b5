import type { ClaimId, SourceId } from '../../domain/ids.ts'
import { admits, concedingByLink } from '../reading/concessions.ts'
import type { LabelView } from '../graph/label-view.ts'
import type { Reading } from '../reading/reading.ts'
import { areOfOneVoice, isVoiceOf } from '../reading/voice.ts'

/** The subjects of a claim (rules, 1.1): whom it is about, but for those of its own voice. */
export function subjectsOf(reading: Reading, id: ClaimId): readonly SourceId[] {
  const claim = reading.claim(id)
  if (claim === undefined) return []
  const at = reading.at(id)
  return claim.about.filter((subject) => !areOfOneVoice(reading, subject, claim.speaker, at))
}

/** The active claims that admit a claim for one of its subjects (rules, 1.6). */
export type Admissions = ReadonlyMap<SourceId, readonly ClaimId[]>

/** The admissions of a claim, for each of its subjects. */
export function admissionsOf(reading: Reading, labels: LabelView, id: ClaimId): Admissions {
  const admitting = admittingOf(reading, id).filter((s) => !labels.isForced(s))
  return new Map(
    subjectsOf(reading, id).map((subject) => [
      subject,
      admitting.filter((s) =>
        isVoiceOf(reading, reading.claim(s)?.speaker ?? null, subject, reading.at(s)),
      ),
    ]),
  )
}

/** Everything that admits a claim, whether its author stands by that or not. */
export function admittingOf(reading: Reading, id: ClaimId): readonly ClaimId[] {
  const restating = reading.isRuling(id) ? [] : reading.group(id).filter((other) => other !== id)
  const saying = new Set([...concedingByLink(reading, id), ...restating])
  return [...saying].filter((s) => admits(reading, s, id))
}

/** AD of the rules: every subject admits it. */
export function isAdmitted(admissions: Admissions): boolean {
  return admissions.size > 0 && [...admissions.values()].every((claims) => claims.length > 0)
}

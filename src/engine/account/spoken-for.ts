import type { ClaimId, SourceId } from '../../domain/ids.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import type { Reading } from '../reading/reading.ts'
import { isVoiceOf } from '../reading/voice.ts'

/** For which subjects of a claim another's speaker speaks, as a party to it. */
export function spokenFor(reading: Reading, id: ClaimId, claim: ClaimId): readonly SourceId[] {
  const [speaking, about] = [reading.claim(id), reading.claim(claim)?.about]
  if (speaking === undefined || about === undefined) return []
  if (!speaksForSubject(reading, id, claim)) return []
  return about.filter((each) => isVoiceOf(reading, speaking.speaker, each, reading.at(id)))
}

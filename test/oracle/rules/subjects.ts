import { lifeOf } from './lifecycle.ts'
import { admits } from './concessions.ts'
import type { Time } from './dates.ts'
import type { Labelled } from './labelled.ts'
import type { Reading } from './reading.ts'

/** §1.1: "subjects(c) = the members of about(c) that are not of one voice with c's speaker". */
export function subjectsOf(reading: Reading, c: string): string[] {
  const { about, speaker } = reading.claim(c)
  return about.filter((a) => !reading.areOfOneVoice(a, speaker, reading.at(c)))
}

/** Whether x speaks as "a voice of a member of about(c) and not c's own", at t. */
export function isOtherVoiceOfSubject(reading: Reading, x: string, c: string, t: Time): boolean {
  const { speaker } = reading.claim(x)
  return (
    reading.claim(c).about.some((a) => reading.isVoiceOf(speaker, a, t)) &&
    !reading.areOfOneVoice(speaker, reading.claim(c).speaker, t)
  )
}

/** "An active claim that admits c and whose speaker is a voice of a". */
export function admissionsOf({ reading, givenUp }: Labelled, c: string, a: string): string[] {
  return reading.claims
    .filter((s) => lifeOf(reading, givenUp, s) === 'active')
    .filter((s) => admits(reading, s.id, c) && reading.isVoiceOf(s.speaker, a, reading.at(s.id)))
    .map(({ id }) => id)
}

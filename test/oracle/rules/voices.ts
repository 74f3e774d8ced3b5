import { isCertainlyEarlier, isCertainlyLater, type Time } from './dates.ts'
import type { Source } from './record.ts'

type Relation = Source['affiliations'][number]['relation']
/** Null: a speaker who is not named. */
type Speaker = string | null

/** §1.1, voice and interest, over the affiliations of these sources. */
export interface Voices {
  /** V(x) at t. */
  voice(x: Speaker, t: Time): Set<string>
  areOfOneVoice(x: Speaker, y: Speaker, t: Time): boolean
  isVoiceOf(x: Speaker, a: string, t: Time): boolean
  shareInterest(x: Speaker, p: Speaker, t: Time): boolean
}

export function voicesOf(sources: readonly Source[]): Voices {
  /** "Holds unless t is certainly earlier than `from` or certainly later than `to`" (§1.10). */
  const next = (x: string, t: Time, relations: readonly Relation[]) =>
    (sources.find(({ id }) => id === x)?.affiliations ?? [])
      .filter(({ relation }) => relations.includes(relation))
      .filter(({ from, to }) => !isCertainlyEarlier(t, from) && !isCertainlyLater(t, to))
      .map(({ source }) => source)

  /** x and everything reached from it; "V and P of nobody are empty". */
  const reached = (x: Speaker, t: Time, relations: readonly Relation[]) => {
    const found = new Set(x === null ? [] : [x])
    for (const each of found) for (const other of next(each, t, relations)) found.add(other)
    return found
  }
  const voice = (x: Speaker, t: Time) => reached(x, t, ['speaks_for'])
  const interest = (x: Speaker, t: Time) => reached(x, t, ['speaks_for', 'part_of'])
  const employers = (x: Speaker, t: Time) => (x === null ? [] : next(x, t, ['employed_by']))

  return {
    voice,
    areOfOneVoice: (x, y, t) => meet(voice(x, t), voice(y, t)),
    isVoiceOf: (x, a, t) => meet(voice(x, t), reached(a, t, ['part_of'])),
    shareInterest: (x, p, t) =>
      meet(interest(x, t), interest(p, t)) ||
      employers(x, t).some((employer) => meet(interest(employer, t), interest(p, t))) ||
      employers(p, t).some((employer) => meet(interest(employer, t), interest(x, t))),
  }
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isDisjointFrom(other)
}

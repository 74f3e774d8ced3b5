import { namesOf, nameOf, since, when } from './english-phrases.ts'
import type { Speaker, Speakers } from './told/speakers.ts'
import type { ChallengeOutcome, ClaimOutcome } from './told/outcome.ts'

/** What somebody did to a claim or a challenge, or what happened to it. */
type Became =
  | { readonly by: Speaker; readonly verb: string; readonly rest: string }
  | { readonly passive: string }

/** After a clause about what `challenger` did: " and withdrew that on 5 December 2025". */
export function becameOfChallenge(
  outcome: ChallengeOutcome,
  challenger: Speaker | null,
  isAlone: boolean,
): string {
  const became = becameOf(outcome, 'replaced')
  if ('passive' in became) return `${isAlone ? '; that' : ', which'} ${became.passive}`
  const { by, verb, rest } = became
  // Others than the challenger have nothing to drop but a rebuttal that joins both contents.
  if (outcome.kind === 'dropped' && (outcome.side === 'author' || by.id !== challenger?.id)) {
    const what = outcome.side === 'author' ? 'that' : 'this'
    return `, and ${nameOf(by)} dropped the rebuttal of ${what}${rest}`
  }
  if (by.id === challenger?.id) {
    return ` and ${verb === 'gave up' ? 'gave that up' : `${verb} that`}${rest}`
  }
  return `, which ${nameOf(by)} ${verb}${rest}`
}

/** After what a claim relies on: ", which Halden withdrew on 5 December 2025". */
export function becameOfBasis(outcome: ClaimOutcome): string {
  const became = becameOf(outcome, 'corrected')
  if ('passive' in became) return `, which ${became.passive}`
  return `, which ${nameOf(became.by)} ${became.verb}${became.rest}`
}

/** After what the claim itself answers. */
export function becameOfAnswered(outcome: ChallengeOutcome): string {
  if (outcome.kind === 'not_addressed') {
    const held = namesOf(outcome.by)
    return `, but ${held === '' ? 'it was held not to' : `${held} held that it does not`} address that`
  }
  const became = becameOf(outcome, 'replaced')
  if ('passive' in became) return `, which ${became.passive}`
  if (outcome.kind === 'dropped')
    return `, and ${nameOf(became.by)} dropped the rebuttal of that${became.rest}`
  return `, which ${nameOf(became.by)} ${became.verb}${became.rest}`
}

function becameOf(outcome: ChallengeOutcome, corrected: string): Became {
  switch (outcome.kind) {
    case 'withdrawn':
      return { by: outcome.by, verb: 'withdrew', rest: when(outcome.at) }
    case 'corrected':
      return { by: outcome.by, verb: corrected, rest: when(outcome.at) }
    case 'dropped':
      return { by: outcome.by, verb: 'dropped', rest: when(outcome.at) }
    case 'conceded':
      return conceded(outcome)
    case 'given_up': {
      const rest = ` by a concession${when(outcome.at)}${since(outcome.since)}`
      return { by: outcome.by, verb: 'gave up', rest }
    }
    case 'countered':
      return { passive: `was countered${by(outcome.by)}` }
    case 'ruled_against':
      return { passive: `was ruled against${by(outcome.by)}` }
    case 'set_aside':
      return { passive: `was set aside or suspended${by(outcome.by)}${when(outcome.at)}` }
    case 'not_addressed':
      return { passive: `was held${by(outcome.by)} not to address it` }
    case 'basis_lost':
      return { passive: 'lost what it rested on' }
    case 'fallen':
    default:
      return { passive: 'does not stand on record' }
  }
}

function conceded(outcome: Extract<ChallengeOutcome, { kind: 'conceded' }>): Became {
  const { by, side, at, as, isThis } = outcome
  const date = when(at) + since(outcome.since)
  if (side === 'author') {
    const verb = as === 'concedes' ? 'conceded' : 'confirmed'
    return { by, verb, rest: date }
  }
  if (isThis) return { by, verb: 'gave up', rest: ' by this' }
  const how = as === 'concedes' ? ' by a concession' : ' by a statement of the same'
  return { by, verb: 'gave up', rest: how + date }
}

function by(speakers: Speakers): string {
  return speakers.named.length === 0 ? '' : ` by ${namesOf(speakers)}`
}

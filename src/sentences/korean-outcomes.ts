import { dated, nameOf, namesOf, since } from './korean-phrases.ts'
import type { Speaker, Speakers } from './told/speakers.ts'
import type { ChallengeOutcome, ClaimOutcome } from './told/outcome.ts'
import { withParticle } from './sounds/korean-particles.ts'

/** What somebody did to a claim or a challenge, or what happened to it. */
type Became =
  | { readonly by: Speaker; readonly act: (what: string, challenge: string) => string }
  | { readonly passive: (what: string) => string }

/**
 * What became of a challenge that `challenger` made; who did it is left out if it is the same. `claim`
 * ends in 주장, 판단 or 인정, which all take 은.
 */
export function becameOfChallenge(
  outcome: ChallengeOutcome,
  challenger: Speaker | null,
  claim: string,
): string {
  const became = becameOf(outcome, '다른 주장으로 대체했습니다')
  if ('passive' in became) return became.passive(`${claim}은`)
  if (outcome.kind === 'dropped' && outcome.side === 'author')
    return `${subject(became.by)} ${became.act('', '그에 대한 반론을')}`
  if (outcome.kind === 'dropped' && challenger !== null && became.by.id !== challenger.id)
    return `같은 취지의 반론을 제기했던 ${subject(became.by)} ${became.act('', '그 반론을')}`
  const act = became.act(`${claim}을`, '그 반론을')
  return became.by.id === challenger?.id ? act : `${subject(became.by)} ${act}`
}

/** What became of what the claim itself answers. */
export function becameOfAnswered(outcome: ChallengeOutcome, claim: string): string {
  if (outcome.kind !== 'not_addressed') return becameOfChallenge(outcome, null, claim)
  return outcome.by.named.length === 0
    ? `이 주장은 그 주장에 대한 답이 되지 않는 것으로 기록되었습니다`
    : `${withParticle(namesOf(outcome.by), '은/는')} 이 주장이 그에 대한 답이 되지 않는다고 보았습니다`
}

/** What became of what a claim relies on; `own` names it as its speaker's own. */
export function becameOfBasis(
  outcome: ClaimOutcome,
  basis: { readonly speaker: Speaker; readonly claim: string; readonly own: string },
): string {
  const became = becameOf(outcome, '정정했습니다')
  if ('passive' in became) return `이 주장이 근거로 삼은 ${became.passive(`${basis.claim}은`)}`
  const what = became.by.id === basis.speaker.id ? basis.own : basis.claim
  const object = `이 주장이 근거로 삼은 ${what}을`
  return `${subject(became.by)} ${became.act(object, object)}`
}

function becameOf(outcome: ChallengeOutcome, corrected: string): Became {
  switch (outcome.kind) {
    case 'withdrawn':
      return { by: outcome.by, act: (what) => `${dated(outcome.at)}${what} 철회했습니다` }
    case 'corrected':
      return { by: outcome.by, act: (what) => `${dated(outcome.at)}${what} ${corrected}` }
    case 'dropped':
      return {
        by: outcome.by,
        act: (_, challenge) => `${dated(outcome.at)}${challenge} 거두어들였습니다`,
      }
    case 'conceded':
      return conceded(outcome)
    case 'given_up': {
      const how = `${dated(outcome.at)}상대 주장을 인정하면서`
      return {
        by: outcome.by,
        act: (what) => since(`${how} ${what} 포기했습니다`, '인정은', outcome.since),
      }
    }
    case 'countered':
      return { passive: (what) => `${what} ${by(outcome.by, '의 반론으로 ')}반박되었습니다` }
    case 'ruled_against':
      return { passive: (what) => `${what} ${by(outcome.by, '의 ')}판단과 배치되었습니다` }
    case 'set_aside':
      return { passive: (what) => `${what} ${dated(outcome.at)}${setAside(outcome.by)}` }
    case 'not_addressed':
      return { passive: () => notAddressed(outcome.by) }
    case 'basis_lost':
      return { passive: (what) => `${what} 근거를 잃었습니다` }
    case 'fallen':
    default:
      return { passive: (what) => `${what} 기록상 유효하지 않게 되었습니다` }
  }
}

function conceded(outcome: Extract<ChallengeOutcome, { kind: 'conceded' }>): Became {
  const { by, side, as, isThis } = outcome
  const date = dated(outcome.at)
  if (side === 'author') {
    return { by, act: (what) => since(`${date}${what} 인정했습니다`, '인정은', outcome.since) }
  }
  if (isThis) return { by, act: (_, it) => `이 주장을 내놓으면서 ${it} 포기했습니다` }
  const [how, noun] =
    as === 'concedes'
      ? (['이 주장을 인정하면서', '인정은'] as const)
      : (['이와 같은 주장을 내놓으면서', '주장은'] as const)
  return { by, act: (_, it) => since(`${date}${how} ${it} 포기했습니다`, noun, outcome.since) }
}

function setAside(speakers: Speakers): string {
  return speakers.named.length === 0
    ? '취소되거나 정지되었습니다'
    : `${withParticle(namesOf(speakers), '이/가')} 취소하거나 정지했습니다`
}

function notAddressed(speakers: Speakers): string {
  return speakers.named.length === 0
    ? '그 반론은 이 주장에 해당하지 않는 것으로 기록되었습니다'
    : `${withParticle(namesOf(speakers), '은/는')} 그 반론이 이 주장에 해당하지 않는다고 보았습니다`
}

function subject(speaker: Speaker): string {
  return withParticle(nameOf(speaker), '이/가')
}

function by(speakers: Speakers, words: string): string {
  return speakers.named.length === 0 ? '' : namesOf(speakers) + words
}

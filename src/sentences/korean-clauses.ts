import { readerLabel } from '../domain/status-labels.ts'
import type {
  AnsweredAttack,
  Attack,
  Finding,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  Speaker,
  Speakers,
  StepAttack,
} from './explanation.ts'
import { withParticle } from './korean-particles.ts'
import { koreanDate } from './date-words.ts'
import {
  aside,
  attacking,
  bySaying,
  dated,
  joined,
  nameOf,
  namesOf,
  outcome,
  partySubject,
  quoted,
  saying,
  subject,
} from './korean-phrases.ts'
import { inline } from './quotation.ts'

/** How much of a basis is quoted if the attack on the step from it is quoted too. */
const basisMax = 60

/** What one speaker says against the claim; a date is repeated only if it differs. */
export function attackedBy(attacks: readonly Attack[], author: Speaker): string {
  const acts = attacks.map((attack, index) => {
    const isSameDate = attacks[index - 1]?.assertedAt === attack.assertedAt
    return `${isSameDate ? '' : dated(attack.assertedAt)}${attacking(attack)}`
  })
  const [first] = attacks
  if (!first) return ''
  if (first.speaker.id === author.id) return conflict(attacks)
  return `${partySubject(first.speaker, first.party)} ${joined(acts, '고')}`
}

/** What the author itself says to the contrary. */
function conflict(attacks: readonly Attack[]): string {
  const claims = attacks.map((attack) => `${claimNoun(attack)}${aside(attack)}`).join(', ')
  const name = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `같은 ${name.join('')}의 다른 ${claims}과 맞서 있습니다`
}

export function answered(attack: AnsweredAttack, author: Speaker): string {
  const noun = claimNoun(attack)
  const became = outcome(`그 ${noun}`, attack.outcome)
  if (attack.speaker.id === author.id)
    return `같은 ${nameOf(attack.speaker)}의 다른 ${withParticle(noun, '와/과')} 맞섰으나, ${became}`
  const act = attacking({ ...attack, words: null }).replace(/습니다$/, '으나,')
  return `${partySubject(attack.speaker, attack.party)} ${dated(attack.assertedAt)}${act} ${became}`
}

/** What is open about a claim's basis. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'step') return `${step(cite)}에 이의를 제기했습니다`
  const status = `‘${readerLabel(cite.status, 'ko')}’`
  return `이 주장이 근거로 삼은 ${claimOf(cite)}이 ${status} 상태에 있습니다`
}

/** What has fallen of a claim's basis. */
export function lost(cite: LostBasis | StepAttack): string {
  if (cite.as === 'step') return `${step(cite)}을 반박했습니다`
  return `이 주장이 근거로 삼은 ${outcome(claimOf(cite), cite.outcome)}`
}

function step(cite: StepAttack): string {
  const { basis } = cite
  const words = aside({ ...basis, assertedAt: null }, basisMax)
  const from = `${nameOf(basis.speaker)}의 ${claimNoun(basis)}${words}에서 이 주장으로 이어지는 추론`
  return `${subject(cite.speaker)} ${dated(cite.assertedAt)}${bySaying(cite)}${from}`
}

function claimOf(basis: OpenBasis | LostBasis): string {
  return `${nameOf(basis.speaker)}의 ${claimNoun(basis)}${aside(basis)}`
}

function claimNoun({ isRuling }: QuotedClaim): string {
  return isRuling ? '판단' : '주장'
}

export function found(finding: Finding, verb: string): string {
  const words = finding.words === null ? '' : `${saying(finding)}판단하여 `
  return `${subject(finding.speaker)} ${place(finding)}${words}${verb}`
}

/** When and in which document something was found: "2025년 12월 3일(2025다123) ". */
function place({ assertedAt, reference }: Finding): string {
  if (reference === null) return dated(assertedAt)
  const document = inline(reference)
  return assertedAt === null ? `‘${document}’에서 ` : `${koreanDate(assertedAt)}(${document}) `
}

export function replaced(cite: Replacement): string {
  const who = `${subject(cite.speaker)} ${dated(cite.assertedAt)}`
  if (cite.relation === 'concedes') return `${who}${bySaying(cite)}이와 맞서던 주장을 인정했습니다`
  const successor = cite.words === null ? `다른 ${claimNoun(cite)}` : quoted(cite, cite.words)
  return `${who}이를 ${withParticle(successor, '(으)로')} 대체했습니다`
}

/** Who contests a ruling, if anybody. */
export function contested(speakers: Speakers): readonly string[] {
  if (speakers.named.length === 0) return []
  return [
    `${withParticle(namesOf(speakers), '이/가')} 이의를 제기했으나, 그것으로 판단의 상태가 바뀌지는 않습니다`,
  ]
}

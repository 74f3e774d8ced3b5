import { fitOf, pointWords } from './answered-points.ts'
import { aspectWords } from './aspect-words.ts'
import { koreanDate } from './date-words.ts'
import type {
  Admission,
  AnsweredAttack,
  Attack,
  Context,
  Finding,
  LostBasis,
  OpenBasis,
  Party,
  QuotedClaim,
  Replacement,
  RetractedAdmission,
  SetAside,
  Some,
  Speaker,
  Speakers,
  StepAttack,
} from './explanation.ts'
import { becameOfBasis, becameOfChallenge } from './korean-outcomes.ts'
import { admittingSubject, forWhom, partySubject, together } from './korean-parties.ts'
import { withParticle } from './korean-particles.ts'
import {
  aside,
  bySaying,
  dated,
  joined,
  nameOf,
  namesOf,
  quoted,
  saying,
  since,
  subject,
} from './korean-phrases.ts'
import { inline } from './quotation.ts'
import { statusWord } from './table/vocabulary.ts'

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

/** What an attack does, quoting it if its words are known. */
function attacking(attack: Attack): string {
  const { relation, party, isRuling, isOnRuling } = attack
  if (relation === 'undercuts') {
    if (isRuling && isOnRuling) return `${bySaying(attack)}이를 취소하거나 정지했습니다`
    if (isRuling) return `${bySaying(attack)}그 근거를 인정하지 않았습니다`
    if (party !== null) return `${bySaying(attack) || '이에 '}이의를 제기했습니다`
    return `${bySaying(attack)}그 근거에 이의를 제기했습니다`
  }
  if (isRuling) return `${bySaying(attack)}이와 다른 결론을 냈습니다`
  if (party !== null) return denying(attack)
  return `${saying(attack)}이와 상반되게 주장했습니다`
}

/** Only who meets the claim denied it. */
function denying(attack: Attack): string {
  switch (fitOf(attack)) {
    case 'meets':
      return `${saying(attack) || '이를 '}부인했습니다`
    case 'partly':
      return `${pointsMet(attack)}에 대해 ${saying(attack)}답했습니다`
    case null:
      return `${saying(attack)}이와 상반되게 주장했습니다`
    case 'other_point':
    case 'neither':
    case 'confirms':
    default: {
      const on = attack.otherPoint === null ? '다른 점' : aspectWords.ko[attack.otherPoint]
      return `${on}에 대해 ${saying(attack)}답했습니다`
    }
  }
}

/** What the author itself says to the contrary. */
function conflict(attacks: readonly Attack[]): string {
  const claims = attacks.map((attack) => `${claimNoun(attack)}${aside(attack)}`).join(', ')
  const name = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `같은 ${name.join('')}의 다른 ${claims}과 맞서 있습니다`
}

export function noAnswerBy(parties: Speakers): string {
  return `이 주장 자체에 대한 ${namesOf(parties)}의 답변은 기록에 없습니다`
}

/** The points that an answer meets: quoted, or else how many they are. */
function pointsMet({ met = [], metCount = 0 }: Pick<Attack, 'met' | 'metCount'>): string {
  return metCount === 0 ? pointWords(met, 'ko') : `이 주장의 세부 내용 ${metCount}건`
}

export function noAnswerOn(points: readonly string[]): string {
  return `${pointWords(points, 'ko')}에 대한 답변은 기록에 없습니다`
}

export function answered(attack: AnsweredAttack, author: Speaker): string {
  const noun = claimNoun(attack)
  const isOwn = attack.speaker.id === author.id
  const became = becameOfChallenge(attack.outcome, isOwn ? null : attack.speaker, `그 ${noun}`)
  if (isOwn)
    return `같은 ${nameOf(attack.speaker)}의 다른 ${noun}${aside(attack)}과 맞섰으나, ${became}`
  const act = attacking(attack).replace(/습니다$/, '으나,')
  return `${partySubject(attack.speaker, attack.party)} ${dated(attack.assertedAt)}${act} ${became}`
}

/** What is open about a claim's basis. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'step') return `${step(cite)}에 이의를 제기했습니다`
  const status = `‘${statusWord(cite.status, 'ko')}’`
  return `이 주장이 근거로 삼은 ${claimOf(cite)}이 ${status} 상태에 있습니다`
}

/** What has fallen of a claim's basis. */
export function lost(cite: LostBasis | StepAttack): string {
  if (cite.as === 'step') return `${step(cite)}을 반박했습니다`
  const own = `자신의 ${claimNoun(cite)}${aside(cite)}`
  return becameOfBasis(cite.outcome, { speaker: cite.speaker, claim: claimOf(cite), own })
}

function step(cite: StepAttack): string {
  const { basis } = cite
  const words = aside({ ...basis, assertedAt: null }, basisMax)
  const from = `${nameOf(basis.speaker)}의 ${claimNoun(basis)}${words}에서 이 주장으로 이어지는 추론`
  return `${subject(cite.speaker)} ${dated(cite.assertedAt)}${bySaying(cite)}${from}`
}

function claimOf(basis: QuotedClaim): string {
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
  if (cite.relation !== 'supersedes') {
    const accepted = cite.accepted ? claimOf(cite.accepted) : '주장'
    const [act, noun] =
      cite.relation === 'concedes'
        ? (['인정했습니다', '인정은'] as const)
        : (['확인했습니다', '확인은'] as const)
    return since(`${who}${bySaying(cite)}이와 맞서던 ${accepted}을 ${act}`, noun, cite.since)
  }
  const successor = cite.words === null ? `다른 ${claimNoun(cite)}` : quoted(cite, cite.words)
  if (cite.isReworded) {
    const words = cite.words === null ? '' : `${withParticle(successor, '(으)로')} `
    return `${who}이 ${claimNoun(cite)}의 표현을 ${words}고쳤습니다`
  }
  return `${who}이를 ${withParticle(successor, '(으)로')} 대체했습니다`
}

export function admitted(cite: Admission): string {
  const who = admittingSubject(cite.speaker, cite.party)
  return `${who} ${dated(cite.assertedAt)}${bySaying(cite)}이를 인정했습니다`
}

export function retracted(cite: RetractedAdmission): string {
  const became = becameOfChallenge(cite.outcome, cite.speaker, '그 인정')
  return `${admitted(cite).replace(/습니다$/, '으나,')} ${became}`
}

export function admittedByAll({ named, more }: Some<Admission>, all: Party): string {
  const said = named.flatMap((cite) =>
    cite.words === null
      ? []
      : [`${forWhom(cite.speaker, cite.party)} ${dated(cite.assertedAt)}${saying(cite).trimEnd()}`],
  )
  if (said.length === 0) return `${together(all)} 모두 이를 인정했습니다`
  const etc = more > 0 || said.length < named.length ? '밝히는 등' : '밝혀'
  return `${said.join(', ')} ${etc} ${together(all)} 모두 이를 인정했습니다`
}

export function addedContext(cite: Context): string {
  const who = cite.party ? partySubject(cite.speaker, cite.party) : subject(cite.speaker)
  const clause = `${who} ${dated(cite.assertedAt)}${bySaying(cite)}${remarked(cite)}`
  return since(clause, '주장은', cite.since)
}

/** What somebody says of a claim without contradicting it. */
function remarked({ response = null, met = [], metCount = 0 }: Context): string {
  switch (response) {
    case 'neither':
      return '확인도 부인도 하지 않았습니다'
    case 'declines':
      return '논평을 거부했습니다'
    case 'confirms':
      return met.length + metCount > 0
        ? `${withParticle(pointsMet({ met, metCount }), '을/를')} 확인했습니다`
        : '이를 확인했습니다'
    case 'elsewhere':
    case 'denies':
    case null:
    default:
      return '맥락을 보충했습니다'
  }
}

export function setAside({ body, found: how, by, at, isByThis }: SetAside): string {
  const finding = how === 'so' ? '이를 인정했던' : '이와 다른 결론을 냈던'
  const ruling = `${finding} ${nameOf(body)}의 판단`
  if (isByThis) return `이 판단에 따라 ${ruling}이 취소되거나 정지되었습니다`
  return `${ruling}은 ${dated(at)}${subject(by)} 취소하거나 정지했습니다`
}

/** Who contests a ruling, if anybody. */
export function contested(speakers: Speakers): readonly string[] {
  if (speakers.named.length === 0) return []
  return [
    `${withParticle(namesOf(speakers), '이/가')} 이의를 제기했으나, 그것으로 판단의 상태가 바뀌지는 않습니다`,
  ]
}

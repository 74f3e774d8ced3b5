import { aspectWords } from './aspect-words.ts'
import { pointWords } from './answered-points.ts'
import { koreanDate } from './date-words.ts'
import type {
  Admission,
  AnsweredAttack,
  Context,
  Finding,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  RetractedAdmission,
  SetAside,
  Some,
  StepAttack,
} from './explanation.ts'
import type { Party, Speaker, Speakers } from './told/speakers.ts'
import { answering, attacking, parts, pointsMet } from './korean-attacks.ts'
import { becameOfAnswered, becameOfBasis, becameOfChallenge } from './korean-outcomes.ts'
import { admittingSubject, forWhom, partySubject, together } from './korean-parties.ts'
import { withParticle } from './sounds/korean-particles.ts'
import {
  aside,
  bySaying,
  claimNoun,
  dated,
  nameOf,
  namesOf,
  quoted,
  saying,
  since,
  subject,
} from './korean-phrases.ts'
import type { OpenPoints } from './language-clauses.ts'
import { inline } from './quotation.ts'
import { statusWord } from './table/vocabulary.ts'

/** How much of a basis is quoted if the attack on the step from it is quoted too. */
const basisMax = 60

export function noAnswerOnIt(by: Speakers): string {
  return `이 주장 자체에 대한 ${noAnswer(by)}`
}

export function noAnswerOn({ words, count, of }: OpenPoints, by: Speakers): string {
  const points = words.length > 0 ? pointWords(words, 'ko') : `${parts(of)} 가운데 ${parts(count)}`
  return `${points}에 대한 ${noAnswer(by)}`
}

function noAnswer(by: Speakers): string {
  const names = namesOf(by)
  return `${names === '' ? '' : `${names}의 `}답변은 기록에 없습니다`
}

export function answered(attack: AnsweredAttack, author: Speaker): string {
  const noun = claimNoun(attack)
  if (attack.answered) {
    const told = answering([attack], attack.answered, author).replace(/습니다$/, '으나,')
    return `${told} ${becameOfAnswered(attack.outcome, `그 ${noun}`)}`
  }
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
  if (cite.status === 'denied_partly')
    return `이 주장이 근거로 삼은 ${claimOf(cite)}의 일부에 대해 당사자가 부인하거나 이의를 제기했습니다`
  if (cite.status === 'answered_elsewhere')
    return `이 주장이 근거로 삼은 ${claimOf(cite)}에 대해 당사자가 다른 대목을 들어 답했습니다`
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

export function found(finding: Finding, verb: string): string {
  const { speaker, answered: how, isElsewhere = false } = finding
  const words = finding.words === null ? '' : `${saying(finding)}판단하여 `
  const where = `${subject(speaker)} ${place(finding)}`
  if (how?.touching !== 'other_point')
    return where + words + (isElsewhere ? '다른 대목에 대한 결론을 냈습니다' : verb)
  const on = withParticle(how.aspect === null ? '다른 대목' : aspectWords.ko[how.aspect], '을/를')
  if (how.isItself)
    return `이 주장은 ${nameOf(speaker)}의 판단${aside(finding)}에 대해 ${on} 들어 답하고 있습니다`
  return `${where}${words}이 주장이 ${on} 들어 답하고 있는 주장을 인정했습니다`
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
  const noun = cite.response ? '답변은' : '주장은'
  if (cite.since !== null || !cite.isContested) return since(clause, noun, cite.since)
  return `${clause}. 그 주장에도 반론이나 이의가 기록되어 있습니다`
}

/** What somebody says of a claim without contradicting it. */
function remarked(cite: Context): string {
  const { response = null, met = [], metIds = [], namesNoPoint, otherPoint = null } = cite
  switch (response) {
    case 'neither':
      return '확인도 부인도 하지 않았습니다'
    case 'declines':
      return '논평을 거부했습니다'
    case 'confirms':
      if (cite.isOfOther) return '이것이 맞다고 말했습니다'
      if (metIds.length > 0)
        return `${withParticle(pointsMet({ met, metIds }), '을/를')} 확인했습니다`
      if (otherPoint !== null)
        return `${withParticle(aspectWords.ko[otherPoint], '을/를')} 확인했습니다`
      return namesNoPoint ? '대목을 특정하지 않고 이를 확인했습니다' : '이를 확인했습니다'
    case 'elsewhere':
      return '다른 대목에 대해 답했습니다'
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

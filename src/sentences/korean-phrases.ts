import { enumerate } from '../domain/enumerate.ts'
import { languageName } from '../domain/language-name.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { unnamedInSentence } from '../domain/unnamed-speaker.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { koreanDate } from './date-words.ts'
import type {
  Attack,
  ChallengeOutcome,
  Party,
  QuotedClaim,
  Speaker,
  Speakers,
} from './explanation.ts'
import { withParticle } from './korean-particles.ts'
import { inline, quotation } from './quotation.ts'

export function nameOf(speaker: Speaker): string {
  if (speaker.isUnnamed) return unnamedInSentence.ko
  return inline(nameOrRemoved(speaker.name, 'ko'))
}

export function namesOf({ named, more }: Speakers): string {
  return enumerate(named.map(nameOf), 'ko', more)
}

/** "마이크로소프트가", "디인포메이션이". */
export function subject(speaker: Speaker): string {
  return withParticle(nameOf(speaker), '이/가')
}

const parties: Readonly<Record<Party, string>> = { subject: '당사자인 ', side: '당사자 측 ' }

/** "당사자인 마이크로소프트가", "당사자 측 프랭크 쇼가"; for others, only the name. */
export function partySubject(speaker: Speaker, party: Party | null): string {
  return (party === null ? '' : parties[party]) + subject(speaker)
}

/** "2025년 12월 3일 ", or "" if the date is unknown. */
export function dated(date: WorldDate | null): string {
  return date === null ? '' : `${koreanDate(date)} `
}

/** A quotation: "“…”라고 ". */
export function saying(claim: QuotedClaim): string {
  return claim.words === null ? '' : `${withParticle(quoted(claim, claim.words), '(이)라고')} `
}

/** A quotation accompanying another act: "“…”라며 ". */
export function bySaying(claim: QuotedClaim): string {
  return claim.words === null ? '' : `${withParticle(quoted(claim, claim.words), '(이)라며')} `
}

/** Words and date after the noun they belong to: "(“…”, 2025년 12월 3일)". */
export function aside(claim: QuotedClaim, max?: number): string {
  const words =
    claim.words === null ? [] : [quotation(claim.words, 'ko', max), ...translationOf(claim)]
  const date = claim.assertedAt === null ? [] : [koreanDate(claim.assertedAt)]
  const said = [...words, ...date]
  return said.length > 0 ? `(${said.join(', ')})` : ''
}

/** Words of a claim in quotation marks, with a note if they are a translation. */
export function quoted(claim: QuotedClaim, words: string): string {
  const remark = translationOf(claim).map((translation) => `(${translation})`)
  return [quotation(words, 'ko'), ...remark].join('')
}

function translationOf({ translated }: QuotedClaim): readonly string[] {
  if (translated === null) return []
  const from = languageName(translated.from, 'ko')
  return [`${from} 원문의 ${translated.by === 'machine' ? '기계 번역' : '번역'}`]
}

/**
 * Joins clauses into one sentence: all but the last exchange 습니다 for a connecting ending. Every
 * clause must end in 었습니다, 있습니다 or 없습니다, for which these endings are regular.
 */
export function joined(clauses: readonly string[], ending: '고' | '으며,'): string {
  const last = clauses.length - 1
  return clauses
    .map((clause, index) => (index < last ? clause.replace(/습니다$/, ending) : clause))
    .join(' ')
}

/** What an attack does, quoting it if its words are known. */
export function attacking(attack: Attack): string {
  const { relation, party, isRuling } = attack
  if (relation === 'undercuts') {
    if (isRuling) return `${bySaying(attack)}그 근거를 인정하지 않았습니다`
    if (party !== null) return `${bySaying(attack) || '이에 '}이의를 제기했습니다`
    return `${bySaying(attack)}그 근거에 이의를 제기했습니다`
  }
  if (isRuling) return `${bySaying(attack)}이와 다른 결론을 냈습니다`
  if (party !== null) return `${saying(attack) || '이를 '}부인했습니다`
  return `${saying(attack)}이와 상반되게 주장했습니다`
}

/**
 * What happened to a claim, or to the challenge that it made. `claim` ends in 주장 or 판단, which both
 * take 은.
 */
export function outcome(claim: string, became: ChallengeOutcome): string {
  switch (became.kind) {
    case 'withdrawn':
      return `${claim}은 ${dated(became.at)}철회되었습니다`
    case 'corrected':
      return `${claim}은 ${dated(became.at)}다른 주장으로 대체되었습니다`
    case 'dropped':
      return `그 반론은 ${dated(became.at)}철회되었습니다`
    case 'conceded':
      return `그 반론은 ${dated(became.at)}상대 주장을 인정함에 따라 종료되었습니다`
    case 'countered':
      return `${claim}은 ${by(became.by, '의 반론으로 ')}반박되었습니다`
    case 'ruled_against':
      return `${claim}은 ${by(became.by, '의 ')}판단과 배치되었습니다`
    case 'not_addressed':
      return became.by.named.length === 0
        ? '그 반론은 이 주장에 해당하지 않는 것으로 기록되었습니다'
        : `${withParticle(namesOf(became.by), '은/는')} 그 반론이 이 주장에 해당하지 않는다고 보았습니다`
    case 'given_up':
      return `${claim}은 ${dated(became.at)}상대 주장을 인정함에 따라 대체되었습니다`
    case 'basis_lost':
      return `${claim}은 근거를 잃었습니다`
    case 'fallen':
    default:
      return `${claim}은 기록상 유효하지 않게 되었습니다`
  }
}

function by(speakers: Speakers, words: string): string {
  return speakers.named.length === 0 ? '' : namesOf(speakers) + words
}

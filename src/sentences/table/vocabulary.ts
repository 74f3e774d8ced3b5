import type { DisplayLanguage, Phrase } from '../../domain/display-language.ts'
import { groupOf, statuses, type Status, type StatusGroup } from '../../domain/status.ts'
import { standings, type StandingCase } from './standings.ts'

interface StatusWord {
  /** The standing that this status has if nothing more is known. */
  readonly case: StandingCase
  /** The status without anybody's name, for lists of statuses and for statuses of the past. */
  readonly word: Phrase
}

const vocabulary: Readonly<Record<Status, StatusWord>> = {
  withdrawn: { case: 'withdrawn', word: { en: 'Withdrawn by its speaker', ko: '발언자 철회' } },
  corrected: { case: 'corrected', word: { en: 'Replaced by its speaker', ko: '발언자 정정' } },
  ruled_against: {
    case: 'ruled_against',
    word: { en: 'A body found otherwise', ko: '기관 판단과 배치' },
  },
  ruled_for: { case: 'ruled_for', word: { en: 'A body found so', ko: '기관 인정' } },
  basis_lost: { case: 'basis_lost', word: standings.basis_lost.word },
  countered: {
    case: 'countered',
    word: { en: 'Countered · no answer that stands', ko: '반박됨 · 유효한 재반박 없음' },
  },
  denied: {
    case: 'contested',
    word: { en: 'Answered or contested by the party it is about', ko: '당사자 답변·이의' },
  },
  disputed: { case: 'disputed', word: standings.disputed.word },
  admitted: {
    case: 'admitted',
    word: { en: 'Confirmed by the party it is about', ko: '당사자 인정' },
  },
  answered: { case: 'answered', word: standings.answered.word },
  unchallenged: {
    case: 'unanswered',
    word: { en: 'Not contradicted on record · not examined', ko: '반박 기록 없음 · 검증 아님' },
  },
}

/** A status in words without names; null is the status of an entry error. */
export function statusWord(status: Status | null, lang: DisplayLanguage): string {
  return status === null ? standings.voided.word[lang] : vocabulary[status].word[lang]
}

/** The same of a ruling, of which two statuses say something else. */
export function rulingWord(status: Status, lang: DisplayLanguage): string {
  if (status === 'ruled_against') return setAside[lang]
  if (status === 'unchallenged') return standings.ruling_unanswered.word[lang]
  return statusWord(status, lang)
}

const setAside: Phrase = {
  en: 'Set aside or suspended by a body',
  ko: '기관에서 취소·정지',
}

/** The meaning of a status, in one sentence. */
function meaningOf(status: Status): Phrase {
  return status === 'unchallenged' ? notContradicted : standings[vocabulary[status].case].sentence
}

/** Context, a confirmation or the refusal to comment contradicts nothing, and is an answer. */
const notContradicted: Phrase = {
  en: 'Nobody contradicts it on record; that is not confirmation.',
  ko: '이 주장을 반박한 기록이 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
}

/** What is said of a claim whose status has nothing on record to name. */
export function unexplained(status: Status, lang: DisplayLanguage): string {
  return standings[vocabulary[status].case].sentence[lang]
}

/** The mark of a status of which nothing more is known. */
export function statusMark(status: Status | null) {
  return standings[status === null ? 'voided' : vocabulary[status].case].mark
}

/** A status in the answer of `GET /v1/statuses`. */
interface StatusEntry {
  readonly status: Status
  readonly group: StatusGroup
  readonly label: Phrase
  readonly meaning: Phrase
}

/** Every status, in the order of the decision table (rules/2.md §1.6). */
export const statusVocabulary: readonly StatusEntry[] = statuses.map((status) => ({
  status,
  group: groupOf[status],
  label: vocabulary[status].word,
  meaning: meaningOf(status),
}))

import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ReaderChange } from '../domain/reader-change.ts'
import type { Status } from '../domain/status.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { englishWhen, koreanDate, longDate } from './date-words.ts'
import { statusWord } from './table/vocabulary.ts'

/** What changed of a claim since a reader may have seen it. */
export interface ChangedSince {
  readonly date: WorldDate
  /** The end of the time between; absent, now. */
  readonly until?: WorldDate | undefined
  /** The status then; undefined if it was not on record yet. */
  readonly status: Status | null | undefined
  readonly changes: readonly CountedChange[]
}

export interface CountedChange {
  readonly change: ReaderChange
  readonly count: number
}

type Phrases = Readonly<Record<ReaderChange, (count: number) => string>>

const english: Phrases = {
  answersAdded: (count) => `${many(count, 'answer')} added`,
  answersWithdrawn: (count) => `${many(count, 'answer')} withdrawn`,
  answersReplaced: (count) => `${many(count, 'answer')} replaced by the speaker`,
  answersDropped: (count) => `${many(count, 'answer')} dropped by the author`,
  answersCorrected: (count) => `the words of ${many(count, 'answer')} corrected`,
  answersReread: (count) =>
    `what ${many(count, 'answer')} ${verb(count, 'touches', 'touch')} corrected`,
  confirmationsAdded: (count) => `${many(count, 'confirmation')} added`,
  confirmationsTakenBack: (count) => `${many(count, 'confirmation')} taken back`,
  confirmationsRemoved: (count) => `${many(count, 'confirmation')} removed as ${errors(count)}`,
  reasonsAdded: (count) => `${many(count, 'reason')} for it added`,
  quotesAdded: (count) => `${many(count, 'quote')} added`,
  quotesCorrected: (count) => `${many(count, 'quote')} corrected`,
  wordsCorrected: () => 'its words corrected',
  pointsChanged: () => 'its points changed',
  translationsChanged: () => 'its translations changed',
  detailsCorrected: () => 'other details corrected',
  answersRemoved: (count) => `${many(count, 'answer')} removed as ${errors(count)}`,
  quotesRemoved: (count) => `${many(count, 'quote')} removed as ${errors(count)}`,
}

const korean: Phrases = {
  answersAdded: (count) => `답변 ${count}건 추가`,
  answersWithdrawn: (count) => `답변 ${count}건 철회`,
  answersReplaced: (count) => `발언자가 정정한 답변 ${count}건`,
  answersDropped: (count) => `제기한 쪽이 거두어들인 답변 ${count}건`,
  answersCorrected: (count) => `답변 ${count}건의 문구 수정`,
  answersReread: (count) => `답변 ${count}건이 다루는 대목 수정`,
  confirmationsAdded: (count) => `인정 ${count}건 추가`,
  confirmationsTakenBack: (count) => `인정 ${count}건 번복`,
  confirmationsRemoved: (count) => `잘못 입력되어 삭제된 인정 ${count}건`,
  reasonsAdded: (count) => `뒷받침하는 주장 ${count}건 추가`,
  quotesAdded: (count) => `인용문 ${count}건 추가`,
  quotesCorrected: (count) => `인용문 ${count}건 수정`,
  wordsCorrected: () => '문구 수정',
  pointsChanged: () => '대목 변경',
  translationsChanged: () => '번역 추가·수정',
  detailsCorrected: () => '그 밖의 기록 내용 수정',
  answersRemoved: (count) => `잘못 입력되어 삭제된 답변 ${count}건`,
  quotesRemoved: (count) => `잘못 입력되어 삭제된 인용문 ${count}건`,
}

const phrases: Readonly<Record<DisplayLanguage, Phrases>> = { en: english, ko: korean }

/** One kind of change: "2 answers added". */
export function changeWords({ change, count }: CountedChange, lang: DisplayLanguage): string {
  return phrases[lang][change](count)
}

/**
 * Everything in one line: "Changed since 3 December 2025: “…” → “…” · 1 answer added".
 *
 * @param now the status of now, and its label with names
 */
export function changedSince(
  { date, until, status, changes }: ChangedSince,
  now: { readonly status: Status | null; readonly label: string },
  lang: DisplayLanguage,
): string {
  if (status === undefined) return wasNew[lang](date)
  const when = during[lang](longDate(date, lang), until && longDate(until, lang))
  const first =
    status === now.status
      ? same[lang](when)
      : moved[lang](when, statusWord(status, lang), now.label)
  const others = changes.map((each) => changeWords(each, lang)).join(', ')
  return others === '' ? first : `${first} · ${others}`
}

const wasNew: Readonly<Record<DisplayLanguage, (date: WorldDate) => string>> = {
  en: (date) => `Was not yet on record ${englishWhen(date)}`,
  ko: (date) => `${koreanDate(date)}에는 아직 기록에 없던 주장`,
}

type During = (from: string, until: string | undefined) => string

const during: Readonly<Record<DisplayLanguage, During>> = {
  en: (from, until) => (until === undefined ? `since ${from}` : `between ${from} and ${until}`),
  ko: (from, until) => (until === undefined ? `${from} 이후` : `${from}부터 ${until}까지`),
}

const same: Readonly<Record<DisplayLanguage, (when: string) => string>> = {
  en: (when) => `Status unchanged ${when}`,
  ko: (when) => `${when} 상태 변경 없음`,
}

type Move = (when: string, from: string, to: string) => string

const moved: Readonly<Record<DisplayLanguage, Move>> = {
  en: (when, from, to) => `Changed ${when}: “${from}” → “${to}”`,
  ko: (when, from, to) => `${when} 변경: ‘${from}’ → ‘${to}’`,
}

function many(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

function errors(count: number): string {
  return count === 1 ? 'an entry error' : 'entry errors'
}

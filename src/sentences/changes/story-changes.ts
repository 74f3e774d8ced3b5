import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Status } from '../../domain/status.ts'
import type { StoryChange } from '../../domain/story-change.ts'
import { quotation } from '../quotation.ts'
import { statusWord } from '../table/vocabulary.ts'

/** One change of a story, with what is named in its sentence. */
export interface ToldStoryChange {
  readonly change: StoryChange
  /** The title of the claim that changed; null if it is the story itself. */
  readonly title: string | null
  /** The statuses before and after. */
  readonly before: Status | null
  readonly after: Status | null
  /** The title of the answer that was added. */
  readonly answer: string | null
  /** The titles of the story before and after; null if they were removed. */
  readonly titles: { readonly before: string | null; readonly after: string | null }
}

type Phrase = (told: ToldStoryChange) => string

const english: Readonly<Record<StoryChange, Phrase>> = {
  titleChanged: ({ titles: { before, after } }) =>
    before === after
      ? 'The translations of the title changed'
      : `The title changed: ${said(before, 'en')} → ${said(after, 'en')}`,
  claimAdded: () => 'Added to the story',
  claimRemoved: () => 'Removed from the story',
  claimAmended: () => 'Transcription amended',
  answerAdded: ({ answer }) => `Answer added: ${answer}`,
  statusChanged: ({ before, after }) =>
    `“${statusWord(before, 'en')}” → “${statusWord(after, 'en')}”`,
  reasonsChanged: () => 'What the status rests on changed',
}

const korean: Readonly<Record<StoryChange, Phrase>> = {
  titleChanged: ({ titles: { before, after } }) =>
    before === after ? '제목 번역 변경' : `제목 변경: ${said(before, 'ko')} → ${said(after, 'ko')}`,
  claimAdded: () => '스토리에 추가',
  claimRemoved: () => '스토리에서 제외',
  claimAmended: () => '기록 내용 수정',
  answerAdded: ({ answer }) => `답변 추가: ${answer}`,
  statusChanged: ({ before, after }) =>
    `‘${statusWord(before, 'ko')}’ → ‘${statusWord(after, 'ko')}’`,
  reasonsChanged: () => '상태의 근거 변경',
}

const phrases = { en: english, ko: korean }

/** "Claim title: “A” → “B”". */
export function storyChangeWords(told: ToldStoryChange, lang: DisplayLanguage): string {
  const words = phrases[lang][told.change](told)
  return told.title === null ? words : `${told.title} · ${words}`
}

const removed: Readonly<Record<DisplayLanguage, string>> = {
  en: '[words removed]',
  ko: '[삭제된 내용]',
}

function said(title: string | null, lang: DisplayLanguage): string {
  return title === null ? removed[lang] : quotation(title, lang)
}

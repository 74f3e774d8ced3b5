import type { Phrase } from '../../domain/display-language.ts'
import { contested } from './contested.ts'
import type { Mark } from './marks.ts'
import type { Row } from './row.ts'
import { settled } from './settled.ts'
import { untested } from './untested.ts'

export const standingCases = [
  'unanswered',
  'asked',
  'ruling_unanswered',
  'context_added',
  'said_so',
  'answered_besides',
  'confirmed_nor_denied',
  'no_comment',
  'context_contested',
  'answer_taken_back',
  'neither',
  'confirms',
  'confirms_unsaid',
  'partly_admitted',
  'confirmation_retracted',
  'ruling_contested',
  'ruling_lapsed',
  'rated',
  'denied',
  'answered_elsewhere',
  'answered_partly',
  'answered_among_others',
  'answered_partly_among_others',
  'contested',
  'disputed',
  'countered',
  'basis_lost',
  'countered_elsewhere',
  'ruled_against',
  'ruled_elsewhere',
  'set_aside',
  'answered',
  'admitted',
  'ruled_for',
  'withdrawn',
  'corrected',
  'voided',
] as const
export type StandingCase = (typeof standingCases)[number]

/**
 * Where a claim can stand, in words and marks: the only source of these for every place where
 * readers meet a claim.
 */
export const standings: Readonly<Record<StandingCase, Row>> = {
  ...untested,
  ...contested,
  ...settled,
}

/** Stands in a title instead of words that were removed. */
export const removedPrefix: Phrase = { en: 'Removed', ko: '삭제됨' }
/** Follows words that no person translated, where nothing else can say so. */
export const machineMark: Phrase = { en: 'machine translation', ko: '기계 번역' }
/** The same of several of which none was translated by a person. */
export const machineMarks: Phrase = { en: 'machine translations', ko: '모두 기계 번역' }
export const removedMark: Mark = { shape: 'bar', colour: 'grey' }

/** What a badge says of a claim that nobody examined, also where others spoke about it. */
export const notExamined: { readonly word: Phrase; readonly mark: Mark } = {
  word: { en: 'Not examined', ko: '검증 아님' },
  mark: untested.unanswered.mark,
}

/** In place of names that are not known. */
export const standIns = {
  by: { en: 'the party it is about', ko: '당사자' },
  point: { en: 'this', ko: '' },
  somePoint: { en: 'a part of this', ko: '일부' },
} as const satisfies Record<string, Phrase>

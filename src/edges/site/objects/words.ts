import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { ObjectWords } from './object-words.ts'
import { objectWordsEn } from './words-en.ts'
import { objectWordsKo } from './words-ko.ts'

/** The words of the pages of sources, reports, links and events. */
export const objectWords: Readonly<Record<DisplayLanguage, ObjectWords>> = {
  en: objectWordsEn,
  ko: objectWordsKo,
}

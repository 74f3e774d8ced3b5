import type { DisplayLanguage } from '../domain/display-language.ts'
import { standings } from '../sentences/table/standings.ts'
import { cardWordsEn } from './words-en.ts'
import { cardWordsKo } from './words-ko.ts'
import type { CardWords } from './card-words.ts'

const words: Readonly<Record<DisplayLanguage, CardWords>> = { en: cardWordsEn, ko: cardWordsKo }

export function cardWords(language: DisplayLanguage): CardWords {
  return words[language]
}

/** What is said of something that was entered wrongly. */
export function voidedSentence(language: DisplayLanguage): string {
  return standings.voided.sentence[language]
}

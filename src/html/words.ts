import type { DisplayLanguage } from '../domain/display-language.ts'
import { readerLabel } from '../domain/status-labels.ts'
import type { Status } from '../domain/status.ts'
import { cardWordsEn } from './words-en.ts'
import { cardWordsKo } from './words-ko.ts'
import type { CardWords } from './card-words.ts'

const words: Readonly<Record<DisplayLanguage, CardWords>> = { en: cardWordsEn, ko: cardWordsKo }

export function cardWords(language: DisplayLanguage): CardWords {
  return words[language]
}

/** The label of an earlier status, for which the ruling bodies are not known. */
export function labelOf(
  status: Status | null,
  isRuling: boolean,
  language: DisplayLanguage,
): string {
  const { entryError, someBody } = cardWords(language)
  if (status === null) return entryError.label
  return readerLabel(status, language, { bodies: [someBody], isRuling })
}

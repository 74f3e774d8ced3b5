import type { DisplayLanguage } from '../domain/display-language.ts'
import { explainInEnglish } from './explain-en.ts'
import { explainInKorean } from './explain-ko.ts'
import type { Explained } from './explanation.ts'

const inLanguage: Readonly<Record<DisplayLanguage, (explained: Explained) => string>> = {
  en: explainInEnglish,
  ko: explainInKorean,
}

/**
 * The one sentence that says why a claim has its status: who said what, and when, verbatim.
 *
 * It says nothing that the record does not hold: it speaks of what is on record, not of the world,
 * and of dates only at the precision known (rules/2.md §1.6).
 */
export function explain(explained: Explained, lang: DisplayLanguage): string {
  return inLanguage[lang](explained)
}

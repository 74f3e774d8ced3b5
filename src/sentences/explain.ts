import type { DisplayLanguage } from '../domain/display-language.ts'
import { brief } from './brief.ts'
import { explainInEnglish } from './explain-en.ts'
import { explainInKorean } from './explain-ko.ts'
import type { Explained } from './explanation.ts'

const inLanguage: Readonly<Record<DisplayLanguage, (explained: Explained) => string>> = {
  en: explainInEnglish,
  ko: explainInKorean,
}

/**
 * Why a claim has its status, in a long form that quotes, and in a short one for places that show the
 * quoted words beside it.
 */
export interface Explanation {
  readonly text: string
  readonly short: string
}

export function explainTwice(explained: Explained, lang: DisplayLanguage): Explanation {
  return { text: explain(explained, lang), short: explain(brief(explained), lang) }
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

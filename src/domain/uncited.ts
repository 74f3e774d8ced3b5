import type { DisplayLanguage, Phrase } from './display-language.ts'

/** What must have a source, but may be on record without one. */
export const uncitable = ['withdrawal', 'ruling', 'concession'] as const
export type Uncited = (typeof uncitable)[number]

/** Tells the reader that a status rests on something without a source on record. */
const noSource: Readonly<Record<Uncited, Phrase>> = {
  withdrawal: {
    en: 'No source given for the withdrawal.',
    ko: '철회의 출처가 제시되지 않았습니다.',
  },
  ruling: { en: 'No source given for the ruling.', ko: '판단의 출처가 제시되지 않았습니다.' },
  concession: {
    en: 'No source given for the concession.',
    ko: '인정의 출처가 제시되지 않았습니다.',
  },
}

export function noSourceGiven(uncited: Uncited, lang: DisplayLanguage): string {
  return noSource[uncited][lang]
}

import type { Phrase } from './display-language.ts'

/** What stands in a sentence for the speaker of a claim whom no source names. */
export const unnamedInSentence: Phrase = {
  en: 'a speaker who is not named',
  ko: '이름이 밝혀지지 않은 발언자',
}

/** The same where a name stands by itself. */
export const unnamedSpeaker: Phrase = { en: 'Speaker not named', ko: '발언자 미상' }

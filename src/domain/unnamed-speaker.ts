import type { Phrase } from './display-language.ts'

/** Stands for an unnamed speaker in a sentence. */
export const unnamedInSentence: Phrase = {
  en: 'a speaker who is not named',
  ko: '이름이 밝혀지지 않은 발언자',
}

/** The same on its own. */
export const unnamedSpeaker: Phrase = { en: 'Speaker not named', ko: '발언자 미상' }

import type { DisplayLanguage, Phrase } from '../../domain/display-language.ts'
import { rulingWord, statusWord } from '../table/vocabulary.ts'
import { inEnglish } from './outlook-en.ts'
import { inKorean } from './outlook-ko.ts'
import type { SaidEvent } from './said-event.ts'

const inLanguage: Readonly<Record<DisplayLanguage, (event: SaidEvent, status: string) => string>> =
  { en: inEnglish, ko: inKorean }

/** One sentence: what would have to happen, and where the claim would stand. */
export function eventSentence(event: SaidEvent, lang: DisplayLanguage): string {
  return inLanguage[lang](event, statusAfter(event, lang))
}

/** Where the claim would stand after an event, without names. */
export function statusAfter({ status, isOfRuling }: SaidEvent, lang: DisplayLanguage): string {
  return isOfRuling ? rulingWord(status, lang) : statusWord(status, lang)
}

/** What the sentences together say: each stands for itself, and none is a forecast. */
export const outlookWords = {
  some: {
    en: 'By the rules, any one of the following would move its status. That is not a forecast.',
    ko: '규칙에 따르면, 다음 가운데 하나만 일어나도 상태가 바뀝니다. 그렇게 되리라는 뜻은 아닙니다.',
  },
  none: {
    en: 'No single event would move its status: no withdrawal of it or of an answer to it, no confirmation by a party it is about, and no loss of one of the first five claims that its status cites.',
    ko: '한 가지 일만으로는 상태가 바뀌지 않습니다. 이 주장이나 답변이 철회되거나, 당사자가 인정하거나, 상태의 근거로 인용된 처음 다섯 주장 중 하나가 효력을 잃어도 마찬가지입니다.',
  },
  notComputed: {
    en: 'Not computed: too many claims are connected with this one.',
    ko: '이 주장과 연결된 주장이 너무 많아 계산하지 않았습니다.',
  },
} as const satisfies Readonly<Record<string, Phrase>>

import type { DisplayLanguage, Phrase } from '../domain/display-language.ts'
import type { FindingCode } from '../domain/finding.ts'
import type { Fit } from '../domain/kinds.ts'
import type { Found } from './findings/draft-on-record.ts'

/**
 * What a finding says, and no more than the record: names, words and figures stand beside it. What is
 * not on record may still be so.
 */
const said: Readonly<Record<Exclude<FindingCode, 'answer-missing' | 'figure-drift'>, Phrase>> = {
  'withdrawn-cited': {
    en: 'The speaker of this claim has taken it back.',
    ko: '이 주장은 발언자가 철회한 것으로 기록되어 있습니다.',
  },
  'corrected-cited': {
    en: 'The speaker of this claim has replaced it by another.',
    ko: '이 주장은 발언자가 다른 내용으로 바꾼 것으로 기록되어 있습니다.',
  },
  'quote-not-found': {
    en: 'These words in quotation marks are not among the quotes on record. The record has only parts of the reports.',
    ko: '따옴표 안의 이 말은 기록된 인용문 가운데 없습니다. 기록에는 보도의 일부만 있습니다.',
  },
  'hearsay-dropped': {
    en: 'On record, this comes from unnamed sources or is only said to be so. The sentence states it.',
    ko: '기록에는 이름을 밝히지 않은 출처의 말이거나 전해진 말로 되어 있는데, 이 문장은 단정합니다.',
  },
  'only-relay': {
    en: 'Every page that the draft cites for this relays one and the same original.',
    ko: '초고가 이 내용의 출처로 든 페이지는 모두 하나의 원출처를 옮긴 것입니다.',
  },
}

const missing: Readonly<Partial<Record<Fit, Phrase>>> = {
  meets: {
    en: 'A party that this is about has answered it. No sentence of the draft has the words of an answer of this party.',
    ko: '당사자가 이에 답한 기록이 있습니다. 초고에는 이 당사자의 답변에 쓰인 말이 담긴 문장이 없습니다.',
  },
  partly: {
    en: 'A party that this is about has answered part of it. No sentence of the draft has the words of an answer of this party.',
    ko: '당사자가 이 가운데 일부에 답한 기록이 있습니다. 초고에는 이 당사자의 답변에 쓰인 말이 담긴 문장이 없습니다.',
  },
  other_point: {
    en: 'A party that this is about has answered, but on something else. No sentence of the draft has the words of an answer of this party.',
    ko: '당사자가 답한 기록이 있으나, 이와는 다른 내용에 대한 답변입니다. 초고에는 이 당사자의 답변에 쓰인 말이 담긴 문장이 없습니다.',
  },
}

const figures: Readonly<Record<'drift' | 'contradiction', Phrase>> = {
  drift: {
    en: 'The claim on record has another figure here.',
    ko: '기록된 주장에는 여기에 다른 수치가 있습니다.',
  },
  contradiction: {
    en: 'Another sentence of the draft repeats a claim with a figure that cannot hold together with this one.',
    ko: '초고의 다른 문장이 이와 양립할 수 없는 수치의 주장을 되풀이합니다.',
  },
}

export function findingWords(found: Found, language: DisplayLanguage): string {
  return phraseOf(found)[language]
}

function phraseOf({ code, fit, other }: Found): Phrase {
  if (code === 'figure-drift') return other === undefined ? figures.drift : figures.contradiction
  if (code === 'answer-missing') {
    const phrase = fit && missing[fit]
    if (!phrase) throw new Error('An answer that touches nothing was found missing.')
    return phrase
  }
  return said[code]
}

import type { Random } from '../../test/oracle/random.ts'
import { capitalized, pickWord, type Word } from './words.ts'

export type Language = 'en' | 'ko'

/** What a story is about. Its texts use the same few words over and over. */
export interface Topic {
  readonly subject: Word
  readonly words: readonly Word[]
}

export function topicOf(random: Random, subject: Word): Topic {
  return { subject, words: Array.from({ length: 8 }, () => pickWord(random)) }
}

/** One sentence in two languages: `{0}` … are words of the topic, `{s}` its subject, `{n}` a number. */
interface Sentence {
  readonly en: string
  readonly ko: string
}

export const sentences = {
  report: [
    {
      en: '{s} lowered its {0} {1} sales targets by {n} percent after the {2} division missed them, people with knowledge of the {3} plans said.',
      ko: '{s} {2} 부문이 목표에 미치지 못하자 {0} {1} 매출 목표를 {n}% 낮췄다고 {3} 계획을 아는 관계자들이 전했다.',
    },
    {
      en: '{s} told its {0} suppliers to halt deliveries of {1} parts for {n} days because of the {2} inquiry.',
      ko: '{s} 측이 {2} 조사 때문에 {0} 협력사에 {1} 부품 납품을 {n}일간 멈추라고 통보했다.',
    },
    {
      en: 'At least {n} employees of {s} left the {0} project after the {1} review, which found {2} defects.',
      ko: '{2} 결함을 찾아낸 {1} 점검 뒤에 {s} 직원 최소 {n}명이 {0} 사업에서 떠났다.',
    },
  ],
  figure: [
    {
      en: 'Sales of {0} at {s} fell by {n} percent in the {1} quarter.',
      ko: '{s} {0} 매출은 {1} 분기에 {n}% 줄었다.',
    },
  ],
  denial: [
    {
      en: '{s} has not lowered any {0} target; the story confuses {1} growth with {2} quotas.',
      ko: '{s} 어떤 {0} 목표도 낮추지 않았으며, 기사는 {1} 성장과 {2} 할당량을 혼동했다.',
    },
    {
      en: 'Nothing about the {0} programme of {s} was halted, and no {1} was asked to {2}.',
      ko: '{s} {0} 사업에서 중단된 것은 없고 {1} 쪽에 {2} 요청을 한 일도 없다.',
    },
  ],
  opinion: [
    {
      en: 'The {0} business of {s} is no cause for worry: {1} demand outruns {2} supply.',
      ko: '{1} 수요가 {2} 공급을 앞서므로 {s} {0} 사업은 걱정할 일이 아니다.',
    },
    {
      en: 'If {0} were weak, {s} would not have raised its {1} spending by {n} percent.',
      ko: '{0} 부진했다면 {s} {1} 지출을 {n}% 늘리지 않았을 것이다.',
    },
  ],
  reply: [
    {
      en: 'The {0} documents that we saw name {1} and leave no room for the {2} reading.',
      ko: '우리가 본 {0} 문서는 {1} 적시하고 있어 {2} 해석의 여지가 없다.',
    },
    {
      en: 'The {0} figures cover {1} only, so they say nothing about {2} as a whole.',
      ko: '{0} 수치는 {1} 경우만 다루므로 {2} 전체에 대해 말해 주지 않는다.',
    },
  ],
  remark: [
    {
      en: 'Only {n} of the {0} contracts that {s} signed concern {1}.',
      ko: '{s} 맺은 {0} 계약 가운데 {1} 관련은 {n}건뿐이다.',
    },
    {
      en: 'The {0} market as a whole shrank as well, not just {s} with its {1}.',
      ko: '{1} 내놓은 {s} 아니라 {0} 시장 전체가 줄었다.',
    },
  ],
  ruling: [
    {
      en: 'The {0} statements of {s} about {1} were misleading.',
      ko: '{s} {1} 관련 {0} 진술은 오해를 부르는 것이었다.',
    },
  ],
} satisfies Record<string, readonly Sentence[]>

export type SentenceKind = keyof typeof sentences

/** A sentence of a kind about a topic, in both languages. */
export function say(random: Random, topic: Topic, kind: SentenceKind): Record<Language, string> {
  const sentence: Sentence = random.pick<Sentence>(sentences[kind])
  const words = random.shuffled(topic.words)
  const number = String(1 + random.below(60))
  const fill = (language: Language) =>
    sentence[language].replaceAll(/\{(\w)\}/g, (_, slot: string) => {
      if (slot === 'n') return number
      return slot === 's'
        ? nameOf(topic.subject, language)
        : (words[Number(slot)]?.[language] ?? '')
    })
  return { en: fill('en'), ko: fill('ko') }
}

export function nameOf(word: Word, language: Language): string {
  return language === 'en' ? capitalized(word.en) : word.ko
}

import type { Phrase } from '../../domain/display-language.ts'
import type { Mark } from './marks.ts'
import type { Row } from './row.ts'

const crossed: Mark = { shape: 'crossed', colour: 'plum' }
const gap: Mark = { shape: 'half_gap', colour: 'plum' }

const notSettled: Phrase = {
  en: 'and the record does not settle the matter.',
  ko: '기록만으로는 결론이 나지 않습니다.',
}

const answeredAnotherPoint: Phrase = {
  en: '{by} answered another point',
  ko: '{by} 답변: 다른 점',
}

const answeredAPart: Phrase = { en: '{by} answered a part of this', ko: '{by} 답변: 일부' }

/** Claims that somebody contradicts or contests, and those that do not stand. */
export const contested = {
  denied: {
    word: { en: '{by} {says|say} this is not so', ko: '{by} 반박' },
    prefix: { en: 'Disputed by {by}', ko: '{by} 반박' },
    sentence: {
      en: `The party it is about says that it is not so, ${notSettled.en}`,
      ko: `당사자가 사실이 아니라고 답했고, ${notSettled.ko}`,
    },
    mark: { shape: 'half', colour: 'amber' },
  },
  answered_elsewhere: {
    word: {
      en: '{by} {answers|answer} another point[ ({on})] · this one is open',
      ko: '{by} 답변: 다른 점[({on})] · 이 점은 답변 없음',
    },
    prefix: answeredAnotherPoint,
    sentence: {
      en: 'The party it is about answers another point, and leaves open what this claim says.',
      ko: '당사자가 다른 점에 답했고, 이 주장이 말하는 점에는 답변이 기록에 없습니다.',
    },
    mark: { shape: 'half_gap', colour: 'amber' },
  },
  answered_partly: {
    word: {
      en: '{by} {answers|answer} a part of this · the rest is open',
      ko: '{by} 답변: 일부 · 나머지는 답변 없음',
    },
    prefix: answeredAPart,
    sentence: {
      en: 'The party it is about answers a part of what this claim says, and leaves the rest open.',
      ko: '당사자가 이 주장의 일부에 답했고, 나머지에는 답변이 기록에 없습니다.',
    },
    mark: { shape: 'half_gap', colour: 'amber' },
  },
  /** Beside what others say, or more than can be told apart. */
  answered_among_others: {
    word: {
      en: '{by} {answers|answer} another point[ ({on})] · more answers on record',
      ko: '{by} 답변: 다른 점[({on})] · 다른 답변 더 있음',
    },
    prefix: answeredAnotherPoint,
    sentence: {
      en: 'The party it is about answers another point, and more answers are on record.',
      ko: '당사자가 다른 점에 답했고, 다른 답변도 기록에 있습니다.',
    },
    mark: { shape: 'half_gap', colour: 'amber' },
  },
  answered_partly_among_others: {
    word: {
      en: '{by} {answers|answer} a part of this · more answers on record',
      ko: '{by} 답변: 일부 · 다른 답변 더 있음',
    },
    prefix: answeredAPart,
    sentence: {
      en: 'The party it is about answers a part of what this claim says, and more answers are on record.',
      ko: '당사자가 이 주장의 일부에 답했고, 다른 답변도 기록에 있습니다.',
    },
    mark: { shape: 'half_gap', colour: 'amber' },
  },
  contested: {
    word: { en: 'Contested by {by}', ko: '{by} 이의' },
    prefix: { en: 'Contested by {by}', ko: '{by} 이의' },
    sentence: {
      en: `The party it is about denies or contests it, ${notSettled.en}`,
      ko: `당사자가 부인하거나 이의를 제기했고, ${notSettled.ko}`,
    },
    mark: { shape: 'half', colour: 'amber' },
  },
  disputed: {
    word: { en: 'Accounts differ', ko: '주장 엇갈림' },
    prefix: { en: 'Accounts differ', ko: '주장 엇갈림' },
    sentence: {
      en: `Someone contradicts or contests it, or what it relies on is open, ${notSettled.en}`,
      ko: `상반된 주장이나 이의가 있거나 근거로 삼은 주장이 미결이고, ${notSettled.ko}`,
    },
    mark: { shape: 'half', colour: 'amber' },
  },
  countered: {
    word: {
      en: 'Countered by {by} · no answer that stands',
      ko: '{by}의 반박 · 유효한 재반박 없음',
    },
    prefix: { en: 'Countered', ko: '반박됨' },
    sentence: {
      en: 'A counterpoint to its grounds stands on record, and no answer that stands does.',
      ko: '이 주장의 근거에 대한 반론이 기록상 유효하고, 유효한 재반박은 기록에 없습니다.',
    },
    mark: crossed,
  },
  /** By nothing but answers to something else. */
  countered_elsewhere: {
    word: {
      en: '{by} answered on another point · no answer that stands',
      ko: '{by} 답변: 다른 점 · 유효한 재반박 없음',
    },
    prefix: answeredAnotherPoint,
    sentence: {
      en: 'An answer on another point stands on record, and no answer to it that stands does.',
      ko: '다른 점에 대한 답변이 기록상 유효하고, 유효한 재반박은 기록에 없습니다.',
    },
    mark: gap,
  },
  basis_lost: {
    word: { en: 'What it rests on has fallen', ko: '근거 상실' },
    prefix: { en: 'Basis lost', ko: '근거 상실' },
    sentence: {
      en: 'A claim it relies on does not stand on record, or the step from that claim to this one does not.',
      ko: '근거로 삼은 주장이나, 그 주장에서 이 주장으로 이어지는 추론이 기록상 유효하지 않습니다.',
    },
    mark: crossed,
  },
  ruled_against: {
    word: { en: '{by} found otherwise', ko: '{by} 판단과 배치' },
    prefix: { en: '{by} found otherwise', ko: '{by} 판단과 배치' },
    sentence: {
      en: 'A body with legal competence over the question found otherwise, and that ruling stands on record.',
      ko: '해당 문제에 법적 권한이 있는 기관이 이와 다르게 판단했고, 그 판단이 기록상 유효합니다.',
    },
    mark: crossed,
  },
  /** By rulings on something else, or on what this claim answers on another point. */
  ruled_elsewhere: {
    word: { en: '{by} ruled on another point', ko: '{by} 판단: 다른 점' },
    prefix: { en: '{by} ruled on another point', ko: '{by} 판단: 다른 점' },
    sentence: {
      en: 'A ruling of a body with legal competence stands against it on record, and is on another point.',
      ko: '법적 권한이 있는 기관의 판단이 기록상 이 주장에 맞서 있으나, 다른 점에 대한 판단입니다.',
    },
    mark: gap,
  },
  /** Of a ruling, which another one ruled against. */
  set_aside: {
    word: { en: 'Set aside or suspended by {by}', ko: '{by}에서 취소·정지' },
    prefix: { en: 'Set aside or suspended by {by}', ko: '{by}에서 취소·정지' },
    sentence: {
      en: 'A body with the rank to do so set this ruling aside or suspended it.',
      ko: '권한 있는 기관이 이 판단을 취소하거나 정지했습니다.',
    },
    mark: crossed,
  },
} satisfies Record<string, Row>

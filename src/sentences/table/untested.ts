import type { Mark } from './marks.ts'
import type { Row } from './row.ts'

const openRing: Mark = { shape: 'ring', colour: 'grey' }

/** Claims that nobody contradicts: silence, and what else was said. */
export const untested = {
  unanswered: {
    word: { en: 'No answer on record · not examined', ko: '답변 기록 없음 · 검증 아님' },
    prefix: null,
    sentence: {
      en: 'No answer is on record; that is not confirmation.',
      ko: '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  asked: {
    word: {
      en: '{by} asked on {at}: no answer on record',
      ko: '{by}에 {at} 질의: 답변 없음',
    },
    prefix: null,
    sentence: {
      en: 'The party it is about was asked, and no answer is on record; that is not confirmation.',
      ko: '당사자에게 물었으나 답변이 기록에 없으며, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  /** Of a ruling, which is itself an examination. */
  ruling_unanswered: {
    word: { en: 'Not contested or set aside on record', ko: '이의·취소 기록 없음' },
    prefix: null,
    sentence: {
      en: 'Nobody contests this ruling on record, and nobody competent has set it aside.',
      ko: '이 판단에 대한 이의나 취소는 기록에 없습니다.',
    },
    mark: openRing,
  },
  context_added: {
    word: {
      en: 'Context added by {by} · not contradicted on record',
      ko: '{by}의 보충 있음 · 반박 기록 없음',
    },
    prefix: null,
    sentence: {
      en: 'Somebody added context, and nobody contradicts it on record; that is not confirmation.',
      ko: '맥락이 보충되었고 반박은 기록에 없으며, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  /** By somebody who is no party, and so cannot confirm it. */
  said_so: {
    word: {
      en: '{by} {says|say} this is so · not examined',
      ko: '{by}도 같은 취지로 발언 · 검증 아님',
    },
    prefix: null,
    sentence: {
      en: 'Somebody who is no party says that it is so; that is not confirmation.',
      ko: '당사자가 아닌 쪽이 같은 취지로 말했을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  answered_besides: {
    word: {
      en: '{by} answered on another point · not contradicted on record',
      ko: '{by} 답변: 다른 점 · 반박 기록 없음',
    },
    prefix: null,
    sentence: {
      en: 'Somebody answered on another point, and nobody contradicts it on record; that is not confirmation.',
      ko: '다른 점에 대한 답변이 있고 반박은 기록에 없으며, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  confirmed_nor_denied: {
    word: {
      en: '{by} {neither confirms nor denies|neither confirm nor deny} this · not contradicted on record',
      ko: '{by} 미확정 답변 · 반박 기록 없음',
    },
    prefix: null,
    sentence: {
      en: 'Somebody who is no party neither confirms nor denies it, and nobody contradicts it on record; that is not confirmation.',
      ko: '당사자가 아닌 쪽이 확인도 부인도 하지 않았고 반박은 기록에 없으며, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  no_comment: {
    word: {
      en: '{by} declined to comment · not contradicted on record',
      ko: '{by} 논평 거부 · 반박 기록 없음',
    },
    prefix: null,
    sentence: {
      en: 'Somebody who is no party declined to comment, and nobody contradicts it on record; that is not confirmation.',
      ko: '당사자가 아닌 쪽이 논평을 거부했고 반박은 기록에 없으며, 사실로 확인되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  context_contested: {
    word: {
      en: 'Context added by {by} · itself contradicted or contested',
      ko: '{by}의 보충 있음 · 그 보충에 반론·이의 있음',
    },
    prefix: null,
    sentence: {
      en: 'Somebody added context, which is itself contradicted or contested; nobody contradicts the claim on record.',
      ko: '맥락이 보충되었으나 그 보충에 반론이나 이의가 있고, 이 주장을 반박한 기록은 없습니다.',
    },
    mark: openRing,
  },
  answer_taken_back: {
    word: {
      en: 'An answer by {by} was taken back or replaced',
      ko: '{by} 답변 철회·정정',
    },
    prefix: null,
    sentence: {
      en: 'Somebody answered it and no longer stands by that; nobody contradicts it on record.',
      ko: '답변한 쪽이 그 답변을 철회하거나 정정했고, 이 주장을 반박한 기록은 없습니다.',
    },
    mark: openRing,
  },
  neither: {
    word: {
      en: '{by} {neither confirms nor denies|neither confirm nor deny}',
      ko: '{by} 미확정 답변',
    },
    prefix: null,
    sentence: {
      en: 'The party it is about answered, and neither confirms nor denies it.',
      ko: '당사자가 답했으나, 확인도 부인도 하지 않았습니다.',
    },
    mark: { shape: 'half', colour: 'grey' },
  },
  confirms: {
    word: { en: '{by} {confirms|confirm} {point}', ko: '{by}[, {point}] 확인' },
    prefix: null,
    sentence: {
      en: 'The party it is about confirms it or a part of it, and no concession is on record.',
      ko: '당사자가 전부나 일부를 확인했으나, 인정한 것으로 기록되지는 않았습니다.',
    },
    mark: openRing,
  },
  /** Of a claim with points. */
  confirms_unsaid: {
    word: {
      en: '{by} {confirms|confirm} this · which point is not on record',
      ko: '{by} 확인 · 어느 대목인지는 기록 없음',
    },
    prefix: null,
    sentence: {
      en: 'The party it is about confirms it, and the record does not say which of its points.',
      ko: '당사자가 확인했으나, 어느 대목을 확인했는지는 기록에 없습니다.',
    },
    mark: openRing,
  },
  partly_admitted: {
    word: { en: 'Confirmed by {by}, {some} it is about', ko: '대상 {of}곳 중 {by} 인정' },
    prefix: null,
    sentence: {
      en: 'Some, but not all, of the parties it is about confirm it, and no challenge is on record.',
      ko: '당사자 가운데 일부가 인정했고, 반론은 기록에 없습니다.',
    },
    mark: openRing,
  },
  confirmation_retracted: {
    word: { en: 'Confirmed by {by}, then taken back', ko: '{by} 인정 후 번복' },
    prefix: null,
    sentence: {
      en: 'The party it is about confirmed it and no longer does; nobody contradicts it on record.',
      ko: '당사자가 인정했다가 이를 거두어들였고, 반론은 기록에 없습니다.',
    },
    mark: openRing,
  },
  ruling_contested: {
    word: { en: 'Contested by {by} · not set aside on record', ko: '{by} 이의 · 취소 기록 없음' },
    prefix: null,
    sentence: {
      en: 'Somebody contests this ruling, and on record nobody competent has set it aside.',
      ko: '이 판단에 대한 이의가 있으나, 권한 있는 기관이 취소한 기록은 없습니다.',
    },
    mark: openRing,
  },
  ruling_lapsed: {
    word: { en: 'A ruling on it was set aside by {by}', ko: '관련 판단을 {by}에서 취소·정지' },
    prefix: null,
    sentence: {
      en: 'A ruling once stood for it and was set aside or suspended; that says nothing against it.',
      ko: '이를 인정한 판단이 취소되거나 정지되었으며, 이 주장이 부정되었다는 뜻은 아닙니다.',
    },
    mark: openRing,
  },
  rated: {
    word: {
      en: 'No answer on record · rated by a fact-checker',
      ko: '답변 기록 없음 · 팩트체커 평가 있음',
    },
    prefix: null,
    sentence: {
      en: 'No answer is on record but the rating of a fact-checker, which does not move its status.',
      ko: '팩트체커의 평가 외에 답변이 기록에 없으며, 평가는 상태를 바꾸지 않습니다.',
    },
    mark: openRing,
  },
} satisfies Record<string, Row>

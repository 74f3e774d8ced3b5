import { describe, expect, test } from 'vitest'
import { explainTwice } from '../../src/sentences/explain.ts'
import type {
  AnsweredAttack,
  Context,
  Explained,
  QuotedClaim,
} from '../../src/sentences/explanation.ts'
import type { Speaker } from '../../src/sentences/told/speakers.ts'
import { partyOf, rebuttal, quotedPoints } from '../engine/seed-claims.ts'

const [post, microsoft, google, shaw, lab] = [
  '데일리 포스트',
  'Microsoft',
  '구글',
  'Frank Shaw',
  '연구소',
].map((name): Speaker => ({ id: name, name }))

function by(speaker: Speaker | undefined, words: string, assertedAt = '2025-12-03'): QuotedClaim {
  if (!speaker) throw new Error('There are five speakers.')
  return { speaker, words, translated: null, assertedAt, isRuling: false }
}

const subject = microsoft ?? { id: '', name: null }
const itself = partyOf([subject])
const throughShaw = partyOf([subject], { isSpeakerOne: false })
const oneOfThree = partyOf([subject], { of: 3 })
const common = { speaker: by(post, '').speaker, isRuling: false } as const
const nobody = { named: [], more: 0 }
const points = quotedPoints('일부 사업부', '목표를 낮췄다')

const denial = rebuttal(by(microsoft, 'No target was lowered'), { party: itself, fit: 'meets' })
const byShaw = rebuttal(by(shaw, 'No target was lowered'), { party: throughShaw, fit: 'meets' })
const onScope = rebuttal(by(microsoft, 'No quota was lowered'), {
  party: itself,
  fit: 'other_point',
  otherPoint: 'scope',
})
const onOnePoint = rebuttal(by(microsoft, 'No unit did'), {
  party: itself,
  fit: 'partly',
  met: points.slice(0, 1),
  metIds: ['a'],
})
const study = rebuttal(by(lab, '목표는 그대로다', '2025-12-05'))
const letter = rebuttal(by(microsoft, 'We demand a correction'), {
  relation: 'undercuts',
  party: itself,
  fit: 'meets',
})
const withdrawn: AnsweredAttack = {
  ...denial,
  outcome: { kind: 'withdrawn', by: subject, at: '2025-12-10' },
}
const dropped: AnsweredAttack = {
  ...letter,
  outcome: { kind: 'dropped', by: subject, side: 'challenger', at: '2025-12-20' },
}
const context: Context = { ...by(google, 'Only for resellers'), since: null }

interface Row {
  readonly told: Explained
  readonly en: readonly [long: string, short: string]
  readonly ko: readonly [long: string, short: string]
}

const rows: Readonly<Record<string, Row>> = {
  'who withdrew what is named': {
    told: { ...common, status: 'answered', cites: [withdrawn] },
    en: [
      'Microsoft, whom this is about, denied this (“No target was lowered”, 3 December 2025) and withdrew that on 10 December 2025.',
      'Microsoft, whom this is about, denied this (3 December 2025) and withdrew that on 10 December 2025.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 “No target was lowered”라고 부인했으나, 2025년 12월 10일 그 주장을 철회했습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 이를 부인했으나, 2025년 12월 10일 그 주장을 철회했습니다.',
    ],
  },
  'who replaced it is named': {
    told: {
      ...common,
      status: 'corrected',
      cites: [{ ...by(post, 'Two units'), relation: 'supersedes', isReworded: false }],
    },
    en: [
      '데일리 포스트 replaced this on 3 December 2025 with “Two units”.',
      '데일리 포스트 replaced this on 3 December 2025.',
    ],
    ko: [
      '데일리 포스트가 2025년 12월 3일 이를 “Two units”로 대체했습니다.',
      '데일리 포스트가 2025년 12월 3일 이를 다른 주장으로 대체했습니다.',
    ],
  },
  'who conceded what is named, and the claim it was about': {
    told: {
      ...common,
      status: 'corrected',
      cites: [
        {
          ...by(microsoft, 'Some were lowered', '2025-12-10'),
          relation: 'concedes',
          accepted: by(post, 'Targets were lowered'),
          since: null,
        },
      ],
    },
    en: [
      'Microsoft conceded on 10 December 2025 what 데일리 포스트 asserted (“Targets were lowered”, 3 December 2025), which this opposed: “Some were lowered”.',
      'Microsoft conceded on 10 December 2025 what 데일리 포스트 asserted (3 December 2025), which this opposed.',
    ],
    ko: [
      'Microsoft가 2025년 12월 10일 “Some were lowered”라며 이와 맞서던 데일리 포스트의 주장(“Targets were lowered”, 2025년 12월 3일)을 인정했습니다.',
      'Microsoft가 2025년 12월 10일 이와 맞서던 데일리 포스트의 주장(2025년 12월 3일)을 인정했습니다.',
    ],
  },
  'the subject speaks through somebody': {
    told: { ...common, status: 'denied', cites: [byShaw] },
    en: [
      'Microsoft, through Frank Shaw, denied it: “No target was lowered” (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
      'Microsoft, through Frank Shaw, denied it (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 Frank Shaw를 통해 2025년 12월 3일 “No target was lowered”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      '당사자인 Microsoft가 Frank Shaw를 통해 2025년 12월 3일 이를 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
    ],
  },
  'what is said again is said once, with its dates': {
    told: {
      ...common,
      status: 'denied',
      cites: [
        denial,
        rebuttal(by(microsoft, 'Again: none was', '2025-12-05'), { party: itself, fit: 'meets' }),
      ],
    },
    en: [
      'Microsoft, whom this is about, denied it: “No target was lowered” (3 December 2025) and “Again: none was” (5 December 2025); no withdrawal by 데일리 포스트 is on record.',
      'Microsoft, whom this is about, denied it (3 December 2025 and 5 December 2025); no withdrawal by 데일리 포스트 is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 “No target was lowered”, 2025년 12월 5일 “Again: none was”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      '당사자인 Microsoft가 2025년 12월 3일, 2025년 12월 5일 이를 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
    ],
  },
  'what somebody else says again is said once, too': {
    told: {
      ...common,
      status: 'disputed',
      cites: [study, rebuttal(by(lab, '다시 말하지만 그대로다', '2025-12-09'))],
    },
    en: [
      '연구소 contradicted this: “목표는 그대로다” (5 December 2025) and “다시 말하지만 그대로다” (9 December 2025); neither side has given way on record.',
      '연구소 contradicted this (5 December 2025 and 9 December 2025); neither side has given way on record.',
    ],
    ko: [
      '연구소가 2025년 12월 5일 “목표는 그대로다”, 2025년 12월 9일 “다시 말하지만 그대로다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다.',
      '연구소가 2025년 12월 5일, 2025년 12월 9일 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다.',
    ],
  },
  'only who meets the claim denied it': {
    told: {
      ...common,
      status: 'denied',
      cites: [onScope],
      openPoints: points,
      openCount: 2,
      pointCount: 2,
    },
    en: [
      'Microsoft, whom this is about, answered on the scope: “No quota was lowered” (3 December 2025); on “일부 사업부” and “목표를 낮췄다” no answer is on record.',
      'Microsoft, whom this is about, answered on the scope (3 December 2025); on the claim itself no answer by Microsoft is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 “No quota was lowered”라고 답했으며, “일부 사업부”, “목표를 낮췄다”에 대한 답변은 기록에 없습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 답했으며, 이 주장 자체에 대한 Microsoft의 답변은 기록에 없습니다.',
    ],
  },
  'who meets some points leaves the rest open': {
    told: {
      ...common,
      status: 'denied',
      cites: [onOnePoint],
      openPoints: points.slice(1),
      openCount: 1,
      pointCount: 2,
    },
    en: [
      'Microsoft, whom this is about, answered on “일부 사업부”: “No unit did” (3 December 2025); on “목표를 낮췄다” no answer is on record.',
      'Microsoft, whom this is about, answered on one point of it (3 December 2025); on one of its two points no answer is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 “일부 사업부”에 대해 “No unit did”라고 답했으며, “목표를 낮췄다”에 대한 답변은 기록에 없습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 이 주장의 한 대목에 대해 답했으며, 두 대목 가운데 한 대목에 대한 답변은 기록에 없습니다.',
    ],
  },
  'silence is not confirmation': {
    told: { ...common, status: 'unchallenged', contestedBy: nobody, context: nobody },
    en: [
      'No answer is on record; that is not confirmation.',
      'No answer is on record; that is not confirmation.',
    ],
    ko: [
      '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
    ],
  },
  'context is no contradiction': {
    told: {
      ...common,
      status: 'unchallenged',
      contestedBy: nobody,
      context: { named: [context], more: 0 },
    },
    en: [
      '구글 added context (“Only for resellers”, 3 December 2025); nobody contradicts it on record.',
      '구글 added context (3 December 2025); nobody contradicts it on record.',
    ],
    ko: [
      '구글이 2025년 12월 3일 “Only for resellers”라며 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다.',
      '구글이 2025년 12월 3일 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
  },
  'points that a party confirms are counted': {
    told: {
      ...common,
      status: 'unchallenged',
      contestedBy: nobody,
      context: {
        named: [{ ...context, response: 'confirms', met: points, metIds: ['a', 'b'] }],
        more: 0,
      },
    },
    en: [
      '구글 confirmed “일부 사업부” and “목표를 낮췄다” (“Only for resellers”, 3 December 2025); nobody contradicts it on record.',
      '구글 confirmed two points of it (3 December 2025); nobody contradicts it on record.',
    ],
    ko: [
      '구글이 2025년 12월 3일 “Only for resellers”라며 “일부 사업부”, “목표를 낮췄다”를 확인했으며, 이 주장을 반박한 기록은 없습니다.',
      '구글이 2025년 12월 3일 이 주장의 두 대목을 확인했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
  },
  'a party among several is named with the number': {
    told: { ...common, status: 'denied', cites: [{ ...denial, party: oneOfThree }] },
    en: [
      'Microsoft, one of three companies it is about, denied it: “No target was lowered” (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
      'Microsoft, one of three companies it is about, denied it (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
    ],
    ko: [
      '대상 기업 3곳 중 하나인 Microsoft가 2025년 12월 3일 “No target was lowered”라고 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
      '대상 기업 3곳 중 하나인 Microsoft가 2025년 12월 3일 이를 부인했으며, 데일리 포스트의 철회 기록은 없습니다.',
    ],
  },
  'a dispute says that the party it is about has not answered': {
    told: { ...common, status: 'disputed', cites: [study], silent: { named: [subject], more: 0 } },
    en: [
      '연구소 contradicted this: “목표는 그대로다” (5 December 2025); neither side has given way on record. On the claim itself no answer by Microsoft is on record.',
      '연구소 contradicted this (5 December 2025); neither side has given way on record. On the claim itself no answer by Microsoft is on record.',
    ],
    ko: [
      '연구소가 2025년 12월 5일 “목표는 그대로다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 Microsoft의 답변은 기록에 없습니다.',
      '연구소가 2025년 12월 5일 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 Microsoft의 답변은 기록에 없습니다.',
    ],
  },
  'and none of several has': {
    told: {
      ...common,
      status: 'disputed',
      cites: [study],
      silent: { named: [subject, by(google, '').speaker], more: 0 },
    },
    en: [
      '연구소 contradicted this: “목표는 그대로다” (5 December 2025); neither side has given way on record. On the claim itself no answer by Microsoft or 구글 is on record.',
      '연구소 contradicted this (5 December 2025); neither side has given way on record. On the claim itself no answer by Microsoft or 구글 is on record.',
    ],
    ko: [
      '연구소가 2025년 12월 5일 “목표는 그대로다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 Microsoft, 구글의 답변은 기록에 없습니다.',
      '연구소가 2025년 12월 5일 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 이 주장 자체에 대한 Microsoft, 구글의 답변은 기록에 없습니다.',
    ],
  },
  'a dispute says which points are open': {
    told: {
      ...common,
      status: 'disputed',
      cites: [study],
      openPoints: points.slice(1),
      openCount: 1,
      pointCount: 2,
      leftOpen: 'part',
      silent: { named: [subject], more: 0 },
    },
    en: [
      '연구소 contradicted this: “목표는 그대로다” (5 December 2025); neither side has given way on record. On “목표를 낮췄다” no answer by Microsoft is on record.',
      '연구소 contradicted this (5 December 2025); neither side has given way on record. On one of its two points no answer by Microsoft is on record.',
    ],
    ko: [
      '연구소가 2025년 12월 5일 “목표는 그대로다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. “목표를 낮췄다”에 대한 Microsoft의 답변은 기록에 없습니다.',
      '연구소가 2025년 12월 5일 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다. 두 대목 가운데 한 대목에 대한 Microsoft의 답변은 기록에 없습니다.',
    ],
  },
  'two answers are told, and how many more there are': {
    told: { ...common, status: 'denied', cites: [denial, study, byShaw], moreCites: 1 },
    en: [
      'Microsoft, whom this is about, denied it: “No target was lowered” (3 December 2025); 연구소 contradicted it: “목표는 그대로다” (5 December 2025); and 2 more answers. No withdrawal by 데일리 포스트 is on record.',
      'Microsoft, whom this is about, denied it (3 December 2025); 연구소 contradicted it (5 December 2025); and 2 more answers. No withdrawal by 데일리 포스트 is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 “No target was lowered”라고 부인했으며, 연구소가 2025년 12월 5일 “목표는 그대로다”라고 이와 상반되게 주장했습니다. 그 밖에 답변이 2건 더 있으며, 데일리 포스트의 철회 기록은 없습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 이를 부인했으며, 연구소가 2025년 12월 5일 이와 상반되게 주장했습니다. 그 밖에 답변이 2건 더 있으며, 데일리 포스트의 철회 기록은 없습니다.',
    ],
  },
  'one date is said once': {
    told: { ...common, status: 'denied', cites: [onScope, letter] },
    en: [
      'Microsoft, whom this is about, answered on the scope: “No quota was lowered” (3 December 2025) and contested it: “We demand a correction” (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
      'Microsoft, whom this is about, answered on the scope and contested it (3 December 2025); no withdrawal by 데일리 포스트 is on record.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 “No quota was lowered”라고 답했고 “We demand a correction”이라며 이의를 제기했으며, 데일리 포스트의 철회 기록은 없습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 답했고 이에 이의를 제기했으며, 데일리 포스트의 철회 기록은 없습니다.',
    ],
  },
  'a demand stands on the side of the answer, with its outcome': {
    told: { ...common, status: 'answered', cites: [dropped] },
    en: [
      'Microsoft, whom this is about, contested this (“We demand a correction”, 3 December 2025) and dropped that on 20 December 2025.',
      'Microsoft, whom this is about, contested this (3 December 2025) and dropped that on 20 December 2025.',
    ],
    ko: [
      '당사자인 Microsoft가 2025년 12월 3일 “We demand a correction”이라며 이의를 제기했으나, 2025년 12월 20일 그 반론을 거두어들였습니다.',
      '당사자인 Microsoft가 2025년 12월 3일 이에 이의를 제기했으나, 2025년 12월 20일 그 반론을 거두어들였습니다.',
    ],
  },
}

const thirdLook = rebuttal(by(lab, '아니다', '2025-12-05'))
const silent = { named: [subject], more: 0 }

/** What is told alike in both forms, as nothing of it can be quoted, or as it is about an answer alone. */
const alike: Readonly<Record<string, { told: Explained; en: string; ko: string }>> = {
  'points without words are counted, and how many others are open': {
    told: {
      ...common,
      status: 'denied',
      cites: [{ ...onOnePoint, words: null, met: [], metIds: ['c'] }],
      openPoints: [],
      openCount: 2,
      pointCount: 3,
      leftOpen: 'part',
      silent,
    },
    en: 'Microsoft, whom this is about, answered on one point of it (3 December 2025); on two of its three points no answer is on record.',
    ko: '당사자인 Microsoft가 2025년 12월 3일 이 주장의 한 대목에 대해 답했으며, 세 대목 가운데 두 대목에 대한 답변은 기록에 없습니다.',
  },
  'beside what a third party says, the party that gave no answer is named': {
    told: {
      ...common,
      status: 'denied',
      cites: [
        { ...onScope, words: null },
        { ...thirdLook, words: null },
      ],
      openCount: 3,
      pointCount: 3,
      leftOpen: 'whole',
      silent,
    },
    en: 'Microsoft, whom this is about, answered on the scope (3 December 2025); 연구소 contradicted it (5 December 2025). On the claim itself no answer by Microsoft is on record.',
    ko: '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 답했으며, 연구소가 2025년 12월 5일 이와 상반되게 주장했습니다. 이 주장 자체에 대한 Microsoft의 답변은 기록에 없습니다.',
  },
  'and also where the claim has no points': {
    told: {
      ...common,
      status: 'denied',
      cites: [
        { ...onScope, words: null },
        { ...thirdLook, words: null },
      ],
      leftOpen: 'whole',
      silent,
    },
    en: 'Microsoft, whom this is about, answered on the scope (3 December 2025); 연구소 contradicted it (5 December 2025). On the claim itself no answer by Microsoft is on record.',
    ko: '당사자인 Microsoft가 2025년 12월 3일 범위에 대해 답했으며, 연구소가 2025년 12월 5일 이와 상반되게 주장했습니다. 이 주장 자체에 대한 Microsoft의 답변은 기록에 없습니다.',
  },
  'who confirms a claim with points and names none is said to name none': {
    told: {
      ...common,
      status: 'unchallenged',
      contestedBy: nobody,
      context: {
        named: [{ ...context, words: null, response: 'confirms', namesNoPoint: true }],
        more: 0,
      },
    },
    en: '구글 confirmed it, with no point named (3 December 2025); nobody contradicts it on record.',
    ko: '구글이 2025년 12월 3일 대목을 특정하지 않고 이를 확인했으며, 이 주장을 반박한 기록은 없습니다.',
  },
  'who confirms a point whose words are gone does not confirm it all': {
    told: {
      ...common,
      status: 'unchallenged',
      contestedBy: nobody,
      context: {
        named: [
          {
            ...context,
            speaker: subject,
            words: null,
            response: 'confirms',
            party: itself,
            metIds: ['b'],
          },
        ],
        more: 0,
      },
    },
    en: 'Microsoft, whom this is about, confirmed one point of it (3 December 2025); nobody contradicts it on record.',
    ko: '당사자인 Microsoft가 2025년 12월 3일 이 주장의 한 대목을 확인했으며, 이 주장을 반박한 기록은 없습니다.',
  },
  'a year takes a particle': {
    told: { ...common, status: 'withdrawn', withdrawnAt: '2026' },
    en: '데일리 포스트 withdrew this in 2026.',
    ko: '데일리 포스트가 2026년에 이를 철회했습니다.',
  },
}

describe('a sentence', () => {
  test.each(Object.entries(alike))('%s', (_, { told, en, ko }) => {
    const [english, korean] = [explainTwice(told, 'en'), explainTwice(told, 'ko')]
    expect([english.text, english.short, korean.text, korean.short]).toEqual([en, en, ko, ko])
  })

  test('names a point once that two answers meet, in both languages', () => {
    const again = { ...onOnePoint, words: 'None at all', assertedAt: '2025-12-04' }
    const told: Explained = {
      ...common,
      status: 'denied',
      cites: [onOnePoint, again],
      openPoints: points.slice(1),
      openCount: 1,
      pointCount: 2,
    }
    expect([explainTwice(told, 'en').text, explainTwice(told, 'ko').text]).toEqual([
      'Microsoft, whom this is about, answered on “일부 사업부”: “No unit did” (3 December 2025) and “None at all” (4 December 2025); on “목표를 낮췄다” no answer is on record.',
      '당사자인 Microsoft가 2025년 12월 3일 “일부 사업부”에 대해 “No unit did”, 2025년 12월 4일 “None at all”이라고 답했으며, “목표를 낮췄다”에 대한 답변은 기록에 없습니다.',
    ])
  })
})

describe('a sentence has a form with quotations and one without', () => {
  test.each(Object.entries(rows))('%s', (_, { told, en, ko }) => {
    const [english, korean] = [explainTwice(told, 'en'), explainTwice(told, 'ko')]
    expect([english.text, english.short]).toEqual(en)
    expect([korean.text, korean.short]).toEqual(ko)
  })
})

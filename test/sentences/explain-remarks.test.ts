import { describe, expect, test } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { Explained, SetAside } from '../../src/sentences/explanation.ts'
import { partyOf, rebuttal, said, quotedPoints } from '../engine/seed-claims.ts'

const none = { named: [], more: 0 }
const [post, halden, nord, court, appeal] = ['신문', '할덴', '노르드', '지방법원', '항소법원'].map(
  (name) => ({ id: name, name }),
)
const base = { speaker: post ?? { id: '', name: '' }, isRuling: false }
const unchallenged = { ...base, status: 'unchallenged', contestedBy: none, context: none } as const
const denial = (party = partyOf([{ id: '할덴', name: '할덴' }])) =>
  rebuttal(said('할덴', 'No', 'en'), { party })
const admission = (name: string, of = 3) => ({
  ...said(name, 'Yes', 'en', '2025-12-06'),
  party: partyOf([{ id: name, name }], { of }),
})
const setAside = (details: Partial<SetAside> = {}): SetAside => ({
  body: court ?? base.speaker,
  found: 'so',
  by: appeal ?? base.speaker,
  at: '2025-09-01',
  isByThis: false,
  ...details,
})
const context = (name: string, details = {}) => ({
  ...said(name, 'Only in part', 'en'),
  since: null,
  ...details,
})

describe('what a sentence adds to a status', () => {
  test.each<[string, Explained, string, string]>([
    [
      'one of three confirms, and nobody contradicts',
      { ...unchallenged, partly: { named: [admission('할덴')], more: 0 } },
      '할덴, one of three companies it is about, confirmed this on 6 December 2025: “Yes”; nobody contradicts it on record.',
      '대상 기업 3곳 중 하나인 할덴이 2025년 12월 6일 “Yes”라며 이를 인정했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'one of three confirms, another denies',
      {
        ...base,
        status: 'denied',
        cites: [denial(partyOf([halden ?? base.speaker], { of: 3 }))],
        partly: { named: [admission('노르드')], more: 0 },
      },
      '할덴, one of three companies it is about, denied it: “No” (5 December 2025); no withdrawal by 신문 is on record. 노르드, one of three companies it is about, confirmed this on 6 December 2025: “Yes”.',
      '대상 기업 3곳 중 하나인 할덴이 2025년 12월 5일 “No”라고 부인했으며, 신문의 철회 기록은 없습니다. 대상 기업 3곳 중 하나인 노르드가 2025년 12월 6일 “Yes”라며 이를 인정했습니다.',
    ],
    [
      'three of four confirm what is withdrawn',
      {
        ...base,
        status: 'withdrawn',
        withdrawnAt: '2025-12-07',
        partly: { named: ['할덴', '노르드'].map((name) => admission(name, 4)), more: 1 },
      },
      '신문 withdrew this on 7 December 2025. 할덴, one of four companies it is about, confirmed this on 6 December 2025: “Yes”; 노르드, one of four companies it is about, confirmed this on 6 December 2025: “Yes”; and 1 more answer.',
      '신문이 2025년 12월 7일 이를 철회했습니다. 대상 기업 4곳 중 하나인 할덴이 2025년 12월 6일 “Yes”라며 이를 인정했으며, 대상 기업 4곳 중 하나인 노르드가 2025년 12월 6일 “Yes”라며 이를 인정했습니다. 그 밖에 답변이 1건 더 있습니다.',
    ],
    [
      'somebody added context',
      { ...unchallenged, context: { named: [context('할덴')], more: 0 } },
      '할덴 added context (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 “Only in part”라며 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'a party neither confirms nor denies it',
      {
        ...unchallenged,
        context: { named: [context('할덴', { response: 'neither' })], more: 0 },
      },
      '할덴 neither confirms nor denies it (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 “Only in part”라며 확인도 부인도 하지 않았으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'a party does not comment',
      {
        ...unchallenged,
        context: { named: [context('할덴', { response: 'declines' })], more: 0 },
      },
      '할덴 declined to comment (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 “Only in part”라며 논평을 거부했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'a party confirms it',
      {
        ...unchallenged,
        context: { named: [context('할덴', { response: 'confirms' })], more: 0 },
      },
      '할덴 confirmed it (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 “Only in part”라며 이를 확인했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'a party confirms points of it',
      {
        ...unchallenged,
        context: {
          named: [
            context('할덴', {
              response: 'confirms',
              met: quotedPoints('손실 처리했다', '해외 현장'),
              metIds: ['a', 'b'],
            }),
          ],
          more: 0,
        },
      },
      '할덴 confirmed “손실 처리했다” and “해외 현장” (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 “Only in part”라며 “손실 처리했다”, “해외 현장”을 확인했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'somebody not named added context',
      {
        ...unchallenged,
        context: {
          named: [context('x', { speaker: { id: 'x', name: null, isUnnamed: true } })],
          more: 0,
        },
      },
      'A speaker who is not named added context (“Only in part”, 5 December 2025); nobody contradicts it on record.',
      '이름이 밝혀지지 않은 발언자가 2025년 12월 5일 “Only in part”라며 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'context that was withdrawn, and context without words',
      {
        ...unchallenged,
        context: {
          named: [context('할덴', { words: null }), context('노르드', { since: 'withdrawn' })],
          more: 2,
        },
      },
      '할덴 added context (5 December 2025); 노르드 added context (“Only in part”, 5 December 2025) and has since withdrawn that; and 2 more statements. Nobody contradicts it on record.',
      '할덴이 2025년 12월 5일 맥락을 보충했습니다. 노르드가 2025년 12월 5일 “Only in part”라며 맥락을 보충했습니다. 그 주장은 이후 철회되었습니다. 그 밖에 주장이 2건 더 있으며, 이 주장을 반박한 기록은 없습니다.',
    ],
    [
      'context and a partial confirmation',
      {
        ...unchallenged,
        context: { named: [context('노르드')], more: 0 },
        partly: { named: [admission('할덴')], more: 0 },
      },
      '노르드 added context (“Only in part”, 5 December 2025); nobody contradicts it on record. 할덴, one of three companies it is about, confirmed this on 6 December 2025: “Yes”.',
      '노르드가 2025년 12월 5일 “Only in part”라며 맥락을 보충했으며, 이 주장을 반박한 기록은 없습니다. 대상 기업 3곳 중 하나인 할덴이 2025년 12월 6일 “Yes”라며 이를 인정했습니다.',
    ],
    [
      'a ruling for it was set aside',
      { ...unchallenged, setAside: { named: [setAside()], more: 0 } },
      'No answer is on record; that is not confirmation. 지방법원’s ruling that found so was set aside or suspended by 항소법원 on 1 September 2025.',
      '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다. 이를 인정했던 지방법원의 판단은 2025년 9월 1일 항소법원이 취소하거나 정지했습니다.',
    ],
    [
      'a ruling against it was set aside, by the ruling itself',
      {
        ...unchallenged,
        isRuling: true,
        setAside: { named: [setAside({ found: 'otherwise', isByThis: true })], more: 0 },
      },
      'No answer is on record; that is not confirmation. This set aside or suspended 지방법원’s ruling that found otherwise.',
      '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다. 이 판단에 따라 이와 다른 결론을 냈던 지방법원의 판단이 취소되거나 정지되었습니다.',
    ],
    [
      'three rulings were set aside, at an unknown time',
      {
        ...base,
        status: 'denied',
        cites: [denial()],
        setAside: { named: [setAside({ at: null }), setAside({ found: 'otherwise' })], more: 1 },
      },
      '할덴, whom this is about, denied it: “No” (5 December 2025); no withdrawal by 신문 is on record. 지방법원’s ruling that found so was set aside or suspended by 항소법원; 지방법원’s ruling that found otherwise was set aside or suspended by 항소법원 on 1 September 2025; and 1 more ruling.',
      '당사자인 할덴이 2025년 12월 5일 “No”라고 부인했으며, 신문의 철회 기록은 없습니다. 이를 인정했던 지방법원의 판단은 항소법원이 취소하거나 정지했으며, 이와 다른 결론을 냈던 지방법원의 판단은 2025년 9월 1일 항소법원이 취소하거나 정지했습니다. 그 밖에 판단이 1건 더 있습니다.',
    ],
    [
      'its side conceded a part of what it opposed',
      {
        ...base,
        status: 'disputed',
        cites: [rebuttal(said('할덴', 'No', 'en'))],
        gaveUp: {
          named: [
            {
              ...said('신문', 'True', 'en'),
              relation: 'concedes',
              accepted: said('노르드', 'So', 'en'),
              since: null,
            },
          ],
          more: 0,
        },
      },
      '할덴 contradicted this: “No” (5 December 2025); it is unresolved on record. 신문 conceded on 5 December 2025 what 노르드 asserted (“So”, 5 December 2025), which this opposed: “True”.',
      '할덴이 2025년 12월 5일 “No”라고 이와 상반되게 주장했으며, 기록상 결론이 나지 않았습니다. 신문이 2025년 12월 5일 “True”라며 이와 맞서던 노르드의 주장(“So”, 2025년 12월 5일)을 인정했습니다.',
    ],
  ])('%s', (_, explained, en, ko) => {
    expect(displayLanguages.map((lang) => explain(explained, lang))).toEqual([en, ko])
  })
})

describe('what replaced a claim', () => {
  const successor = said('신문', 'B', 'en')
  const conceding = { accepted: said('할덴', 'A', 'en'), since: null } as const

  test.each<[string, Extract<Explained, { status: 'corrected' }>['cites'][number], string, string]>(
    [
      [
        'other content',
        { ...successor, relation: 'supersedes', isReworded: false },
        '신문 replaced this on 5 December 2025 with “B”.',
        '신문이 2025년 12월 5일 이를 “B”로 대체했습니다.',
      ],
      [
        'other words',
        { ...successor, relation: 'supersedes', isReworded: true },
        '신문 put this in other words on 5 December 2025: “B”.',
        '신문이 2025년 12월 5일 이 주장의 표현을 “B”로 고쳤습니다.',
      ],
      [
        'other words, which were removed',
        { ...successor, words: null, relation: 'supersedes', isReworded: true },
        '신문 put this in other words on 5 December 2025.',
        '신문이 2025년 12월 5일 이 주장의 표현을 고쳤습니다.',
      ],
      [
        'a concession',
        { ...successor, ...conceding, relation: 'concedes' },
        '신문 conceded on 5 December 2025 what 할덴 asserted (“A”, 5 December 2025), which this opposed: “B”.',
        '신문이 2025년 12월 5일 “B”라며 이와 맞서던 할덴의 주장(“A”, 2025년 12월 5일)을 인정했습니다.',
      ],
      [
        'a concession of what is not known, withdrawn since',
        { ...successor, accepted: null, since: 'withdrawn', relation: 'concedes' },
        '신문 conceded on 5 December 2025 what this opposed: “B”, a concession itself withdrawn since.',
        '신문이 2025년 12월 5일 “B”라며 이와 맞서던 주장을 인정했습니다. 그 인정은 이후 철회되었습니다.',
      ],
      [
        'a statement of the same, replaced since',
        { ...successor, ...conceding, since: 'corrected', relation: 'restates' },
        '신문 confirmed on 5 December 2025 what 할덴 asserted (“A”, 5 December 2025), which this opposed: “B”, a statement itself replaced since.',
        '신문이 2025년 12월 5일 “B”라며 이와 맞서던 할덴의 주장(“A”, 2025년 12월 5일)을 확인했습니다. 그 확인은 이후 다른 주장으로 대체되었습니다.',
      ],
    ],
  )('%s', (_, cite, en, ko) => {
    const explained: Explained = { ...base, status: 'corrected', cites: [cite] }
    expect(displayLanguages.map((lang) => explain(explained, lang))).toEqual([en, ko])
  })
})

describe('an answer on another point', () => {
  const elsewhere = { ...denial(), otherPoint: 'timing' } as const

  test.each<[string, ReturnType<typeof rebuttal>[], string, string]>([
    [
      'leaves the claim without an answer',
      [elsewhere],
      '할덴, whom this is about, answered on the timing: “No” (5 December 2025); on the claim itself no answer by 할덴 is on record.',
      '당사자인 할덴이 2025년 12월 5일 시점에 대해 “No”라고 답했으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
    ],
    [
      'beside one that meets the claim',
      [elsewhere, denial()],
      '할덴, whom this is about, answered on the timing: “No” (5 December 2025) and denied it: “No” (5 December 2025); no withdrawal by 신문 is on record.',
      '당사자인 할덴이 2025년 12월 5일 시점에 대해 “No”라고 답했고 “No”라고 부인했으며, 신문의 철회 기록은 없습니다.',
    ],
    [
      'that is not said',
      [{ ...denial(), fit: 'other_point' as const }],
      '할덴, whom this is about, answered on another point: “No” (5 December 2025); on the claim itself no answer by 할덴 is on record.',
      '당사자인 할덴이 2025년 12월 5일 다른 대목에 대해 “No”라고 답했으며, 이 주장 자체에 대한 할덴의 답변은 기록에 없습니다.',
    ],
    [
      'for whom somebody else spoke',
      [{ ...elsewhere, party: partyOf([nord ?? base.speaker], { isSpeakerOne: false }) }],
      '노르드, through 할덴, answered on the timing: “No” (5 December 2025); on the claim itself no answer by 노르드 is on record.',
      '당사자인 노르드가 할덴을 통해 2025년 12월 5일 시점에 대해 “No”라고 답했으며, 이 주장 자체에 대한 노르드의 답변은 기록에 없습니다.',
    ],
  ])('%s', (_, cites, en, ko) => {
    const explained: Explained = { ...base, status: 'denied', cites }
    expect(displayLanguages.map((lang) => explain(explained, lang))).toEqual([en, ko])
  })
})

describe('an answer to a claim with points', () => {
  const partly = { ...denial(), fit: 'partly', met: quotedPoints('5월에', '영원히') } as const
  const other = { ...denial(), fit: 'other_point', otherPoint: 'scope', met: [] } as const
  const whole = { ...denial(), fit: 'meets', met: quotedPoints('공장을 닫았다', '5월에') } as const
  const own = { ...denial(), fit: null } as const

  test.each<[string, ReturnType<typeof rebuttal>[], readonly string[], string, string]>([
    [
      'is on those that it meets, and the others are open',
      [partly],
      ['공장을 닫았다'],
      '할덴, whom this is about, answered on “5월에” and “영원히”: “No” (5 December 2025); on “공장을 닫았다” no answer is on record.',
      '당사자인 할덴이 2025년 12월 5일 “5월에”, “영원히”에 대해 “No”라고 답했으며, “공장을 닫았다”에 대한 답변은 기록에 없습니다.',
    ],
    [
      'leaves all of them open',
      [other],
      ['일부 사업부', '하향 조정했다', '매출 목표'],
      '할덴, whom this is about, answered on the scope: “No” (5 December 2025); on “일부 사업부”, “하향 조정했다” and “매출 목표” no answer is on record.',
      '당사자인 할덴이 2025년 12월 5일 범위에 대해 “No”라고 답했으며, “일부 사업부”, “하향 조정했다”, “매출 목표”에 대한 답변은 기록에 없습니다.',
    ],
    [
      'denies it only if it meets all of them',
      [whole],
      [],
      '할덴, whom this is about, denied it: “No” (5 December 2025); no withdrawal by 신문 is on record.',
      '당사자인 할덴이 2025년 12월 5일 “No”라고 부인했으며, 신문의 철회 기록은 없습니다.',
    ],
    [
      'is none if the claim answers it',
      [own],
      [],
      '할덴, whom this is about, contradicted it: “No” (5 December 2025); no withdrawal by 신문 is on record.',
      '당사자인 할덴이 2025년 12월 5일 “No”라고 이와 상반되게 주장했으며, 신문의 철회 기록은 없습니다.',
    ],
  ])('%s', (_, cites, open, en, ko) => {
    const openPoints = quotedPoints(...open)
    const explained: Explained = { ...base, status: 'denied', cites, openPoints }
    expect(displayLanguages.map((lang) => explain(explained, lang))).toEqual([en, ko])
  })
})

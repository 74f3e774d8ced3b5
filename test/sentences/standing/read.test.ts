import { describe, expect, it, test } from 'vitest'
import { quotedPoints } from '../../engine/seed-claims.ts'
import { displayLanguages } from '../../../src/domain/display-language.ts'
import type { Attack } from '../../../src/sentences/explanation.ts'
import type { Party, Speaker } from '../../../src/sentences/told/speakers.ts'
import { nobody, type StandingFacts } from '../../../src/sentences/standing/facts.ts'
import { strongestAnswer } from '../../../src/sentences/standing/fit.ts'
import { readStanding } from '../../../src/sentences/standing/read.ts'
import { titleOf } from '../../../src/sentences/standing/title.ts'

const ms: Speaker = { id: 'ms', name: '마이크로소프트' }
const google: Speaker = { id: 'google', name: 'Google' }
const court: Speaker = { id: 'court', name: 'Court' }
const removed: Speaker = { id: 'removed', name: null }

const by = (...named: readonly Speaker[]) => ({ named, more: 0 })

const plain: StandingFacts = {
  status: 'unchallenged',
  isRuling: false,
  speaker: { id: 'info', name: 'Info' },
  endedAt: null,
  by: nobody,
  answer: null,
  context: { by: nobody, as: 'context' },
  contestedContext: nobody,
  takenBack: nobody,
  contestedBy: nobody,
  partly: null,
  retracted: { by: nobody },
  setAsideBy: nobody,
  isRated: false,
  isElsewhere: false,
  asked: null,
}

function answer(fit: NonNullable<StandingFacts['answer']>['fit'], more: object = {}) {
  return { answer: { by: by(ms), fit, aspect: null, points: [], ...more } }
}

const long = (letter: string): Speaker => ({
  id: letter,
  name: `${letter}<${'가나다 '.repeat(60)}>`,
})

describe('a label', () => {
  const points = quotedPoints(
    ...Array.from({ length: 8 }, (_, index) => `${index} ${'point '.repeat(30)}end`),
  )

  test.each<[string, Partial<StandingFacts>, RegExp, RegExp]>([
    [
      'one name',
      {
        status: 'denied',
        answer: { by: by(long('A')), fit: 'other_point', aspect: 'scope', points },
      },
      /^A<.*….*> answers another point \(the scope\) · this one is open$/,
      /^A<.*….*> 답변: 다른 점\(범위\) · 이 점은 답변 없음$/,
    ],
    [
      'names and points',
      {
        answer: {
          by: by(long('A'), long('B'), long('C'), long('D')),
          fit: 'confirms',
          aspect: null,
          points,
        },
      },
      /^A<.*…[^,]*>, B<.*>, C<.*> and 1 more confirm “0 point[^”]*….*”$/,
      /^A<.*…[^,]*>, B<.*>, C<.*> 외 1곳, “0 point[^”]*….*” 확인$/,
    ],
    [
      'a speaker',
      { status: 'withdrawn', speaker: long('S') },
      /^Withdrawn by S<.*….*>$/,
      /^S<.*….*> 철회$/,
    ],
  ])('cuts %s in the middle, and never what is said', (_, facts, en, ko) => {
    for (const [lang, expected] of [
      ['en', en],
      ['ko', ko],
    ] as const) {
      const { label } = readStanding({ ...plain, ...facts }, lang)
      expect(label).toMatch(expected)
      expect(label.length).toBeLessThan(130)
    }
  })
})

describe('a standing', () => {
  test.each<[string, Partial<StandingFacts>, string, string]>([
    ['nobody answered', {}, 'No answer on record · not examined', '답변 기록 없음 · 검증 아님'],
    [
      'the party was asked',
      { asked: { by: by(ms), at: '2025-12-03' } },
      '마이크로소프트 asked on 3 December 2025: no answer on record',
      '마이크로소프트에 2025년 12월 3일 질의: 답변 없음',
    ],
    [
      'context',
      { context: { by: by(google), as: 'context' } },
      'Context added by Google · not contradicted on record',
      'Google의 보충 있음 · 반박 기록 없음',
    ],
    [
      'what somebody who is no party agrees with',
      { context: { by: by(google), as: 'confirms' } },
      'Google says this is so · not examined',
      'Google도 같은 취지로 발언 · 검증 아님',
    ],
    [
      'an answer to something else that contradicts nothing',
      { context: { by: by(google), as: 'elsewhere' } },
      'Google answered on another point · not contradicted on record',
      'Google 답변: 다른 점 · 반박 기록 없음',
    ],
    [
      'what others neither confirm nor deny',
      { context: { by: by(google, court), as: 'neither' } },
      'Google and Court neither confirm nor deny this · not contradicted on record',
      'Google, Court 미확정 답변 · 반박 기록 없음',
    ],
    [
      'no comment of somebody who is no party',
      { context: { by: by(google), as: 'declines' } },
      'Google declined to comment · not contradicted on record',
      'Google 논평 거부 · 반박 기록 없음',
    ],
    [
      'context that is itself contested',
      { contestedContext: by(google) },
      'Context added by Google · itself contradicted or contested',
      'Google의 보충 있음 · 그 보충에 반론·이의 있음',
    ],
    [
      'an answer that was taken back',
      { takenBack: by(ms) },
      'An answer by 마이크로소프트 was taken back or replaced',
      '마이크로소프트 답변 철회·정정',
    ],
    [
      'neither confirmed nor denied',
      answer('neither'),
      '마이크로소프트 neither confirms nor denies',
      '마이크로소프트 미확정 답변',
    ],
    [
      'a point confirmed',
      answer('confirms', { points: quotedPoints('매출 목표') }),
      '마이크로소프트 confirms “매출 목표”',
      '마이크로소프트, “매출 목표” 확인',
    ],
    [
      'a point confirmed whose words were removed',
      answer('confirms', { unsaid: 'some' }),
      '마이크로소프트 confirms a part of this',
      '마이크로소프트, 일부 확인',
    ],
    [
      'something confirmed, of a claim with points',
      answer('confirms', { unsaid: 'none' }),
      '마이크로소프트 confirms this · which point is not on record',
      '마이크로소프트 확인 · 어느 대목인지는 기록 없음',
    ],
    [
      'one of two confirms',
      answer('confirms', { of: 2 }),
      '마이크로소프트, one of two it is about, confirms this',
      '대상 2곳 중 마이크로소프트 확인',
    ],
    [
      'one of three says neither',
      answer('neither', { of: 3 }),
      '마이크로소프트, one of three it is about, neither confirms nor denies',
      '대상 3곳 중 마이크로소프트 미확정 답변',
    ],
    [
      'one admits it, and another says neither',
      { ...answer('neither'), partly: { by: by(google), of: 2 } },
      'Confirmed by Google, one of two it is about',
      '대상 2곳 중 Google 인정',
    ],
    ['all confirmed', answer('confirms'), '마이크로소프트 confirms this', '마이크로소프트 확인'],
    [
      'one of three confirms',
      { partly: { by: by(google), of: 3 } },
      'Confirmed by Google, one of three it is about',
      '대상 3곳 중 Google 인정',
    ],
    [
      'a confirmation taken back',
      { retracted: { by: by(google) } },
      'Confirmed by Google, then taken back',
      'Google 인정 후 번복',
    ],
    [
      'a confirmation by one of three taken back',
      { retracted: { by: by(google), of: 3 } },
      'Confirmed by Google, one of three it is about, then taken back',
      '대상 3곳 중 Google 인정 후 번복',
    ],
    [
      'one of three confirms, another declines',
      { partly: { by: by(google), of: 3 }, ...answer('neither', { of: 3 }) },
      'Confirmed by Google, one of three it is about',
      '대상 3곳 중 Google 인정',
    ],
    [
      'only the scope confirmed',
      answer('confirms', { aspect: 'scope' }),
      '마이크로소프트 confirms the scope',
      '마이크로소프트, 범위 확인',
    ],
    [
      'a ruling that somebody contests',
      { isRuling: true, contestedBy: by(google) },
      'Contested by Google · not set aside on record',
      'Google 이의 · 취소 기록 없음',
    ],
    ['a ruling', { isRuling: true }, 'Not contested or set aside on record', '이의·취소 기록 없음'],
    [
      'a lapsed ruling',
      { setAsideBy: by(court) },
      'A ruling on it was set aside by Court',
      '관련 판단을 Court에서 취소·정지',
    ],
    [
      'a rating',
      { isRated: true },
      'No answer on record · rated by a fact-checker',
      '답변 기록 없음 · 팩트체커 평가 있음',
    ],
    [
      'denied',
      { status: 'denied', ...answer('meets') },
      '마이크로소프트 says this is not so',
      '마이크로소프트 반박',
    ],
    [
      'denied by two',
      { status: 'denied', ...answer('meets', { by: by(ms, google) }) },
      '마이크로소프트 and Google say this is not so',
      '마이크로소프트, Google 반박',
    ],
    [
      'answered on the scope',
      { status: 'denied', ...answer('other_point', { aspect: 'scope' }) },
      '마이크로소프트 answers another point (the scope) · this one is open',
      '마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음',
    ],
    [
      'answered in part',
      { status: 'denied', ...answer('partly') },
      '마이크로소프트 answers a part of this · the rest is open',
      '마이크로소프트 답변: 일부 · 나머지는 답변 없음',
    ],
    [
      'answered elsewhere beside others',
      { status: 'denied', ...answer('other_point', { isAmongOthers: true }) },
      '마이크로소프트 answers another point · more answers on record',
      '마이크로소프트 답변: 다른 점 · 다른 답변 더 있음',
    ],
    [
      'contested grounds',
      { status: 'denied', ...answer(null) },
      'Contested by 마이크로소프트',
      '마이크로소프트 이의',
    ],
    [
      'a denial of which nothing is known',
      { status: 'denied' },
      'Contested by the party it is about',
      '당사자 이의',
    ],
    ['disputed', { status: 'disputed' }, 'Accounts differ', '주장 엇갈림'],
    [
      'answered',
      { status: 'answered' },
      'The challenge no longer stands',
      '제기된 반론이 유효하지 않음',
    ],
    [
      'admitted',
      { status: 'admitted', by: by(ms) },
      'Confirmed by 마이크로소프트',
      '마이크로소프트 인정',
    ],
    ['ruled for', { status: 'ruled_for', by: by(court) }, 'Court found so', 'Court 인정'],
    [
      'countered',
      { status: 'countered', by: by(google) },
      'Countered by Google · no answer that stands',
      'Google의 반박 · 유효한 재반박 없음',
    ],
    [
      'countered on another point',
      { status: 'countered', by: by(google), isElsewhere: true },
      'Google answered on another point · no answer that stands',
      'Google 답변: 다른 점 · 유효한 재반박 없음',
    ],
    ['its basis fell', { status: 'basis_lost' }, 'What it rests on has fallen', '근거 상실'],
    [
      'ruled against',
      { status: 'ruled_against', by: by(court) },
      'Court found otherwise',
      'Court 판단과 배치',
    ],
    [
      'ruled against by one whose name was removed',
      { status: 'ruled_against', by: by(removed) },
      'A source whose name was removed found otherwise',
      '이름이 삭제된 출처 판단과 배치',
    ],
    [
      'ruled against on another point',
      { status: 'ruled_against', by: by(court), isElsewhere: true },
      'Court ruled on another point',
      'Court 판단: 다른 점',
    ],
    [
      'a ruling set aside',
      { status: 'ruled_against', isRuling: true, by: by(court) },
      'Set aside or suspended by Court',
      'Court에서 취소·정지',
    ],
    ['withdrawn', { status: 'withdrawn' }, 'Withdrawn by Info', 'Info 철회'],
    ['corrected', { status: 'corrected' }, 'Replaced by Info', 'Info 정정'],
    ['an entry error', { status: null }, 'Entry error', '기재 오류'],
  ])('says: %s', (_, facts, en, ko) => {
    expect(readStanding({ ...plain, ...facts }, 'en').label).toBe(en)
    expect(readStanding({ ...plain, ...facts }, 'ko').label).toBe(ko)
  })

  it('takes nothing in a name for a sign of the table', () => {
    const odd = by({ id: 'odd', name: "{speaker} $& $' a|b" })
    const { label } = readStanding({ ...plain, status: 'ruled_for', by: odd }, 'en')
    expect(label).toBe("{speaker} $& $' a|b found so")
  })

  it.each(['Acme] Reuters: all is admitted [x', '[인정] 하늘', '【확인】 Acme', '에이크미：인정'])(
    'quotes a name that could pass for our words: %s',
    (name) => {
      const named = {
        ...plain,
        status: 'denied' as const,
        ...answer('meets', { by: by({ id: 'x', name }) }),
      }
      expect(readStanding(named, 'en')).toMatchObject({
        label: `“${name}” says this is not so`,
        prefix: `Disputed by “${name}”`,
      })
      expect(readStanding(named, 'ko').prefix).toBe(`“${name}” 반박`)
    },
  )
})

describe('a title', () => {
  const titled = { speaker: 'Info', words: 'It is\n so' }
  const titleIn = (facts: Partial<StandingFacts>, lang: 'en' | 'ko') =>
    titleOf(readStanding({ ...plain, ...facts }, lang), titled, lang)

  test.each<[string, Partial<StandingFacts>, string, string]>([
    ['nobody answered', {}, 'Info: It is so', 'Info: It is so'],
    ['neither confirmed nor denied', answer('neither'), 'Info: It is so', 'Info: It is so'],
    [
      'withdrawn on a day',
      { status: 'withdrawn', endedAt: '2025-12-10' },
      '[Withdrawn 10 Dec 2025] Info: It is so',
      '[철회 2025-12-10] Info: It is so',
    ],
    [
      'withdrawn at an instant',
      { status: 'withdrawn', endedAt: '2025-12-10T23:00:00+09:00' },
      '[Withdrawn 10 Dec 2025] Info: It is so',
      '[철회 2025-12-10] Info: It is so',
    ],
    [
      'corrected in a month',
      { status: 'corrected', endedAt: '2025-12' },
      '[Corrected Dec 2025] Info: It is so',
      '[정정 2025-12] Info: It is so',
    ],
    [
      'corrected within years',
      { status: 'corrected', endedAt: '2014/2015' },
      '[Corrected 2014 to 2015] Info: It is so',
      '[정정 2014~2015] Info: It is so',
    ],
    [
      'withdrawn, nobody knows when',
      { status: 'withdrawn' },
      '[Withdrawn] Info: It is so',
      '[철회] Info: It is so',
    ],
    [
      'denied',
      { status: 'denied', ...answer('meets') },
      '[Disputed by 마이크로소프트] Info: It is so',
      '[마이크로소프트 반박] Info: It is so',
    ],
    [
      'answered in part',
      { status: 'denied', ...answer('partly') },
      '[마이크로소프트 answered a part of this] Info: It is so',
      '[마이크로소프트 답변: 일부] Info: It is so',
    ],
    [
      'answered elsewhere',
      { status: 'denied', ...answer('other_point') },
      '[마이크로소프트 answered another point] Info: It is so',
      '[마이크로소프트 답변: 다른 점] Info: It is so',
    ],
    [
      'an entry error',
      { status: null },
      '[Entry error] Info: It is so',
      '[기재 오류] Info: It is so',
    ],
  ])('begins with what became of it: %s', (_, facts, en, ko) => {
    expect(titleIn(facts, 'en')).toBe(en)
    expect(titleIn(facts, 'ko')).toBe(ko)
  })

  it.each(displayLanguages)('has no words where they were removed (%s)', (lang) => {
    const prefix = readStanding({ ...plain, status: 'disputed' }, lang)
    expect(titleOf(prefix, { speaker: 'Info', words: null }, lang)).toBe(
      { en: '[Removed] Info', ko: '[삭제됨] Info' }[lang],
    )
  })

  it.each([
    ['[Confirmed] Info', '“[Confirmed] Info”: So'],
    ['［확인］인포', '“［확인］인포”: So'],
    ['【Removed】', '“【Removed】”: So'],
    ['Info [UK]', '“Info [UK]”: So'],
    ['Confirmed by the party', '“Confirmed by the party”: So'],
    ['Acme: Info', '“Acme: Info”: So'],
    ['과학·기술', '과학·기술: So'],
  ])('quotes a name that looks like one of our prefixes: %s', (speaker, title) => {
    expect(titleOf({ prefix: null }, { speaker, words: 'So' }, 'en')).toBe(title)
  })

  it('says that nobody is named', () => {
    expect(titleOf({ prefix: null }, { speaker: null, words: 'So' }, 'en')).toBe(
      'Speaker not named: So',
    )
  })
})

function party(speaker: Speaker): Party {
  return { subjects: by(speaker), isSpeakerOne: true, of: 1, kind: 'companies', isBesideOwn: false }
}

function attack(speaker: Speaker, more: Partial<Attack> = {}): Attack {
  return {
    as: 'attack',
    relation: 'rebuts',
    party: party(speaker),
    otherPoint: null,
    speaker,
    words: null,
    translated: null,
    assertedAt: null,
    isRuling: false,
    ...more,
  }
}

describe('the strongest answer', () => {
  test.each<[string, readonly Attack[], number, unknown, string | undefined]>([
    ['a denial', [attack(ms)], 0, 'meets', 'ms'],
    [
      'a denial before an answer on another point',
      [attack(google, { otherPoint: 'scope' }), attack(ms)],
      0,
      'meets',
      'ms',
    ],
    ['a denial, whatever else there is', [attack(ms)], 4, 'meets', 'ms'],
    ['an answer on the timing', [attack(ms, { otherPoint: 'timing' })], 0, 'other_point', 'ms'],
    [
      'an answer on the timing beside contested grounds',
      [attack(ms, { otherPoint: 'timing' }), attack(ms, { relation: 'undercuts' })],
      0,
      'other_point',
      'ms',
    ],
    [
      'contested grounds, which is no denial',
      [attack(ms, { relation: 'undercuts' })],
      0,
      null,
      'ms',
    ],
    [
      'on the grounds of a point',
      [attack(ms, { relation: 'undercuts', fit: 'other_point' })],
      0,
      'other_point',
      'ms',
    ],
    [
      'an answer on the scope, if others are not known',
      [attack(ms, { otherPoint: 'scope' })],
      1,
      'other_point',
      'ms',
    ],
    ['nobody’s, if no party answers', [attack(google, { party: null })], 0, undefined, undefined],
  ])('is %s', (_, attacks, more, fit, who) => {
    const found = strongestAnswer({ cites: attacks }, more)
    expect(found?.fit).toBe(fit)
    expect(found?.by.named[0]?.id).toBe(who)
  })

  const beside: readonly (readonly [string, readonly Attack[], number, boolean])[] = [
    ['of four, of which three are known', [attack(ms, { otherPoint: 'scope' })], 1, true],
    [
      'beside what others say',
      [attack(ms, { otherPoint: 'scope' }), attack(google, { party: null })],
      0,
      true,
    ],
    ['alone', [attack(ms, { otherPoint: 'scope' })], 0, false],
  ]

  test.each(beside)('leaves the claim open if it is %s', (_, cites, more, isAmongOthers) => {
    expect(strongestAnswer({ cites }, more)?.isAmongOthers).toBe(isAmongOthers)
  })

  it('names every party that answers alike, and nothing more if all points are met together', () => {
    const cites = [
      attack(ms, { fit: 'partly', met: quotedPoints('a'), metIds: ['a'] }),
      attack(google, { fit: 'partly', met: quotedPoints('b'), metIds: ['b'] }),
    ]
    const ids = ['ms', 'google']
    for (const leftOpen of ['part', 'nothing'] as const) {
      const pointCount = leftOpen === 'part' ? 3 : 2
      const found = strongestAnswer({ cites, leftOpen, pointCount }, 0)
      expect(found?.by.named.map(({ id }) => id)).toEqual(ids)
      expect(found?.fit).toBe(leftOpen === 'part' ? 'partly' : null)
    }
  })

  it.each([
    ['another point, where a confirmation closes the claim', 'other_point', 'nothing', 0],
    ['a part, where a confirmation closes the rest', 'partly', 'nothing', 2],
    ['another point, where a confirmation closes a part', 'other_point', 'part', 2],
  ] as const)('says no more than a denial of %s', (_, fit, leftOpen, pointCount) => {
    const met = fit === 'partly' ? ['a'] : []
    const cites = [attack(ms, { fit, met: quotedPoints(...met), metIds: met })]
    const found = strongestAnswer({ cites, leftOpen, pointCount }, 0)
    expect(found).toMatchObject({ fit, isAmongOthers: true })
  })
})

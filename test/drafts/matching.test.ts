import { describe, expect, it, test } from 'vitest'
import { agreementOf } from '../../src/drafts/matching/compare.ts'
import { koreanKeys } from '../../src/drafts/matching/korean-words.ts'
import { tellsOfDenial } from '../../src/drafts/matching/polarity.ts'
import { statementOf } from '../../src/drafts/matching/statement.ts'
import * as fc from '../support/fast-check.ts'

const agreement = (sentence: string, claim: string, names: readonly string[] = []) =>
  agreementOf(statementOf(sentence), statementOf(claim), names)
const says = (sentence: string, claim: string) => {
  const { inWords, inNumbers } = agreement(sentence, claim)
  return inWords && inNumbers
}

const laidOff = '제철소가 노동자 40명을 해고했다'
const injured = '동부제강 당진 공장 화재로 노동자 17명이 다쳤다'
const unpaid = '서해조선이 협력업체 대금 2,400억 원을 석 달째 지급하지 않았다'
const lowered = 'Some business units within Microsoft lowered sales targets for certain AI products'
const cut = 'Microsoft lowered its sales targets for some AI products by 25–50%'

describe('a sentence says what a claim says', () => {
  test.each([
    [laidOff, `${laidOff}.`],
    [laidOff, '제철소가 노동자 40명을 해고한 것으로 알려졌다.'],
    [laidOff, '관계자에 따르면 제철소가 노동자 40명을 해고했다고 한다.'],
    [laidOff, '노동자 40명을 제철소가 해고했습니다.'],
    [injured, '9월 1일 동부제강 당진 공장 화재로 다친 노동자는 17명이다.'],
    [injured, '동부제강 당진 공장 화재로 노동자 17 명이 다쳤다고 새벽일보가 보도했다.'],
    [injured, '화재로 노동자 17명이 다쳤다고 한다, 동부제강 당진 공장에서.'],
    [unpaid, '서해조선이 협력업체 대금 2400억원을 석달째 지급하지 않고 있다.'],
    [unpaid, '서해조선이 협력업체 대금 0.24조 원을 석 달째 지급하지 않았다.'],
    ['서해조선 부채 비율이 430%에 달한다', '서해조선부채비율이 430퍼센트에 달한다고 한다.'],
    ['서해조선 부채비율이 430%에 달한다', '서해조선의 부채 비율이 430%에 달했다.'],
    [lowered, `The Information reports that ${lowered.replace('Some', 'some')}.`],
    [cut, 'MICROSOFT LOWERED ITS SALES TARGETS FOR SOME AI PRODUCTS BY 25–50 percent.'],
    ['회사는 임금을 올리지 않았다', '회사는 임금을 올리지 않았다고 밝혔다.'],
    ['정부가 법안을 철회했다', '정부가 법안을 철회했다.'],
  ])('%s | %s', (claim, sentence) => {
    expect(agreement(sentence, claim)).toMatchObject({ inWords: true, inNumbers: true })
  })

  test.each([
    ['another deed', laidOff, '제철소가 노동자 40명을 새로 뽑았다.'],
    ['a negation', laidOff, '제철소가 노동자 40명을 해고하지 않았다.'],
    ['a negation', laidOff, '제철소는 노동자 40명을 해고한 적이 없다.'],
    ['a denial', laidOff, '제철소가 노동자 40명을 해고했다는 보도는 사실이 아니다.'],
    ['a denial', laidOff, '제철소는 노동자 40명을 해고했다는 의혹을 부인했다.'],
    ['a withdrawal', laidOff, '제철소가 노동자 40명을 해고했다는 보도는 철회됐다.'],
    ['another number', laidOff, '제철소가 노동자 400명을 해고했다.'],
    ['another counter', '당진 공장 화재로 다친 노동자는 9명이다', `9월 1일 ${injured}.`],
    ['another event', injured, '동부제강 당진 공장에 노동자 17명이 새로 입사했다.'],
    ['another place', injured, '동부제강 포항 공장 화재로 노동자 17명이 다쳤다.'],
    ['no negation', unpaid, '서해조선이 협력업체 대금 2,400억 원을 모두 지급했다.'],
    ['a denial', unpaid, `${unpaid}는 의혹을 서해조선이 부인했다.`],
    ['the other way', '평택 라인 가동률이 60%로 떨어졌다', '평택 라인 가동률이 60%에서 회복됐다.'],
    ['the other way', '은행이 금리를 0.25% 인상했다', '은행이 금리를 0.25% 인하했다.'],
    ['the other way', 'The bank raised its rate', 'The bank lowered its rate.'],
    ['the other way', '목표를 25~50% 하향 조정했다', '목표를 25~50% 상향 조정했다.'],
    [
      'something else',
      '바티칸에서는 프란치스코 교황을 만났다',
      '프란치스코 교황을 만난 곳은 서울이다.',
    ],
    ['a denial', lowered, `Microsoft denies that ${lowered.toLowerCase()}.`],
    [
      'a negation',
      lowered,
      'Business units within Microsoft did not lower sales targets for certain AI products.',
    ],
    [
      'a negation',
      'Microsoft has lowered neither sales quotas nor the overall sales target',
      'Microsoft lowered its sales targets.',
    ],
    ['a retraction', lowered, `The paper retracted its report that ${lowered}.`],
    ['another matter', 'Prevent drug use', 'The Dare program does not prevent drug abuse.'],
    [
      'another name',
      'Some units of the group lowered targets in Norway this year',
      'Some units of the group lowered targets in Sweden this year.',
    ],
    ['repeated letters', '물가가 0.7% 줄었다', '가'.repeat(1800)],
  ])('but not with %s: %s | %s', (_, claim, sentence) => {
    expect(says(sentence, claim)).toBe(false)
  })

  it('with another figure, which is said beside', () => {
    const found = agreement('동부제강 당진 공장 화재로 노동자 25명이 다쳤다.', injured)
    expect(found).toMatchObject({ inWords: true, inNumbers: false, isPlain: false })
  })

  it('without its numbers, if nothing else is missing', () => {
    const dated = '3월 2일 정부가 낡은 발전소의 가동을 모두 멈췄다'
    expect(agreement('정부가 낡은 발전소의 가동을 모두 멈췄다.', dated).isPlain).toBe(true)
    expect(agreement('4월 2일 정부가 낡은 발전소의 가동을 모두 멈췄다.', dated).isPlain).toBe(false)
    expect(agreement('정부가 발전소의 가동을 모두 멈췄다.', dated).isPlain).toBe(false)
  })

  it('with any name of those whom the claim is about', () => {
    const named = agreement(
      'MS가 매출 목표를 크게 낮췄다.',
      '마이크로소프트가 매출 목표를 크게 낮췄다',
      ['ms', '마이크로소프트'],
    )
    expect(named.inWords).toBe(true)
  })

  it('with any word but a negation left out', () => {
    const claims = [
      '환태평양 기단의 영향으로 중부지방은 종일 맑을 것이라 예보되었다',
      '국회는 어제 본회의에서 낡은 선거 제도를 고치는 법안을 통과시켰다',
      'The council voted last night to close two libraries in the old harbour district',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...claims), fc.nat(), (claim, nth) => {
        const words = claim.split(' ')
        expect(says(`${words.toSpliced(nth % words.length, 1).join(' ')}.`, claim)).toBe(true)
      }),
    )
  })

  it('wherever in it other words stand, if none of them says "not"', () => {
    const filler = fc.constantFrom('어제', '오전', '서울에서', '두 번째로', '새벽일보에 따르면')
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        expect(says(`${before} ${injured}고 한다 ${after}.`, injured)).toBe(true)
      }),
    )
  })
})

test.each([
  ['다쳤다고', '다친'],
  ['떨어졌다', '떨어진'],
  ['해고했다', '해고를'],
  ['해고한', '해고했습니다'],
  ['멈춘', '멈췄다'],
  ['늘었다', '늘고'],
  ['올랐다', '올랐습니다'],
  ['공장에서는', '공장'],
])('%s and %s are forms of one word', (one, other) => {
  const [a, b] = [koreanKeys([...one]), koreanKeys([...other])]
  expect(a.intersection(b).size).toBeGreaterThan(0)
})

test.each([
  ['노동자', '노동부'],
  ['해고했다', '고용했다'],
  ['당진', '포항'],
  ['조선은', '조사는'],
])('%s and %s are different words', (one, other) => {
  const [a, b] = [koreanKeys([...one]), koreanKeys([...other])]
  expect(a.intersection(b).size).toBe(0)
})

test('a sentence tells of a denial', () => {
  expect(tellsOfDenial('회사는 체불 의혹을 부인했다.')).toBe(true)
  expect(tellsOfDenial('The company disputes this.')).toBe(true)
  expect(tellsOfDenial('회사는 대금을 지급했다.')).toBe(false)
})

import { describe, expect, it, test } from 'vitest'
import { formatDecimal } from '../../src/domain/decimal.ts'
import type { Figure } from '../../src/domain/figure.ts'
import { amountsIn } from '../../src/drafts/findings/amounts.ts'
import { figureInPlace } from '../../src/drafts/findings/figure-drift.ts'
import { isFlatStatement, isHearsay } from '../../src/drafts/findings/hearsay.ts'
import { isOnlyRelay } from '../../src/drafts/findings/only-relays.ts'
import { isOnRecord, quotationsIn } from '../../src/drafts/findings/quotations.ts'
import { aFigure } from '../engine/a-figure.ts'

describe('the amounts in a text', () => {
  it.for([
    ['목표를 25~50% 하향', 'ratio 0.25 0.5 "25~50%"'],
    ['477.73달러에 마감', 'USD 477.73 477.73 "477.73달러"'],
    [
      '$3.5 billion, or 20 percent',
      'USD 3500000000 3500000000 "$3.5 billion"; ratio 0.2 0.2 "20 percent"',
    ],
    ['3만 명과 1,200명', 'people 30000 30000 "3만 명"; people 1200 1200 "1,200명"'],
    ['2 to 5 million USD', 'USD 2000000 5000000 "2 to 5 million USD"'],
    ['0.7%p 올랐다', 'percentage point 0.7 0.7 "0.7%p"'],
    ['1조3000억 원', ''],
    ['제미나이 3와 GPT 5.1', ''],
    [`${'9'.repeat(500)} %`, ''],
  ] as const)('are found: %s', ([text, expected]) => {
    const read = amountsIn(text).map(({ unit, low, high, place: { start, end } }) =>
      [unit, formatDecimal(low), formatDecimal(high), `"${text.slice(start, end)}"`].join(' '),
    )
    expect(read.join('; ')).toBe(expected)
  })
})

describe('the figure that a sentence gives in place of that of a claim', () => {
  const text = 'Sales fell by 25–50% in 2025'
  const { figure } = aFigure({ form: 'change', low: '-50', high: '-25', unit: 'percent' })
  const said = (sentence: string, own: Figure = figure) => {
    const found = figureInPlace(sentence, { text, figure: own })
    return found && [found.figure.low, found.figure.high]
  }

  it('reads another amount as the claim reads its own', () => {
    expect(said('Sales fell by 30–60 percent in 2025.')).toEqual(['-60', '-30'])
    expect(said('Sales fell by 10% in 2025.')).toEqual(['-10', '-10'])
  })

  it('reads none where it is not plain which amount is meant, or of what', () => {
    expect(said('Sales fell by 30% in 2025, and costs by 20%.')).toBeUndefined()
    expect(said('Sales fell by 30% in 2024.')).toBeUndefined()
    expect(said('Sales fell by 30 USD in 2025.')).toBeUndefined()
    expect(said('Sales fell in 2025.')).toBeUndefined()
    expect(said('Sales fell by 30% in 2025.', { ...figure, low: '-60' })).toBeUndefined()
  })
})

test.each([
  ['하늘제철이 지분을 모두 넘기기로 했다.', true],
  ['하늘제철이 지분을 모두 넘기기로 한 것으로 알려졌습니다.', false],
  ['하늘제철이 지분을 넘기기로 했다고 전해졌다.', false],
  ['보도에 따르면 하늘제철이 지분을 넘겼다.', false],
  ['하늘제철이 지분을 넘겼다?', false],
  ['하늘제철, 지분 매각', false],
  ['Haneul sold its stake.', true],
  ['Haneul reportedly sold its stake.', false],
  ['Haneul is said to have sold its stake.', false],
  ['Haneul may sell its stake.', false],
])('a flat statement: %s %s', (sentence, expected) => {
  expect(isFlatStatement(sentence)).toBe(expected)
})

describe('hearsay on record', () => {
  const unnamed = { attribution: 'unnamed_source', quote: 'it sold', suffix: null } as const
  const claim = { kind: 'fact', statusGroup: 'untested', citations: [unnamed] } as const

  it('is what every citation has from unnamed sources, or as said', () => {
    expect(isHearsay(claim)).toBe(true)
    const told = {
      attribution: 'firsthand',
      quote: '팔기로',
      suffix: ' 한 것으로 전해졌다',
    } as const
    expect(isHearsay({ ...claim, citations: [unnamed, told] })).toBe(true)
  })

  it('is not what one report has itself, what a party confirmed, an opinion, or uncited', () => {
    const firsthand = { attribution: 'firsthand', quote: 'it sold', suffix: null } as const
    expect(isHearsay({ ...claim, citations: [unnamed, firsthand] })).toBe(false)
    expect(isHearsay({ ...claim, statusGroup: 'stands' })).toBe(false)
    expect(isHearsay({ ...claim, kind: 'opinion' })).toBe(false)
    expect(isHearsay({ ...claim, citations: [] })).toBe(false)
  })
})

describe('a quotation', () => {
  const quotes = ['“We will cut the workforce in half,” she wrote.']

  it('knows a quotation within a quote on record, and around one', () => {
    expect(isOnRecord('cut the workforce in half', quotes)).toBe(true)
    expect(isOnRecord('cut the Workforce  in half', quotes)).toBe(true)
    expect(isOnRecord(`And so: ${quotes[0]} That was all.`, quotes)).toBe(true)
    expect(isOnRecord('hire twice as many people', quotes)).toBe(false)
  })

  it('says nothing where the record has no words in the same script', () => {
    expect(isOnRecord('인력을 절반으로 줄이겠다', quotes)).toBeUndefined()
  })
})

test('only longer quotations are looked at, without names and terms', () => {
  const sentence =
    '그는 "인력을 절반으로 줄이겠다"며 "코드 레드"를 말했고, “well, as we said before”라고 했다.'
  expect(quotationsIn(sentence).map(({ words }) => words)).toEqual([
    '인력을 절반으로 줄이겠다',
    'well, as we said before',
  ])
})

test('pages relay one original only if all of them relay the same speaker', () => {
  const relay = { claim: 'c', report: 'r', attribution: 'relay', speaker: 's' } as const
  expect(isOnlyRelay([relay, { ...relay, report: 'other' }])).toBe(true)
  expect(isOnlyRelay([])).toBe(false)
  expect(isOnlyRelay([relay, { ...relay, attribution: 'firsthand' }])).toBe(false)
  expect(isOnlyRelay([relay, { ...relay, speaker: 'other' }])).toBe(false)
  expect(isOnlyRelay([{ ...relay, speaker: null }])).toBe(false)
})

import * as fc from '../support/fast-check.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { englishScales, units } from '../../src/domain/units.ts'
import { compareFigures, comparisonKey, normalFigure } from '../../src/engine/figures/figures.ts'
import { figuresInWords } from '../../src/sentences/figures/suggested-figures.ts'
import { aFigure } from './a-figure.ts'

const amount = (low: string, unit: string) => aFigure({ low, high: low, unit })

describe('two units', () => {
  test.each([
    ['30', '%', '0.3', 'ratio'],
    ['30', '퍼센트', '30', '％'],
    ['30', '프로', '30', 'percent'],
    ['3', '‰', '0.3', 'per cent'],
    ['3', '%p', '300', 'bp'],
    ['3', '퍼센트 포인트', '3', 'percentage points'],
    ['5', '억원', '500000000', '원'],
    ['5000', '억 원', '0.5', '조원'],
    ['5', '억원', '5', '100 million KRW'],
    ['3', '천만원', '30', '백만 원'],
    ['3', '만 명', '30000', '명'],
    ['2', '천명', '2000', 'people'],
    ['5', 'million USD', '5000000', 'USD'],
    ['5', '만 달러', '50', '천 달러'],
    ['5', 'USD million', '5', 'millions of US dollars'],
    ['5', '$bn', '50', '억 달러'],
    ['5', 'US$ billion', '5', 'bn USD'],
    ['5', '￦', '5', 'Korean won'],
    ['1', 'trillion won', '1', '조 원'],
    ['3', 'million TEU', '300', '만 TEU'],
    ['3', '1,000 tonnes', '3000', '톤'],
    ['3', 'KM', '3', '㎞'],
    ['3', 'billion dollars', '3000', 'million dollars'],
  ])('%s %s is %s %s', (low, unit, other, otherUnit) => {
    expect(compareFigures(amount(low, unit), amount(other, otherUnit))?.relation).toBe('restates')
  })

  test.each([
    ['%', '%p'],
    ['percent', 'percentage point'],
    ['USD', 'dollars'],
    ['USD', 'CAD'],
    ['KRW', 'USD'],
    ['¥', 'JPY'],
    ['¥', 'CNY'],
    ['조각', '각'],
    ['만 세', '세'],
    ['억대', '대'],
    ['million', 'USD'],
    ['million', '1'],
    ['억', '원'],
    ['ton', '톤'],
    ['파운드', 'GBP'],
    ['배', 'ratio'],
    ['mUSD', 'USD'],
    ['원/㎡', '원'],
    ['만원/㎡', '원'],
  ])('%s and %s are not compared', (one, other) => {
    expect(compareFigures(amount('1', one), amount('7', other))).toBeUndefined()
  })

  test('every spelling, with every word of size, counts as that power of ten of the unit', () => {
    const spellings = units.flatMap(({ unit, power, spellings }) =>
      spellings.map((spelling) => ({ unit, power, spelling })),
    )
    const sizes = [
      ...Object.entries(englishScales).map(([word, power]) => [`${word} `, power] as const),
      ...Object.entries({ 만: 4, 억: 8, 조: 12, 백만: 6, 천만: 7, 십억: 9, 천억: 11 }),
      ['', 0] as const,
      ['1,000 ', 3] as const,
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.constantFrom(...sizes),
        fc.integer({ min: -99, max: 99 }),
        fc.boolean(),
        ({ unit, power, spelling }, [size, more], number, isUpper) => {
          // It is a spelling of its own, such as 억대.
          fc.pre(size === '' || !spellings.some((each) => each.spelling === size + spelling))
          const written = isUpper ? (size + spelling).toUpperCase() : size + spelling
          const all = power + more
          const [zeros, places] = [Math.max(0, all), Math.max(0, -all)]
          const digits = `${Math.abs(number)}`.padStart(places + 1, '0')
          const whole = digits.slice(0, digits.length - places) + '0'.repeat(number ? zeros : 0)
          const low = `${number < 0 ? '-' : ''}${whole}${places ? `.${digits.slice(-places)}` : ''}`

          const [one, other] = [amount(`${number}`, written), amount(low, unit)]

          expect(compareFigures(one, other)?.relation).toBe('restates')
          expect(comparisonKey(one.figure)).toBe(comparisonKey(other.figure))
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('are read as docs/units.md lists them', () => {
    const page = readFileSync('docs/units.md', 'utf8')

    const written = [...units.flatMap(({ spellings }) => spellings), ...Object.keys(englishScales)]

    expect(written.filter((word) => !page.includes(`\`${word}\``))).toEqual([])
    expect(new Set(units.flatMap(({ spellings }) => spellings)).size).toBe(
      units.flatMap(({ spellings }) => spellings).length,
    )
  })
})

test('a message says figures as they were entered, and on the common scale beside it', () => {
  const one = { ...aFigure({ form: 'change', low: '-60', high: '-50' }).figure, unit: '퍼센트' }
  const other = aFigure({ low: '0.7', high: '0.7', unit: 'ratio' }).figure
  const won = [amount('5', '억원').figure, amount('600000000', '원').figure] as const

  expect(figuresInWords('rebuts', [one, other], [normalFigure(one), normalFigure(other)])).toBe(
    'These figures conflict: “sales target” is a change, from -60 to -50 퍼센트 (from 0.4 to 0.5) in one and 0.7 ratio in the other (level in ratio; period FY2026).',
  )
  const hundreds = [amount('6', '100 million KRW').figure, won[1]] as const
  const words = figuresInWords('rebuts', hundreds, [
    normalFigure(hundreds[0]),
    normalFigure(hundreds[1]),
  ])
  expect(words).toContain('6 × 100 million KRW (600000000) in one')
  expect(figuresInWords('rebuts', won, [normalFigure(won[0]), normalFigure(won[1])])).toBe(
    'These figures conflict: “sales target” is 5 억원 (500000000) in one and 600000000 원 in the other (level in KRW; period FY2026).',
  )
})

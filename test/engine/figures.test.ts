import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import { compareFigures } from '../../src/engine/figures/figures.ts'
import { aFigure } from './a-figure.ts'

/** `[1, 2)`, `(, 2]`: bounds as mathematicians write them. */
function between(interval: string): Partial<Figure> {
  const [, open, low = '', high = '', close] = /^([[(])(.*), ?(.*)([\])])$/.exec(interval) ?? []
  return {
    low: low === '' ? null : low,
    high: high === '' ? null : high,
    lowExclusive: open === '(',
    highExclusive: close === ')',
  }
}

describe('compareFigures', () => {
  test('a cut by 25 to 50 % and a level of 25 to 50 % share one point, so they are in conflict', () => {
    const cut = aFigure({ form: 'change', ...between('[-50, -25]'), baseline: 'previous target' })
    const level = aFigure(between('[25, 50]'))

    expect(compareFigures(cut, level)).toEqual({
      relation: 'rebuts',
      origin: 'figure_conflict',
      from: level.claim,
      to: cut.claim,
    })
  })

  test.each([
    ['the same interval', '[25, 50]', '[25, 50]', 'restates'],
    ['the same in other decimals', '[25, 50]', '[25.00, 50.0]', 'restates'],
    ['one open end, twice', '[, 20)', '[, 20)', 'restates'],
    ['a bound that is excluded by one alone', '[, 20)', '[, 20]', 'qualifies'],
    ['a part of it', '[30, 40]', '[25, 50]', 'qualifies'],
    ['a part up to the same bound', '[25, 30]', '[25, 50]', 'qualifies'],
    ['a point at its edge', '[50, 50]', '[25, 50]', 'qualifies'],
    ['a point beside its excluded edge', '[50, 50]', '[25, 50)', 'rebuts'],
    ['a part of what has an open end', '[25, 30]', '[25, ]', 'qualifies'],
    ['touching in a point', '[25, 50]', '[50, 75]', 'rebuts'],
    ['touching where one excludes it', '[25, 50)', '[50, 75]', 'rebuts'],
    ['apart', '[10, 20]', '[20.0001, 30]', 'rebuts'],
    ['apart below an open end', '[10, 20)', '[20, ]', 'rebuts'],
    ['open to either side, without a number in common', '[, 20)', '(20, ]', 'rebuts'],
    ['open to either side, overlapping', '[, 20]', '[10, ]', undefined],
    ['overlapping', '[10, 20]', '[15, 30]', undefined],
    ['overlapping by a hair', '[10, 20.00000000000000000002]', '[20, 30]', undefined],
    ['a figure without bounds', '[, ]', '[10, 20]', undefined],
    ['a figure that no number fits', '[20, 10]', '[10, 20]', undefined],
    ['a figure that excludes its only number', '[20, 20)', '[10, 20]', undefined],
  ])('%s: %s and %s', (_, one, other, relation) => {
    const [a, b] = [aFigure(between(one)), aFigure(between(other))]

    expect(compareFigures(a, b)?.relation).toBe(relation)
    expect(compareFigures(b, a)).toEqual(compareFigures(a, b))
  })

  test('a figure of a float’s last digits is still exact', () => {
    const a = aFigure({ unit: 'ratio', ...between('[0.3, 0.3]') })
    const b = aFigure({ unit: 'percent', ...between('[30.00000000000000000001, 40]') })

    expect(compareFigures(a, b)?.relation).toBe('rebuts')
  })

  test('the later claim answers the earlier, the narrower qualifies the wider', () => {
    const [narrow, wide, same] = ['[30, 40]', '[25, 50]', '[25, 50]'].map((interval) =>
      aFigure(between(interval)),
    )
    if (!narrow || !wide || !same) throw new Error('Three figures were made.')

    expect(compareFigures(wide, same)).toMatchObject({ from: same.claim, to: wide.claim })
    expect(compareFigures(wide, narrow)).toMatchObject({ from: narrow.claim, to: wide.claim })
    expect(compareFigures(narrow, same)).toMatchObject({ from: narrow.claim, to: same.claim })
  })

  test.each<[string, Partial<Figure>, Partial<Figure>, boolean]>([
    ['percent and ratio', {}, { unit: 'ratio' }, true],
    ['two spellings of a metric', {}, { metric: 'Sales  Ｔarget' }, true],
    ['two metrics', {}, { metric: 'quota' }, false],
    ['two scopes', { scope: 'one team' }, { scope: 'all' }, false],
    ['a scope and none', { scope: 'one team' }, {}, false],
    ['two periods', {}, { period: 'FY2025' }, false],
    ['two baselines', { baseline: 'last year' }, { baseline: 'last target' }, false],
    ['a baseline and none', { baseline: 'last year' }, {}, true],
    ['dollars and percent', { unit: 'USD' }, {}, false],
    ['dollars and dollars', { unit: 'USD' }, { unit: 'usd' }, true],
    ['a level and a relative change', {}, { form: 'change' }, true],
    ['a level and a change in dollars', { unit: 'USD' }, { unit: 'USD', form: 'change' }, false],
    [
      'two changes in dollars',
      { unit: 'USD', form: 'change' },
      { unit: 'USD', form: 'change' },
      true,
    ],
    ['a level and a growth rate', {}, { form: 'growth_rate' }, false],
    ['a change and a growth rate', { form: 'change' }, { form: 'growth_rate' }, false],
    ['two growth rates', { form: 'growth_rate' }, { form: 'growth_rate', unit: 'ratio' }, true],
  ])('can or cannot compare %s', (_, one, other, isComparable) => {
    const a = aFigure({ ...between('[1000, 1001]'), ...one })
    const b = aFigure({ ...between('[5000, 5001]'), ...other })

    expect(compareFigures(a, b) !== undefined).toBe(isComparable)
  })

  test('about the same parties in another order is about the same', () => {
    const a = aFigure(between('[1, 2]'), { about: ['msft', 'openai'] })
    const b = aFigure(between('[3, 4]'), { about: ['openai', 'msft'] })

    expect(compareFigures(a, b)?.relation).toBe('rebuts')
    expect(compareFigures(a, aFigure(between('[3, 4]')))).toBeUndefined()
  })

  test('refuses what is not a decimal number', () => {
    expect(() => compareFigures(aFigure({ low: '1e3' }), aFigure({ low: '1' }))).toThrow('"1e3"')
  })
})

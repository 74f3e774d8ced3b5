import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import { figureForms } from '../../src/domain/kinds.ts'
import { compareFigures, proposals } from '../../src/engine/figures/figures.ts'
import { instant } from '../support/small-record.ts'
import { aFigure } from './a-figure.ts'

/** Few numbers, so that bounds meet often. */
const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null })
const anyFigure = fc
  .record({
    form: fc.constantFrom(...figureForms),
    unit: fc.constantFrom('percent', 'ratio', 'USD'),
    baseline: fc.constantFrom(null, 'last year', 'last target'),
    bounds: fc.tuple(bound, bound),
    lowExclusive: fc.boolean(),
    highExclusive: fc.boolean(),
    assertedAt: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ bounds: [low, high], assertedAt, ...figure }) =>
    aFigure(
      { ...figure, low: low === null ? null : `${low}`, high: high === null ? null : `${high}` },
      { assertedAt: instant(assertedAt) },
    ),
  )

/** Thousandths of a ratio in a unit: -250 is `-0.250`, or `-25.0` percent. */
function inUnit(thousandths: number, unit: 'ratio' | 'percent'): string {
  const decimals = unit === 'ratio' ? 3 : 1
  const digits = `${Math.abs(thousandths)}`.padStart(decimals + 1, '0')
  const sign = thousandths < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

const unit = fc.constantFrom<'ratio' | 'percent'>('ratio', 'percent')
const thousandths = fc.integer({ min: -5000, max: 5000 })

describe('any two figures', () => {
  test('give the same proposal in either order, and it joins the two', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (a, b) => {
        const found = compareFigures(a, b)
        expect(compareFigures(b, a)).toEqual(found)
        const isJoined =
          found === undefined ||
          [found.from, found.to].toSorted().join() === [a.claim, b.claim].toSorted().join()
        expect(isJoined).toBe(true)
      }),
    )
  })

  test('say the same in percent and as a ratio, as a change and as the level it leads to', () => {
    fc.assert(
      fc.property(
        thousandths,
        thousandths,
        unit,
        unit,
        fc.boolean(),
        (x, y, first, second, isOpen) => {
          const [low, high] = [Math.min(x, y), Math.max(x, y) + 1]
          const change = aFigure({
            form: 'change',
            unit: first,
            low: inUnit(low, first),
            high: isOpen ? null : inUnit(high, first),
          })
          const level = aFigure({
            unit: second,
            low: inUnit(low + 1000, second),
            high: isOpen ? null : inUnit(high + 1000, second),
          })

          expect(compareFigures(change, level)?.relation).toBe('restates')
        },
      ),
    )
  })

  test('are in conflict when no number but one fits both, and else never', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (a, b) => {
        const level = { form: 'level', unit: 'ratio', baseline: null } as const
        const [one, other] = [a, b].map((claim) => aFigure({ ...claim.figure, ...level }))
        if (!one || !other) throw new Error('Two figures were made.')
        // Bounds are whole numbers, so three quarters lie in every stretch between two of them.
        const quarters = Array.from({ length: 53 }, (_, index) => index / 4 - 6.5)
        const [inOne, inOther] = [one, other].map(({ figure }) =>
          quarters.filter((number) => isWithin(number, figure)),
        )
        const shared = inOne?.filter((number) => inOther?.includes(number)) ?? []
        const isNested = [inOne?.length, inOther?.length].includes(shared.length)
        const isAsserted = [one, other].every(({ figure: { low, high } }) => low ?? high)
        const areAny = inOne?.length !== 0 && inOther?.length !== 0

        expect(compareFigures(one, other)?.relation === 'rebuts').toBe(
          isAsserted && areAny && !isNested && shared.length <= 1,
        )
      }),
      { numRuns: 2000 },
    )
  })
})

function isWithin(number: number, { low, high, lowExclusive, highExclusive }: Figure): boolean {
  const isAbove = low === null || number > Number(low) || (number === Number(low) && !lowExclusive)
  const isBelow =
    high === null || number < Number(high) || (number === Number(high) && !highExclusive)
  return isAbove && isBelow
}

describe('proposals', () => {
  test('are those of every two figures, independent of their order', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 6 }), (figures) => {
        const pairs = figures.flatMap((a) => figures.map((b) => compareFigures(a, b)))
        const expected = new Set(
          pairs.filter((pair) => pair !== undefined).map((pair) => JSON.stringify(pair)),
        )

        const found = proposals(figures)

        expect(new Set(found.map((pair) => JSON.stringify(pair)))).toEqual(expected)
        expect(found).toHaveLength(expected.size)
        expect(proposals(figures.toReversed())).toEqual(found)
      }),
    )
  })
})

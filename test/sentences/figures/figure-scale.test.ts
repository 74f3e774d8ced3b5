import * as fc from '../../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/domain/figure.ts'
import { scaleOf } from '../../../src/sentences/figures/figure-scale.ts'

const target: Figure = {
  metric: 'target',
  form: 'level',
  low: '25',
  high: '50',
  lowExclusive: false,
  highExclusive: false,
  unit: 'percent',
  baseline: '전년',
  period: null,
  scope: null,
}

describe('scaleOf', () => {
  it('puts a cut by 25 to 50 % beside a level of 25 to 50 %, as shares of the baseline', () => {
    const cut: Figure = { ...target, form: 'change', low: '-50', high: '-25' }

    expect(scaleOf([cut, target], 'en')).toEqual({
      spans: [
        { low: 0.5, high: 0.75 },
        { low: 0.25, high: 0.5 },
      ],
      words: ['50% to 75%', '25% to 50%'],
      ends: ['0%', '100%'],
      isShare: true,
      baseline: '전년',
    })
  })

  it('draws amounts of different sizes to one scale, in the words of the language', () => {
    const won = { ...target, baseline: null, low: '3', high: '3', unit: '억 원' }
    const more = { ...won, low: '500', high: null, unit: 'million KRW' }

    const scale = scaleOf([won, more], 'ko')

    expect(scale?.words).toEqual(['3억 원', '5억 원 이상'])
    expect(scale?.ends).toEqual(['0원', '6억 원'])
    expect(scale?.spans).toEqual([
      { low: 0.5, high: 0.5 },
      { low: expect.closeTo(5 / 6), high: null },
    ])
  })

  it.for<[string, Partial<Figure>]>([
    ['of another metric', { metric: 'sales' }],
    ['in another unit', { unit: 'USD' }],
    ['of another period', { period: '2025' }],
    ['against another baseline', { baseline: '전월' }],
  ])('draws nothing beside a figure %s', ([, other]) => {
    expect(scaleOf([target, { ...target, ...other }], 'en')).toBeUndefined()
  })

  it('draws nothing of one figure, or of numbers that a picture cannot tell apart', () => {
    const tiny = { ...target, unit: 'USD', low: `0.${'0'.repeat(30)}1`, high: null }

    expect(scaleOf([target], 'en')).toBeUndefined()
    expect(scaleOf([tiny, { ...tiny, low: null, high: '0' }], 'en')).toBeUndefined()
  })

  it('keeps every bound on the scale, the lower one to the left', () => {
    const bound = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat({ max: 40 }))
    const decimal = bound.map(([digits, zeros]) =>
      digits === 0 ? '0' : digits + '0'.repeat(zeros),
    )
    const figure = fc
      .tuple(decimal, decimal, fc.constantFrom('both', 'low', 'high'))
      .map(([one, other, kept]): Figure => {
        const [low, high] = BigInt(one) <= BigInt(other) ? [one, other] : [other, one]
        return {
          ...target,
          baseline: null,
          unit: 'USD',
          low: kept === 'high' ? null : low,
          high: kept === 'low' ? null : high,
        }
      })

    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 4 }), (figures) => {
        for (const { low, high } of scaleOf(figures, 'en')?.spans ?? []) {
          for (const place of [low, high]) {
            expect(place ?? 0).toBeGreaterThanOrEqual(0)
            expect(place ?? 1).toBeLessThanOrEqual(1 + 1e-9)
          }
          expect((high ?? 1) + 1e-9).toBeGreaterThanOrEqual(low ?? 0)
        }
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { knownSpanOf } from '../../src/domain/world-date.ts'
import { isCertainlyEarlier, isInFuture } from '../../src/domain/world-order.ts'
import { worldDates } from '../support/world-dates.ts'

describe('isCertainlyEarlier', () => {
  test.each([
    ['2025-03-02', '2025-03-03'],
    ['2024', '2025'],
    ['2024-12', '2025-01-01'],
    ['2014/2015', '2016'],
    ['2014', '2015/..'],
    ['2025-03-03T09:59:59+09:00', '2025-03-03T10:00:00+09:00'],
    ['2025-03-01', '2025-03-03T00:00:00Z'],
    ['2025-03-01', '2025-03-02T12:00:00Z'],
    ['2025-03-02T09:59:59Z', '2025-03-03'],
    ['2024', '2025-01-01T12:00:00Z'],
  ])('%s is before %s, and not after it', (one, other) => {
    expect([isCertainlyEarlier(one, other), isCertainlyEarlier(other, one)]).toEqual([true, false])
  })

  test.each([
    ['2025-03-03', '2025-03-03'],
    ['2025', '2025-12-31'],
    ['2014/2015', '2015-06'],
    ['2014/..', '1900/2013-12-31'],
    ['2014/..', '2999'],
    ['2025-03-02', '2025-03-03T11:59:59Z'],
    ['2025-03-03', '2025-03-04T11:59:59.999Z'],
    ['2025-03-02T10:00:00Z', '2025-03-03'],
    ['2025-03-03T10:00:00Z', '2025-03-03T19:00:00+09:00'],
  ])('%s is not before %s', (one, other) => {
    expect(isCertainlyEarlier(one, other)).toBe(false)
  })

  it('is an order: never both ways, and of dates of one kind carried on', () => {
    fc.assert(
      fc.property(worldDates, worldDates, worldDates, (a, b, c) => {
        const [ab, bc, ac] = [
          isCertainlyEarlier(a, b),
          isCertainlyEarlier(b, c),
          isCertainlyEarlier(a, c),
        ]
        const kinds = new Set([a, b, c].map((date) => knownSpanOf(date).isInstant))

        expect(ab && isCertainlyEarlier(b, a)).toBe(false)
        expect(kinds.size === 1 && ab && bc && !ac).toBe(false)
      }),
    )
  })
})

describe('isInFuture', () => {
  const now = new Date('2025-06-15T09:00:00Z')

  test.each([
    '2025-06-15',
    '2025-06',
    '2025',
    '2025/2030',
    '2020/..',
    '2025-06-15T09:04:00Z',
    '2025-06-15T18:00:00+09:00',
  ])('%s may have come', (date) => {
    expect(isInFuture(date, now)).toBe(false)
  })

  test.each(['2025-06-16', '2025-07', '2026', '2026/..', '2025-06-15T09:06:00Z', '9999'])(
    '%s has not',
    (date) => {
      expect(isInFuture(date, now)).toBe(true)
    },
  )

  it('lets a day begin where clocks are fourteen hours ahead', () => {
    const begins = new Date('2025-06-15T10:00:00Z')

    expect(isInFuture('2025-06-16', begins)).toBe(false)
    expect(isInFuture('2025-06-16', new Date(begins.getTime() - 6 * 60_000))).toBe(true)
    expect(isInFuture('2025-06-17', begins)).toBe(true)
  })
})

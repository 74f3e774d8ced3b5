import * as fc from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import {
  compareStarts,
  isCertainlyEarlier,
  isCertainlyLater,
  isInFuture,
  worldTimeOf,
} from '../../src/domain/world-time.ts'
import * as oracle from '../oracle/rules/dates.ts'
import { worldDates } from '../support/world-dates.ts'

const dates = fc.option(worldDates, { freq: 12 })

describe('worldTimeOf', () => {
  test.each([
    [
      '2025-12-03',
      '2025-12-02T10:00:00.000Z',
      '2025-12-04T11:59:59.999Z',
      '2025-12-03T00:00:00.000Z',
    ],
    ['2025', '2024-12-31T10:00:00.000Z', '2026-01-01T11:59:59.999Z', '2025-01-01T00:00:00.000Z'],
    ['1969-12', '1969-11-30T10:00:00.000Z', '1970-01-01T11:59:59.999Z', '1969-12-01T00:00:00.000Z'],
    [
      '2014-05/2014-08-20',
      '2014-04-30T10:00:00.000Z',
      '2014-08-21T11:59:59.999Z',
      '2014-05-01T00:00:00.000Z',
    ],
    [
      '2025-07-01T08:30:00+09:00',
      '2025-06-30T23:30:00.000Z',
      '2025-06-30T23:30:00.000Z',
      '2025-06-30T23:30:00.000Z',
    ],
  ])('%s holds the instants from %s to %s and sorts by %s', (written, first, last, start) => {
    expect(worldTimeOf(written)).toMatchObject({
      first: Date.parse(first),
      last: Date.parse(last),
      start: Date.parse(start),
    })
  })

  test.each([
    ['1970-01-01', { first: 0, last: 0 }],
    ['1969-12-30/1970-01', { first: -2, last: 30 }],
    ['1970', { first: 0, last: 364 }],
    ['1970/..', { first: 0, last: Infinity }],
    ['1970-01-01T00:00:00Z', null],
    [null, null],
  ])('%s has the days %j', (written, days) => {
    expect(worldTimeOf(written).days).toEqual(days)
  })

  it('makes an unknown date all of time, and last in orders', () => {
    expect(worldTimeOf(null)).toEqual({
      first: -Infinity,
      last: Infinity,
      days: null,
      start: Infinity,
    })
    expect(worldTimeOf('2014/..').last).toBe(Infinity)
  })

  it('agrees with the independent implementation on dates of every form', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [a, b] = [worldTimeOf(one), worldTimeOf(other)]
        const [x, y] = [oracle.timeOf(one), oracle.timeOf(other)]

        expect(a).toEqual(x)
        expect(isCertainlyLater(a, b)).toBe(oracle.isCertainlyLater(x, y))
        expect(Math.sign(compareStarts(a, b))).toBe(Math.sign(oracle.compareStarts(x, y)))
      }),
      { numRuns: 2000 },
    )
  })
})

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
    const [first, second] = [worldTimeOf(one), worldTimeOf(other)]
    expect(isCertainlyEarlier(first, second)).toBe(true)
    expect(isCertainlyLater(first, second)).toBe(false)
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
    [null, null],
    [null, '2025-03-03'],
    ['2025-03-03T10:00:00Z', null],
  ])('%s is not before %s', (one, other) => {
    const [first, second] = [worldTimeOf(one), worldTimeOf(other)]
    expect(isCertainlyEarlier(first, second)).toBe(false)
  })

  it('is an order: never both ways, and of dates of one kind carried on', () => {
    fc.assert(
      fc.property(
        dates.map(worldTimeOf),
        dates.map(worldTimeOf),
        dates.map(worldTimeOf),
        (a, b, c) => {
          const isOfOneKind = new Set([a, b, c].map(({ days }) => days === null)).size === 1
          const isBetween = isCertainlyEarlier(a, b) && isCertainlyEarlier(b, c)

          expect(isCertainlyEarlier(a, b) && isCertainlyLater(a, b)).toBe(false)
          expect(isOfOneKind && isBetween && !isCertainlyEarlier(a, c)).toBe(false)
        },
      ),
    )
  })
})

test('compareStarts goes by the start in UTC, and puts what is unknown last', () => {
  const written = ['2025', '2025-12-02T23:00:00Z', '2025-12-03', '2025-12-03T00:30:00Z', null, null]
  const sorted = written
    .toReversed()
    .toSorted((one, other) => compareStarts(worldTimeOf(one), worldTimeOf(other)))

  expect(sorted).toEqual(written)
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

import { describe, expect, test } from 'vitest'
import { isCertainlyLater, timeOf } from './dates.ts'

/** §1.10: of each pair, the second is certainly later. */
const inOrder = [
  ['2025-12-03', '2025-12-04'],
  ['2025-11', '2025-12-01'],
  ['2024', '2025-01'],
  ['2024-02-29', '2024-03'],
  ['2025-12-03T09:59:59.999Z', '2025-12-03T10:00:00Z'],
  ['2025-12-02T09:59:59.999Z', '2025-12-03'],
  ['2025-12-03', '2025-12-04T12:00:00Z'],
  ['2025-12', '2026-01-01T12:00:00Z'],
  ['2014/2015', '2016'],
  ['2013', '2014/..'],
  ['2014/2015', '2016-01-01T12:00:00Z'],
] as const

/** Neither is certainly later. */
const overlapping = [
  ['2025-12-03', '2025-12-03'],
  ['2025-12-03', '2025-12'],
  ['2025', '2025-12-31'],
  ['2025-12-03', '2025-12-02T10:00:00Z'],
  ['2025-12-03', '2025-12-04T11:59:59.999Z'],
  ['2025-12-03T10:00:00Z', '2025-12-03T19:00:00+09:00'],
  ['2014/2015', '2015-12-31'],
  ['2014/2015', '2016-01-01T11:59:59Z'],
  ['2014/..', '2999'],
  ['2014/..', '2999-01-01T00:00:00Z'],
  ['2014-05/2014-08-20', '2014-08-20'],
  [null, null],
  [null, '2025-12-03'],
  [null, '2025-12-03T10:00:00Z'],
  [null, '2014/..'],
] as const

const all = [...inOrder, ...overlapping].flat().map(timeOf)

describe('certainly later', () => {
  test.each(inOrder)('%s, then %s', (one, other) => {
    expect(isCertainlyLater(timeOf(other), timeOf(one))).toBe(true)
  })

  test.each(overlapping)('neither of %s and %s', (one, other) => {
    expect(isCertainlyLater(timeOf(other), timeOf(one))).toBe(false)
    expect(isCertainlyLater(timeOf(one), timeOf(other))).toBe(false)
  })

  test('of two dates, one at most', () => {
    for (const one of all) {
      for (const other of all) {
        expect(isCertainlyLater(one, other) && isCertainlyLater(other, one)).toBe(false)
      }
    }
  })
})

test('orders go by the start in UTC, and what is unknown comes last', () => {
  const written = ['2025', '2025-12-02T23:00:00Z', '2025-12-03', '2025-12-03T00:30:00Z', null]
  const sorted = written.toSorted((one, other) => timeOf(one).start - timeOf(other).start)
  expect(sorted).toEqual(written)
})

import edtf from 'edtf'
import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { spanOf, worldDate } from '../../src/domain/world-date.ts'

describe('a world date', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2025-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['0001', '0001-01-01', '0001-12-31', '0001-01-01T00:00:00.000Z', '0001-12-31T23:59:59.999Z'],
    ['9999', '9999-01-01', '9999-12-31', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['1900-02', '1900-02-01', '1900-02-28', '1900-02-01T00:00:00.000Z', '1900-02-28T23:59:59.999Z'],
    [
      '2025-12-03',
      '2025-12-03',
      '2025-12-03',
      '2025-12-03T00:00:00.000Z',
      '2025-12-03T23:59:59.999Z',
    ],
    [
      '2014/2015',
      '2014-01-01',
      '2015-12-31',
      '2014-01-01T00:00:00.000Z',
      '2015-12-31T23:59:59.999Z',
    ],
    [
      '2014-05/2014-08-20',
      '2014-05-01',
      '2014-08-20',
      '2014-05-01T00:00:00.000Z',
      '2014-08-20T23:59:59.999Z',
    ],
    ['2014/..', '2014-01-01', null, '2014-01-01T00:00:00.000Z', null],
    [
      '2014-05-03/2014-05-03',
      '2014-05-03',
      '2014-05-03',
      '2014-05-03T00:00:00.000Z',
      '2014-05-03T23:59:59.999Z',
    ],
    // The day is the one written; the instant is the one meant.
    [
      '2025-07-01T08:30:00+09:00',
      '2025-07-01',
      '2025-07-01',
      '2025-06-30T23:30:00.000Z',
      '2025-06-30T23:30:00.000Z',
    ],
    [
      '2024-12-31T22:30:00.5-05:00',
      '2024-12-31',
      '2024-12-31',
      '2025-01-01T03:30:00.500Z',
      '2025-01-01T03:30:00.500Z',
    ],
    [
      '0001-01-01T00:00:00Z',
      '0001-01-01',
      '0001-01-01',
      '0001-01-01T00:00:00.000Z',
      '0001-01-01T00:00:00.000Z',
    ],
    [
      '9999-12-31T23:59:59.999999999Z',
      '9999-12-31',
      '9999-12-31',
      '9999-12-31T23:59:59.999Z',
      '9999-12-31T23:59:59.999Z',
    ],
  ])('%s has both ends', (date, firstDay, lastDay, start, end) => {
    const span = spanOf(date)
    expect(span).toMatchObject({ firstDay, lastDay, isInstant: date.includes('T') })
    expect(new Date(span?.start ?? Number.NaN).toISOString()).toBe(start)
    expect(span?.end === null ? null : new Date(span?.end ?? Number.NaN).toISOString()).toBe(end)
  })

  test.each([
    ['2025-02-30', 'a date that exists'],
    ['2023-02-29', 'a date that exists'],
    ['2025-13', 'a date that exists'],
    ['0000', 'a date that exists'],
    ['20204', 'a date that exists'],
    ['06.12.2025', 'a date that exists'],
    ['yesterday', 'a date that exists'],
    ['2025-12-03T10:30', 'names no time zone'],
    ['2021-01-03 20:01:30', 'names no time zone'],
    ['2025-12-03t10:30:00z', 'a date that exists'],
    ['2025-12-03T24:00:00Z', 'a date that exists'],
    ['2025-12-03T10:30:00+24:00', 'a date that exists'],
    ['0001-01-01T00:00:00+09:00', 'years 1 to 9999'],
    ['9999-12-31T23:59:59-05:00', 'years 1 to 9999'],
    ['2015/2014', 'two dates in their order'],
    ['2014-05-02/2014-05', 'two dates in their order'],
    ['../2015', 'two dates in their order'],
    ['/2015', 'two dates in their order'],
    ['2014/', 'two dates in their order'],
    ['2014/2015/2016', 'two dates in their order'],
    ['2014-05-01T10:00:00Z/2015', 'two dates in their order'],
    ['', 'a date that exists'],
  ])('%j is refused with what to write', (date, advice) => {
    const { error } = worldDate.safeParse(date)
    expect(error?.issues[0]?.message).toContain(advice)
  })

  test('has the ends that EDTF gives it, and is refused where EDTF refuses it', () => {
    const year = fc.oneof(number(1, 9999, 4), number(2013, 2015, 4))
    const month = fc.tuple(year, number(0, 13, 2)).map((parts) => parts.join('-'))
    const day = fc.tuple(month, number(0, 32, 2)).map((parts) => parts.join('-'))
    const bare = fc.oneof(year, month, day)
    const interval = fc.tuple(bare, fc.oneof(bare, fc.constant('..'))).map((ends) => ends.join('/'))
    const noise = fc.stringMatching(/^[0-9./TZ-]{0,12}$/)
    fc.assert(
      fc.property(fc.oneof(bare, interval, interval, noise), (date) => {
        const span = spanOf(date)
        expect(span && { min: span.start, max: span.end ?? Infinity }).toEqual(byEdtf(date))
      }),
      { seed: 20_251_203, numRuns: 3000 },
    )
  })
})

function number(min: number, max: number, digits: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((value) => String(value).padStart(digits, '0'))
}

/**
 * What EDTF makes of the part of it that is ours: no time of day, no open beginning, no year 0. It
 * rolls days that do not exist over into the next month, and refuses ends that begin together.
 */
function byEdtf(date: string): { min: number; max: number } | undefined {
  const [from = '', to = '..', ...rest] = date.split('/')
  if (rest.length > 0 || !isSimple(from)) return undefined
  if (to === '..') return date.endsWith('..') ? read(date) : read(from)
  if (!isSimple(to)) return undefined
  const [first, last] = [read(from), read(to)]
  if (first?.min === last?.min && first && last) return { min: first.min, max: last.max }
  return first && last && read(date)
}

function isSimple(date: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(date) && !date.startsWith('0000')
}

function read(date: string): { min: number; max: number } | undefined {
  try {
    const parsed = edtf(date, { types: ['Date', 'Interval'] })
    return parsed.toString() === date ? { min: parsed.min, max: parsed.max } : undefined
  } catch {
    return undefined
  }
}

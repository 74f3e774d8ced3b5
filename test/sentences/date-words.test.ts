import { describe, expect, test } from 'vitest'
import { englishDate, englishWhen, koreanDate } from '../../src/sentences/date-words.ts'

describe('dates in words', () => {
  test.each([
    ['2025', '2025', 'in 2025', '2025년'],
    ['2025-12', 'December 2025', 'in December 2025', '2025년 12월'],
    ['2025-01-03', '3 January 2025', 'on 3 January 2025', '2025년 1월 3일'],
    [
      '2025-12-03T23:30:00Z',
      '3 December 2025, 23:30 UTC',
      'on 3 December 2025, 23:30 UTC',
      '2025년 12월 3일 23:30 UTC',
    ],
    [
      '2025-12-03T18:05:09.123+09:00',
      '3 December 2025, 18:05 UTC+09:00',
      'on 3 December 2025, 18:05 UTC+09:00',
      '2025년 12월 3일 18:05 UTC+09:00',
    ],
    [
      '2025-12-03T18:05:09-05:30',
      '3 December 2025, 18:05 UTC-05:30',
      'on 3 December 2025, 18:05 UTC-05:30',
      '2025년 12월 3일 18:05 UTC-05:30',
    ],
    [
      '2025-12-03T18:05:09+00:00',
      '3 December 2025, 18:05 UTC',
      'on 3 December 2025, 18:05 UTC',
      '2025년 12월 3일 18:05 UTC',
    ],
    ['0001', '0001', 'in 0001', '0001년'],
    ['0800-12-03', '3 December 0800', 'on 3 December 0800', '0800년 12월 3일'],
    ['2014/2015', '2014 to 2015', 'between 2014 and 2015', '2014년~2015년'],
    [
      '2014-05/2014-08-20',
      'May 2014 to 20 August 2014',
      'between May 2014 and 20 August 2014',
      '2014년 5월~2014년 8월 20일',
    ],
    [
      '2025-07/2025-09',
      'July to September 2025',
      'between July and September 2025',
      '2025년 7월~9월',
    ],
    [
      '2025-12-03/2025-12-05',
      '3 to 5 December 2025',
      'between 3 and 5 December 2025',
      '2025년 12월 3일~5일',
    ],
    [
      '2025-11-28/2025-12-03',
      '28 November to 3 December 2025',
      'between 28 November and 3 December 2025',
      '2025년 11월 28일~12월 3일',
    ],
    [
      '2025-12-28/2026-01-03',
      '28 December 2025 to 3 January 2026',
      'between 28 December 2025 and 3 January 2026',
      '2025년 12월 28일~2026년 1월 3일',
    ],
    [
      '2025-12-03T08:00:00Z/2025-12-03T09:00:00Z',
      '3 December 2025, 08:00 UTC to 3 December 2025, 09:00 UTC',
      'between 3 December 2025, 08:00 UTC and 3 December 2025, 09:00 UTC',
      '2025년 12월 3일 08:00 UTC~2025년 12월 3일 09:00 UTC',
    ],
    ['2014/..', '2014 or later', 'in 2014 or later', '2014년 이후'],
    ['2014-05-03/..', '3 May 2014 or later', 'on 3 May 2014 or later', '2014년 5월 3일 이후'],
  ])('%s is told at the precision known', (date, english, when, korean) => {
    expect(englishDate(date)).toBe(english)
    expect(englishWhen(date)).toBe(when)
    expect(koreanDate(date)).toBe(korean)
  })

  test('throws on what is not a date', () => {
    expect(() => englishDate('03/12/2025')).toThrow(RangeError)
  })
})

import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { isLocalTime, zonedTime } from '../../src/domain/local-time.ts'
import { startOfDay, timeZone } from '../../src/domain/time-zone.ts'

describe('a local time in a zone', () => {
  test.each([
    ['2021-01-03 20:01:30', 'Asia/Seoul', '2021-01-03T20:01:30+09:00'],
    ['2021-01-03T20:01:30.25', 'Asia/Seoul', '2021-01-03T20:01:30.25+09:00'],
    ['1988-07-01 12:00', 'Asia/Seoul', '1988-07-01T12:00:00+10:00'],
    ['2021-07-03T20:01:30', 'Europe/Berlin', '2021-07-03T20:01:30+02:00'],
    ['2021-01-03T20:01:30', 'America/St_Johns', '2021-01-03T20:01:30-03:30'],
    ['2021-01-03 00:00:00', 'UTC', '2021-01-03T00:00:00+00:00'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(zonedTime(text, zone)).toEqual({ instant })
  })

  test.each([
    ['2021-03-28 02:30:00', 'Europe/Berlin', 'put forward'],
    ['2021-10-31 02:30:00', 'Europe/Berlin', 'twice'],
    ['2011-12-30 12:00:00', 'Pacific/Apia', 'put forward'],
    ['1900-01-01 12:00:00', 'Asia/Seoul', 'had seconds'],
  ])('%s in %s is refused: %s', (text, zone, why) => {
    expect(zonedTime(text, zone)).toEqual({ why: expect.stringContaining(why) })
  })

  test.each([
    '2021-02-30 20:01:30',
    '2021-01-03 24:00',
    '2021-01-03',
    '2021-01-03T20:01:30Z',
    'now',
  ])('%s is none', (text) => expect(isLocalTime(text)).toBe(false))

  test('is the time that the clocks of the zone showed at that instant', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const instants = fc.date({ min: new Date('1975'), max: new Date('2037'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (date, zone) => {
        const text = clockOf(date, zone)
        const zoned = zonedTime(text, zone)
        const isTold =
          'why' in zoned
            ? zoned.why.includes('twice')
            : Math.floor(Date.parse(zoned.instant) / 1000) === Math.floor(date.getTime() / 1000)
        expect(isTold).toBe(true)
      }),
      { seed: 20_251_203, numRuns: 1000 },
    )
  })

  test('begins its day at midnight, or at the first instant after it', () => {
    expect(new Date(startOfDay('2025-08-01', 'Asia/Seoul')).toISOString()).toBe(
      '2025-07-31T15:00:00.000Z',
    )
    // Clocks went from 23:59 to 1:00.
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    )
  })
})

test.each(['Asia/Soul', '+09:00', '', 'KST', 'Mars/Olympus'])('%j is no time zone', (zone) => {
  expect(timeZone.safeParse(zone).success).toBe(false)
})

/** What a clock of the zone shows, as Sweden writes it. */
function clockOf(date: Date, timeZone: string): string {
  return date.toLocaleString('sv-SE', { timeZone })
}

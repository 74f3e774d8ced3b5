import { z } from 'zod'
import { isDay, lastDayOf } from './calendar.ts'
import { isLocalTime } from './local-time.ts'
import { refuse } from './text.ts'

/**
 * A date of the world at the precision known: `2025`, `2025-12`, `2025-12-03`, an RFC 3339 instant,
 * or an EDTF interval of the first three (`2014/2015`, `2014-05/2014-08-20`, `2014/..`). It is
 * stored and returned as sent.
 */
export type WorldDate = string

/** A parsed date. Every date is an interval; an instant has the length of a millisecond. */
export interface DateSpan {
  /**
   * The first and last day as written, in the zone as written; the last day of `2014/..` is null.
   */
  readonly firstDay: string
  readonly lastDay: string | null
  /**
   * The first and last millisecond since 1970 UTC, with bare days read in UTC; the last of
   * `2014/..` is null. Lists sort by the first.
   */
  readonly start: number
  readonly end: number | null
  /**
   * Whether it has a time and a zone. Otherwise it is bare, and means those days anywhere on earth.
   */
  readonly isInstant: boolean
}

const bareShape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const instantShape =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2}))$/

/** The first and last possible instant of a date: the years 1 to 9999 in UTC. */
export const firstInstant = Date.parse('0001-01-01T00:00:00Z')
export const lastInstant = Date.parse('9999-12-31T23:59:59.999Z')

/** Parses a date of the world; undefined if there is no such date. */
export function spanOf(date: WorldDate): DateSpan | undefined {
  if (isInterval(date)) return readInterval(date)
  return date.includes('T') ? readInstant(date) : readBare(date)
}

/** The span of a date that has been parsed before. */
export function knownSpanOf(date: WorldDate): DateSpan {
  const span = spanOf(date)
  if (span === undefined) throw new RangeError(`"${date}" is no world date`)
  return span
}

/** The start of a date in milliseconds since 1970 UTC; undefined if there is no such date. */
export function startOf(date: WorldDate): number | undefined {
  return spanOf(date)?.start
}

/** The start of a date that has been parsed before. */
export function knownStartOf(date: WorldDate): number {
  return knownSpanOf(date).start
}

/** A day in a common prose format: 2025/12/06, 12/06/2025. */
const slashedDay = /^\d{1,4}\/\d{1,2}\/\d{1,4}$/

/** Whether a world date is an interval of two dates. */
export function isInterval(date: WorldDate): boolean {
  return date.includes('/')
}

export const worldDate = z
  .string()
  .superRefine((value, context) => {
    if (spanOf(value) === undefined) refuse(context, faultOf(value))
  })
  .meta({
    id: 'WorldDate',
    description:
      'A date at the precision known, or an interval (`2014/2015`, `2014-05/2014-08-20`, `2014/..`). It is returned as it was sent.',
    example: '2025-12-03',
  })

function faultOf(value: string): { code: string; message: string } {
  const code = 'no-such-date'
  if (isLocalTime(value)) {
    const message =
      'It names no time zone. Add the offset, as in 2025-12-03T10:30:00+09:00; a bundle may name a zone for all of its dates in its header: "timezone": "Asia/Seoul".'
    return { code: 'no-time-zone', message }
  }
  if (isInterval(value) && !slashedDay.test(value)) {
    const message =
      'Send an interval of two dates in their order, such as 2014/2015, 2014-05/2014-08-20 or 2014/.. (open end).'
    return { code, message }
  }
  if (isBeyondYears(value))
    return { code, message: 'Send an instant within the years 1 to 9999 in UTC.' }
  const message =
    'Send a date that exists, such as 2025, 2025-12, 2025-12-03, 2025-12-03T10:30:00Z or 2014/2015.'
  return { code, message }
}

function readBare(date: string): DateSpan | undefined {
  const [, year, month, day] = bareShape.exec(date) ?? []
  if (year === undefined) return undefined
  const firstDay = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (!isDay(firstDay)) return undefined
  const lastDay = date.length === 10 ? firstDay : lastDayOf(`${year}-${month ?? '12'}`)
  return {
    firstDay,
    lastDay,
    start: Date.parse(firstDay),
    end: endOfDay(lastDay),
    isInstant: false,
  }
}

function readInstant(date: string): DateSpan | undefined {
  const start = isClockTime(date) ? Date.parse(date) : Number.NaN
  if (!(start >= firstInstant && start <= lastInstant)) return undefined
  const day = date.slice(0, 10)
  return { firstDay: day, lastDay: day, start, end: start, isInstant: true }
}

/** EDTF intervals that have a beginning: those without one could not be sorted. */
function readInterval(date: string): DateSpan | undefined {
  const [from = '', to = '', ...rest] = date.split('/')
  const first = readBare(from)
  if (first === undefined || rest.length > 0) return undefined
  if (to === '..') return { ...first, lastDay: null, end: null }
  const last = readBare(to)
  if (last === undefined || last.start < first.start) return undefined
  return { ...first, lastDay: last.lastDay, end: last.end }
}

function isClockTime(date: string): boolean {
  const [, day = '', ...clock] = instantShape.exec(date) ?? []
  const [hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = clock.map((part) =>
    Number(part ?? 0),
  )
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return false
  return isDay(day)
}

function isBeyondYears(date: string): boolean {
  return isClockTime(date) && readInstant(date) === undefined
}

function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59.999Z`)
}

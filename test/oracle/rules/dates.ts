/**
 * §1.10, dates of the world. Every date is the set of instants from `first` to `last`, in
 * milliseconds since 1970 UTC and both included. A bare date also knows its days, by number.
 */
export interface Time {
  readonly first: number
  readonly last: number
  readonly days: { readonly first: number; readonly last: number } | null
  /** "Order goes by the start of the date in UTC"; what is unknown comes last. */
  readonly start: number
}

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** "An unknown date is all of time … In orders it comes last." */
const unknownTime: Time = { first: -Infinity, last: Infinity, days: null, start: Infinity }

/** Reads a number (an instant), a date as in the API, or null (unknown). */
export function timeOf(written: number | string | null): Time {
  if (written === null) return unknownTime
  if (typeof written === 'number') return instant(written)
  if (written.includes('/')) return interval(written)
  return written.includes('T') ? instant(Date.parse(written)) : bare(written)
}

/**
 * "If both are bare, when the first day of x is after the last day of y; else when every instant of
 * x is after every instant of y." An interval of bare dates is read as bare, as the year 2014 and
 * the interval 2014-01/2014-12 are the same days.
 */
export function isCertainlyLater(x: Time, y: Time): boolean {
  return x.days && y.days ? x.days.first > y.days.last : x.first > y.last
}

/** "Certainly earlier is the converse; neither = the dates overlap." */
export function isCertainlyEarlier(x: Time, y: Time): boolean {
  return isCertainlyLater(y, x)
}

/** The start in UTC, for orders. */
export function compareStarts(x: Time, y: Time): number {
  return x.start === y.start ? 0 : x.start - y.start
}

/** "Instants (to the millisecond)". */
function instant(ms: number): Time {
  if (Number.isNaN(ms)) throw new RangeError('There is no such instant.')
  return { first: ms, last: ms, days: null, start: ms }
}

/** "A bare date holds … its first day 00:00 at UTC+14 to the end of its last day at UTC-12". */
function ofDays(first: number, last: number): Time {
  return {
    first: first * dayMs - 14 * hourMs,
    last: (last + 1) * dayMs + 12 * hourMs - 1,
    days: { first, last },
    start: first * dayMs,
  }
}

/** A year, a month or a day. */
function bare(written: string): Time {
  const begin = Date.parse(written)
  if (Number.isNaN(begin)) throw new RangeError(`"${written}" is no date.`)
  const next = new Date(begin)
  if (written.length === 'yyyy'.length) next.setUTCFullYear(next.getUTCFullYear() + 1)
  else if (written.length === 'yyyy-mm'.length) next.setUTCMonth(next.getUTCMonth() + 1)
  else next.setUTCDate(next.getUTCDate() + 1)
  return ofDays(begin / dayMs, next.getTime() / dayMs - 1)
}

/** "An interval holds all instants of its parts, an open end is unbounded". */
function interval(written: string): Time {
  const [from = '', to = ''] = written.split('/')
  const begin = from === '..' ? null : timeOf(from)
  const end = to === '..' ? null : timeOf(to)
  const isBare = (begin ?? end)?.days && (end ?? begin)?.days
  return {
    first: begin?.first ?? -Infinity,
    last: end?.last ?? Infinity,
    days: isBare
      ? { first: begin?.days?.first ?? -Infinity, last: end?.days?.last ?? Infinity }
      : null,
    start: begin?.start ?? -Infinity,
  }
}

import { startOfDay } from './time-zone.ts'
import { firstInstant, knownSpanOf, lastInstant, type WorldDate } from './world-date.ts'

/** An inclusive bound of a date range. */
export interface DateBound {
  /** Compared with bare dates, as written. */
  readonly day: string
  /**
   * Compared with instants, in milliseconds; null means that instants are compared by their day
   * too.
   */
  readonly at: number | null
  /** No matching date of a single day starts beyond this. */
  readonly limit: number
}

/** The lower bound given by `date`; a day is read in the zone, if one is given. */
export function boundFrom(date: WorldDate, zone: string | undefined): DateBound {
  const { firstDay: day, start, isInstant } = knownSpanOf(date)
  const limit = within(Date.parse(day) - marginMs)
  if (isInstant) return { day, at: start, limit }
  return { day, at: zone === undefined ? null : within(startOfDay(day, zone)), limit }
}

/** The upper bound given by `date`, up to the end of its last day. */
export function boundTo(date: WorldDate, zone: string | undefined): DateBound {
  const { lastDay, start, isInstant } = knownSpanOf(date)
  const day = lastDay ?? '9999-12-31'
  const limit = within(Date.parse(dayAfter(day)) + marginMs)
  if (isInstant) return { day, at: start, limit }
  return { day, at: zone === undefined ? null : within(startOfDay(dayAfter(day), zone) - 1), limit }
}

/** Offsets and zones shift an instant by less than a day in either direction. */
const marginMs = 2 * 24 * 60 * 60 * 1000

/** The limits of dates of the world; PostgreSQL reads years beyond them in another format. */
function within(at: number): number {
  return Math.min(Math.max(at, firstInstant), lastInstant)
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(day))
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, -'T00:00:00.000Z'.length)
}

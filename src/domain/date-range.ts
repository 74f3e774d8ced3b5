import { startOfDay } from './time-zone.ts'
import { firstInstant, knownSpanOf, lastInstant, type WorldDate } from './world-date.ts'

/** From when, or until when, something is looked for; both included. */
export interface DateBound {
  /** By it dates without a time of day are compared, as they are written. */
  readonly day: string
  /** By it instants are compared, in milliseconds; null: by their day as they are written, too. */
  readonly at: number | null
  /** The start of no date of a single day that is let through lies beyond it. */
  readonly limit: number
}

/** The bound from which `date` lets things through, its day read in a zone where one is meant. */
export function boundFrom(date: WorldDate, zone: string | undefined): DateBound {
  const { firstDay: day, start, isInstant } = knownSpanOf(date)
  const limit = within(Date.parse(day) - marginMs)
  if (isInstant) return { day, at: start, limit }
  return { day, at: zone === undefined ? null : within(startOfDay(day, zone)), limit }
}

/** The bound to which `date` lets things through: to the end of its last day. */
export function boundTo(date: WorldDate, zone: string | undefined): DateBound {
  const { lastDay, start, isInstant } = knownSpanOf(date)
  const day = lastDay ?? '9999-12-31'
  const limit = within(Date.parse(dayAfter(day)) + marginMs)
  if (isInstant) return { day, at: start, limit }
  return { day, at: zone === undefined ? null : within(startOfDay(dayAfter(day), zone) - 1), limit }
}

/** An offset moves an instant by less than a day to either side, and so does a zone. */
const marginMs = 2 * 24 * 60 * 60 * 1000

/** No date of the world is beyond these, and PostgreSQL reads no year in another form. */
function within(at: number): number {
  return Math.min(Math.max(at, firstInstant), lastInstant)
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(day))
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, -'T00:00:00.000Z'.length)
}

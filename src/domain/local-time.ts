import { isDay } from './calendar.ts'
import { instantsOf } from './time-zone.ts'

const shape =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,9})?)?$/

/** Whether a text is a date and time without a zone, like `2021-01-03 20:01:30`. */
export function isLocalTime(text: string): boolean {
  const { day = '', hour, minute, second = '00' } = shape.exec(text)?.groups ?? {}
  return isDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

/** A local time converted to an RFC 3339 instant, or the reason why it cannot be. */
export type Zoned = { readonly instant: string } | { readonly why: string }

/**
 * Reads a local time in a zone. It never guesses: times that clocks skipped or showed twice are
 * refused, as are times whose offset included seconds, which RFC 3339 cannot express.
 */
export function zonedTime(text: string, zone: string): Zoned {
  const { day, hour, minute, second = '00', fraction = '' } = shape.exec(text)?.groups ?? {}
  const local = `${day}T${hour}:${minute}:${second}`
  const [first, ...others] = instantsOf(local, zone)
  if (first === undefined)
    return { why: `Clocks in ${zone} were put forward over this time. ${advice}` }
  if (others.length > 0) return { why: `Clocks in ${zone} showed this time twice. ${advice}` }
  if (first.offset % minuteMs !== 0)
    return { why: `The offset of ${zone} had seconds then. Send the day alone.` }
  return { instant: `${local}${fraction}${offsetOf(first.offset)}` }
}

const minuteMs = 60_000
const advice = 'Send it with its offset, as in 2025-12-03T10:30:00+09:00.'

function offsetOf(offset: number): string {
  const minutes = Math.abs(offset) / minuteMs
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${offset < 0 ? '-' : '+'}${padded(hours)}:${padded(rest)}`
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}

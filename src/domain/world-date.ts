import { z } from 'zod'
import { refuse } from './text.ts'

/**
 * A date of the world at the precision known: `2025`, `2025-12`, `2025-12-03` or an RFC 3339
 * instant. It is kept and returned as it was sent; it sorts by its start in UTC.
 */
export type WorldDate = string

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2})))?)?)?$/

/** The start of a world date in milliseconds since 1970 UTC, or undefined when there is no such date. */
export function startOf(date: WorldDate): number | undefined {
  const parts = shape.exec(date)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second, offsetHour, offsetMinute] = parts
    .slice(1)
    .map((part, index) => Number(part ?? (index === 1 || index === 2 ? 1 : 0)))
  if (!year || !isDay(year, month ?? 0, day ?? 0)) return undefined
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined
  if ((offsetHour ?? 0) > 23 || (offsetMinute ?? 0) > 59) return undefined
  const start = Date.parse(date.length > 10 ? date : date + '0001-01-01'.slice(date.length))
  return Number.isNaN(start) ? undefined : start
}

/** The start of a date that has been parsed before. */
export function knownStartOf(date: WorldDate): number {
  const start = startOf(date)
  if (start === undefined) throw new RangeError(`"${date}" is no world date`)
  return start
}

export const worldDate = z
  .string()
  .superRefine((value, context) => {
    if (startOf(value) === undefined) {
      const message =
        'Send a date that exists, as 2025, 2025-12, 2025-12-03 or 2025-12-03T10:30:00Z.'
      refuse(context, { code: 'no-such-date', message })
    }
  })
  .meta({ id: 'WorldDate', description: 'A date at the precision known.', example: '2025-12-03' })

/** Whether the calendar has that day; JavaScript would roll 30 February over into March. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  )
}

/**
 * The first millisecond after a date that has been parsed before: of a day, month or year the start
 * of the next one, of an instant the millisecond behind it.
 */
export function knownEndOf(date: WorldDate): number {
  const start = new Date(knownStartOf(date))
  if (date.length > 10) return start.getTime() + 1
  if (date.length === 10) return start.setUTCDate(start.getUTCDate() + 1)
  if (date.length === 7) return start.setUTCMonth(start.getUTCMonth() + 1)
  return start.setUTCFullYear(start.getUTCFullYear() + 1)
}

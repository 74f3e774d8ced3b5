import { z } from 'zod'

/**
 * An IANA time zone, such as `Asia/Seoul`. Offsets are not accepted, because they change with the
 * season.
 */
export const timeZone = z
  .string()
  .refine(isTimeZone, {
    message: 'Send a time zone of the IANA database, such as Asia/Seoul or Europe/Berlin.',
    params: { code: 'no-such-time-zone' },
  })
  .meta({ description: 'A time zone of the IANA database.', example: 'Asia/Seoul' })

/** An instant, and its zone's offset from UTC, both in milliseconds. */
export interface ZonedInstant {
  readonly at: number
  readonly offset: number
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * The instants at which clocks in a zone showed a local time (`2021-01-03T20:01:30`), earliest
 * first: none if the time was skipped, two if it occurred twice.
 */
export function instantsOf(local: string, zone: string): readonly ZonedInstant[] {
  const read = Date.parse(`${local}Z`)
  const offsets = new Set([offsetAt(zone, read - dayMs), offsetAt(zone, read + dayMs)])
  return [...offsets]
    .map((offset) => ({ at: read - offset, offset }))
    .filter(({ at, offset }) => offsetAt(zone, at) === offset)
    .toSorted((a, b) => a.at - b.at)
}

/** The first instant of a day (`2021-01-03`) in a zone; midnight itself may have been skipped. */
export function startOfDay(day: string, zone: string): number {
  const midnight = `${day}T00:00:00`
  const [first] = instantsOf(midnight, zone)
  if (first !== undefined) return first.at
  const read = Date.parse(`${midnight}Z`)
  return read - offsetAt(zone, read - dayMs)
}

/** A zone's offset from UTC, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const parts = formatOf(zone).formatToParts(new Date(at))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes, seconds] = offsetShape.exec(name) ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)
  return (sign === '-' ? -offset : offset) * 1000
}

/** The format of `Intl`: `GMT+09:00`, or `GMT+08:27:52` for historical offsets. */
const offsetShape = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** Creating a formatter takes longer than anything else here, so they are cached, one per zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  return format
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

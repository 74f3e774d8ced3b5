import { clockToleranceMs } from './clock.ts'
import { knownSpanOf, type WorldDate } from './world-date.ts'

/**
 * A date of the world as the rules compare it (rules/2.md §1.10): all instants from `first` to
 * `last`, in milliseconds since 1970 UTC, both included, and infinite where it has no bound. A date
 * without a time also has its days, counted since 1970.
 */
export interface WorldTime {
  readonly first: number
  readonly last: number
  readonly days: { readonly first: number; readonly last: number } | null
  /** Where it begins in UTC, for orders: Infinity if unknown, so that it comes last. */
  readonly start: number
}

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/** A bare day begins first where clocks are fourteen hours ahead, and ends twelve hours behind. */
const aheadMs = 14 * hourMs
const behindMs = 12 * hourMs

/** All of time: nothing is certainly earlier or later. */
const unknown: WorldTime = { first: -Infinity, last: Infinity, days: null, start: Infinity }

/** @param written a date that has been parsed before; null if unknown */
export function worldTimeOf(written: WorldDate | null): WorldTime {
  if (written === null) return unknown
  const { start, end, isInstant } = knownSpanOf(written)
  if (isInstant) return { first: start, last: start, days: null, start }
  const last = end ?? Infinity
  return {
    first: start - aheadMs,
    last: last + behindMs,
    days: { first: start / dayMs, last: Math.floor(last / dayMs) },
    start,
  }
}

/**
 * Whether all of one date comes after all of the other. Two bare dates are compared by the
 * calendar: spread over the earth, 3 and 4 December would overlap.
 */
export function isCertainlyLater(one: WorldTime, other: WorldTime): boolean {
  return one.days !== null && other.days !== null
    ? one.days.first > other.days.last
    : one.first > other.last
}

export function isCertainlyEarlier(one: WorldTime, other: WorldTime): boolean {
  return isCertainlyLater(other, one)
}

/** For sorting: early before late, unknown last. */
export function compareStarts(one: WorldTime, other: WorldTime): number {
  return one.start === other.start ? 0 : one.start - other.start
}

/** Whether a date has not begun anywhere on earth, even allowing for inaccurate clocks. */
export function isInFuture(date: WorldDate, now: Date): boolean {
  return worldTimeOf(date).first > now.getTime() + clockToleranceMs
}

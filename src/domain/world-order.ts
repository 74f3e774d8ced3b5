import { clockToleranceMs } from './clock.ts'
import { knownSpanOf, type DateSpan, type WorldDate } from './world-date.ts'

/**
 * Whether every moment of one date comes before every moment of the other. Two bare dates are
 * compared by calendar; next to an instant, a bare day is that day anywhere on earth.
 */
export function isCertainlyEarlier(one: WorldDate, other: WorldDate): boolean {
  const [first, second] = [knownSpanOf(one), knownSpanOf(other)]
  if (!first.isInstant && !second.isInstant)
    return first.lastDay !== null && first.lastDay < second.firstDay
  const end = lastMomentOf(first)
  return end !== null && end < firstMomentOf(second)
}

/** Whether a date has not begun anywhere on earth, even allowing for inaccurate clocks. */
export function isInFuture(date: WorldDate, now: Date): boolean {
  return firstMomentOf(knownSpanOf(date)) > now.getTime() + clockToleranceMs
}

const hourMs = 60 * 60_000

/** A bare day begins first where clocks are fourteen hours ahead of UTC. */
function firstMomentOf({ start, isInstant }: DateSpan): number {
  return isInstant ? start : start - 14 * hourMs
}

/** It ends last where they are twelve hours behind; null if it has no end. */
function lastMomentOf({ end, isInstant }: DateSpan): number | null {
  return isInstant || end === null ? end : end + 12 * hourMs
}

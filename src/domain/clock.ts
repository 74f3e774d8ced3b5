/** The clock of the database, beside what it is held against. */
export interface ClockReading {
  /** When this process asked, and when it was answered, by its own clock. */
  readonly askedMs: number
  readonly answeredMs: number
  readonly databaseMs: number
  /** The time of the last event; null while there is none. */
  readonly lastEventMs: number | null
}

/** What is wrong with the clock of the database, by how much. */
export type ClockFault =
  | { readonly kind: 'differs'; readonly ms: number }
  | { readonly kind: 'behind'; readonly ms: number }

/** So far clocks that are right may be apart. */
export const clockToleranceMs = 5 * 60_000

/** How far the database is ahead of this process, less what the way to it may have taken. */
export function clockDifferenceMs({ askedMs, answeredMs, databaseMs }: ClockReading): number {
  if (databaseMs < askedMs) return databaseMs - askedMs
  return Math.max(0, databaseMs - answeredMs)
}

/**
 * Whether the clock may be believed. One that stands before the last event is wrong now, or was wrong
 * then.
 */
export function clockFault(reading: ClockReading): ClockFault | undefined {
  const difference = clockDifferenceMs(reading)
  if (Math.abs(difference) > clockToleranceMs) return { kind: 'differs', ms: difference }
  const behind = (reading.lastEventMs ?? 0) - reading.databaseMs
  return behind > clockToleranceMs ? { kind: 'behind', ms: behind } : undefined
}

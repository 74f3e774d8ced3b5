/** The clock of the database, with what it is compared to. */
export interface ClockReading {
  /** When this process sent the query and got the answer, by its own clock. */
  readonly askedMs: number
  readonly answeredMs: number
  readonly databaseMs: number
  /** The time of the last event; null if there is none. */
  readonly lastEventMs: number | null
}

/** What is wrong with the clock of the database, and by how much. */
export type ClockFault =
  | { readonly kind: 'differs'; readonly ms: number }
  | { readonly kind: 'behind'; readonly ms: number }

/** The difference between clocks that is still considered correct. */
export const clockToleranceMs = 5 * 60_000

/** How far the database is ahead of this process, not counting the round trip. */
export function clockDifferenceMs({ askedMs, answeredMs, databaseMs }: ClockReading): number {
  if (databaseMs < askedMs) return databaseMs - askedMs
  return Math.max(0, databaseMs - answeredMs)
}

/**
 * Whether the clock can be trusted. If it is behind the last event, it is wrong now or was wrong
 * then.
 */
export function clockFault(reading: ClockReading): ClockFault | undefined {
  const difference = clockDifferenceMs(reading)
  if (Math.abs(difference) > clockToleranceMs) return { kind: 'differs', ms: difference }
  const behind = (reading.lastEventMs ?? 0) - reading.databaseMs
  return behind > clockToleranceMs ? { kind: 'behind', ms: behind } : undefined
}

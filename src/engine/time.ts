/**
 * The start of a date of the world in milliseconds since 1970 UTC; null if unknown. An unknown time
 * is neither before nor after any other.
 */
export type Time = number | null

export function isBefore(one: Time, other: Time): boolean {
  return one !== null && other !== null && one < other
}

/** For sorting: early before late, unknown last. */
export function compareTimes(one: Time, other: Time): number {
  if (one === other) return 0
  if (one === null) return 1
  return other === null ? -1 : one - other
}

const hourMs = 3_600_000

/**
 * The time that a card gives as "as of": the last full hour, or the last change shown if that is
 * later. With minutes, every minute would make a new card, and no cache could answer "not
 * modified".
 */
export function asOfHour(now: Date, changes: readonly Date[]): Date {
  const hour = Math.floor(now.getTime() / hourMs) * hourMs
  return new Date(Math.max(hour, ...changes.map((at) => at.getTime())))
}

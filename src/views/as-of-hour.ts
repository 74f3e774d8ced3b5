const hourMs = 3_600_000

/**
 * The time that a card says it is as of: the last full hour, or the last change that it shows. The
 * minute would make a new card of every minute, and no cache could say that nothing has changed.
 */
export function asOfHour(now: Date, changes: readonly Date[]): Date {
  const hour = Math.floor(now.getTime() / hourMs) * hourMs
  return new Date(Math.max(hour, ...changes.map((at) => at.getTime())))
}

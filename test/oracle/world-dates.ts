const dayMs = 24 * 60 * 60 * 1000

/** A date that starts at this instant, at the coarsest possible precision. */
export function worldDate(at: number): string {
  const instant = new Date(at).toISOString()
  if (instant.endsWith('-01-01T00:00:00.000Z')) return instant.slice(0, 'yyyy'.length)
  if (instant.endsWith('-01T00:00:00.000Z')) return instant.slice(0, 'yyyy-mm'.length)
  if (instant.endsWith('T00:00:00.000Z')) return instant.slice(0, 'yyyy-mm-dd'.length)
  return instant
}

/** As an instant: an inclusive bound must not depend on the length of a day. */
export function worldInstant(at: number): string {
  return new Date(at).toISOString()
}

export function dayAfter(at: number): string {
  return worldInstant(at + dayMs)
}

/** An unknown time is neither before nor after anything. */
export function isAfter(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one > other
}

/** For sorting: unknown dates come last. */
export function earliestFirst(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one - other
}

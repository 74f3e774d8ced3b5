import type { PlainDate } from './record.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A date as the API takes it. */
export function worldDate(at: PlainDate): string | null {
  return typeof at === 'number' ? new Date(at).toISOString() : at
}

/** An instant a day after the date begins; some day if nobody knows. */
export function dayAfter(at: PlainDate): string {
  return new Date((startOf(at) ?? 0) + dayMs).toISOString()
}

/** For sorting: by the start in UTC; unknown dates come last. */
export function earliestFirst(one: PlainDate, other: PlainDate): number {
  const [a, b] = [startOf(one), startOf(other)]
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

/** In milliseconds since 1970 UTC. */
function startOf(at: PlainDate): number | null {
  if (typeof at !== 'string') return at
  const [from = ''] = at.split('/')
  return from === '..' ? -Infinity : Date.parse(from)
}

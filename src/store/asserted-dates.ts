import { sql, type RawBuilder } from 'kysely'
import type { DateBound } from '../domain/date-range.ts'

type Condition = RawBuilder<unknown>

/** What lists of claims by time sort by; indexes have it so. What has no date comes last. */
export const assertedOrder = sql`coalesce(claim.asserted_start, '-infinity')`

/** The conditions by which claims are found that were asserted between two bounds. */
export interface AssertedDates {
  /** Of the parts any will do; no claim is in two of them. */
  readonly parts: readonly (readonly Condition[])[]
  /** What nearly all of those found meet, and which the database can estimate. */
  readonly roughly: readonly Condition[]
}

/**
 * A claim is found when its date and what is asked overlap. Where it stands in the order bounds that
 * of most claims, so that an index has them side by side. Longer ones may begin long before, and
 * have an index of their own.
 */
export function assertedBetween(
  from: DateBound | undefined,
  to: DateBound | undefined,
): AssertedDates {
  const exactly = [...(from ? [reachesBeyond(from)] : []), ...(to ? [beginsBefore(to)] : [])]
  const notLater = to ? [sql`${assertedOrder} < ${iso(to.limit)}::timestamptz`] : []
  if (!from) return { parts: [[...notLater, ...exactly]], roughly: notLater }

  const limit = sql`${iso(from.limit)}::timestamptz`
  const near = [sql`${assertedOrder} >= ${limit}`, ...notLater]
  const earlier = [
    sql`upper(claim.asserted_days) - lower(claim.asserted_days) is distinct from 1`,
    sql`${assertedOrder} < ${limit}`,
  ]
  return {
    parts: [
      [...near, ...exactly],
      [...earlier, ...exactly],
    ],
    roughly: near,
  }
}

function reachesBeyond({ day, at }: DateBound): Condition {
  const days = sql`claim.asserted_days && daterange(${day}::date, null)`
  return at === null ? days : byKind(sql`claim.asserted_start >= ${iso(at)}::timestamptz`, days)
}

function beginsBefore({ day, at }: DateBound): Condition {
  const days = sql`claim.asserted_days && daterange(null, ${day}::date, '[]')`
  return at === null ? days : byKind(sql`claim.asserted_start <= ${iso(at)}::timestamptz`, days)
}

/** An instant is compared by its time, a bare date by its days. */
function byKind(instant: Condition, bare: Condition): Condition {
  return sql`case when strpos(claim.asserted_at, 'T') > 0 then ${instant} else ${bare} end`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

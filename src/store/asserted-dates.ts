import { sql, type RawBuilder } from 'kysely'
import type { DateBound } from '../domain/date-range.ts'

type Condition = RawBuilder<unknown>

/** The sort key of lists of claims by date, which is indexed. Undated claims come last. */
export const assertedOrder = sql`coalesce(claim.asserted_start, '-infinity')`

const start = sql`claim.asserted_start`

/** Conditions that select claims asserted between two bounds. */
export interface AssertedDates {
  /** Disjoint alternatives: a claim must match one of them. */
  readonly parts: readonly AssertedPart[]
  /** Conditions that nearly all matches meet, and that the database can estimate. */
  readonly roughly: readonly Condition[]
  /** Those that all matches meet: how late they begin. */
  readonly notLater: readonly Condition[]
}

export interface AssertedPart {
  /** What an index tells. */
  readonly indexed: readonly Condition[]
  /** What the claim itself tells, of nearly all that the index finds. */
  readonly exactly: readonly Condition[]
}

/**
 * A claim matches if its date overlaps the requested range. For most claims the sort key bounds the
 * date, so that an index has the matches side by side. Longer intervals may begin much earlier and
 * have their own index.
 */
export function assertedBetween(
  from: DateBound | undefined,
  to: DateBound | undefined,
): AssertedDates {
  const exactly = [...(from ? [reachesBeyond(from)] : []), ...(to ? [beginsBefore(to)] : [])]
  // Both, because only one of them is in the index of an order.
  const notLater = to
    ? [assertedOrder, start].map((key) => sql`${key} < ${iso(to.limit)}::timestamptz`)
    : []
  if (!from) return { parts: [{ indexed: notLater, exactly }], roughly: notLater, notLater }

  const limit = sql`${iso(from.limit)}::timestamptz`
  const near = [...[assertedOrder, start].map((key) => sql`${key} >= ${limit}`), ...notLater]
  const earlier = [
    sql`upper(claim.asserted_days) - lower(claim.asserted_days) is distinct from 1`,
    sql`${assertedOrder} < ${limit}`,
  ]
  return {
    parts: [
      { indexed: near, exactly },
      { indexed: [...earlier, ...exactly], exactly: [] },
    ],
    roughly: near,
    notLater,
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

/** Instants are compared by time, bare dates by day. */
function byKind(instant: Condition, bare: Condition): Condition {
  return sql`case when strpos(claim.asserted_at, 'T') > 0 then ${instant} else ${bare} end`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

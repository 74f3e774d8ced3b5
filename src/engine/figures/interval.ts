import { compareDecimals, type Decimal } from '../../domain/decimal.ts'

/** An end of an interval; `null` means unbounded. */
export type Bound = { value: Decimal; isExclusive: boolean } | null

export interface Interval {
  low: Bound
  high: Bound
}

/** How two intervals relate. If they share only a single point, they count as apart. */
export type Position = 'equal' | 'within' | 'around' | 'apart' | 'overlapping'

/** How `a` relates to `b`; neither may be empty. */
export function positionOf(a: Interval, b: Interval): Position {
  const lows = compareLows(a.low, b.low)
  const highs = compareHighs(a.high, b.high)
  if (lows === 0 && highs === 0) return 'equal'
  if (lows >= 0 && highs <= 0) return 'within'
  if (lows <= 0 && highs >= 0) return 'around'
  const shared = { low: lows > 0 ? a.low : b.low, high: highs < 0 ? a.high : b.high }
  return isEmpty(shared) || isPoint(shared) ? 'apart' : 'overlapping'
}

export function isEmpty({ low, high }: Interval): boolean {
  if (!low || !high) return false
  const order = compareDecimals(low.value, high.value)
  return order > 0 || (order === 0 && (low.isExclusive || high.isExclusive))
}

/** Whether the interval says nothing because it contains every number. */
export function isUnbounded({ low, high }: Interval): boolean {
  return !low && !high
}

function isPoint({ low, high }: Interval): boolean {
  return low !== null && high !== null && compareDecimals(low.value, high.value) === 0
}

/** An open start comes first; an exclusive bound starts just after the inclusive one. */
function compareLows(a: Bound, b: Bound): number {
  if (!a || !b) return Number(!b) - Number(!a)
  return compareDecimals(a.value, b.value) || Number(a.isExclusive) - Number(b.isExclusive)
}

/** An open end comes last; an exclusive bound ends just before the inclusive one. */
function compareHighs(a: Bound, b: Bound): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return compareDecimals(a.value, b.value) || Number(b.isExclusive) - Number(a.isExclusive)
}

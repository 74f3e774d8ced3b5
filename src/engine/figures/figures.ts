import type { Figure } from '../../domain/figure.ts'
import type { ClaimId, SourceId } from '../../domain/ids.ts'
import {
  formatDecimal,
  parseDecimal,
  plusOne,
  timesTenTo,
  type Decimal,
} from '../../domain/decimal.ts'
import { isEmpty, isUnbounded, positionOf, type Bound, type Interval } from './interval.ts'
import { foldSpelling as fold, readWrittenUnit, type ReadUnit } from './read-unit.ts'
import { compareStarts, type WorldTime } from '../../domain/world-time.ts'

/** What is compared: a claim of kind `figure` and its date; an unknown date counts as last. */
export interface FigureClaim {
  claim: ClaimId
  about: readonly SourceId[]
  assertedAt: WorldTime
  figure: Figure
}

/** A link suggested to an editor; never created automatically. */
export interface FigureProposal {
  relation: 'restates' | 'qualifies' | 'rebuts'
  origin: 'figure_match' | 'figure_conflict'
  from: ClaimId
  to: ClaimId
}

interface Comparable {
  /** Equal for comparable figures, apart from their baselines. */
  readonly key: string
  readonly baseline: string | null
  readonly interval: Interval
}

/**
 * The link that two figures suggest between their claims (rules/2.md §1.9), independent of their
 * order.
 *
 * A restatement and a rebuttal lead from the later claim to the earlier one, a qualification from
 * the narrower figure to the wider. Figures of the same speaker are compared too.
 */
export function compareFigures(a: FigureClaim, b: FigureClaim): FigureProposal | undefined {
  if (a.claim === b.claim) return undefined
  const [one, other] = [normalize(a), normalize(b)]
  if (one.key !== other.key || !isSameBaseline(one.baseline, other.baseline)) return undefined
  if (!saysSomething(one.interval) || !saysSomething(other.interval)) return undefined

  const position = positionOf(one.interval, other.interval)
  if (position === 'overlapping') return undefined
  if (position === 'within') return proposal('qualifies', a, b)
  if (position === 'around') return proposal('qualifies', b, a)
  const relation = position === 'equal' ? 'restates' : 'rebuts'
  return isLater(a, b) ? proposal(relation, a, b) : proposal(relation, b, a)
}

/** The suggestions for every pair of figures, independent of their order. */
export function proposals(figures: readonly FigureClaim[]): FigureProposal[] {
  const comparable = Map.groupBy(figures, (figure) => normalize(figure).key)
  return [...comparable.values()]
    .flatMap((group) =>
      group.flatMap((a, index) => group.slice(index + 1).map((b) => compareFigures(a, b))),
    )
    .filter((found) => found !== undefined)
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
}

/** The version of what `comparisonKey` makes of a figure: keys made by another one are remade. */
export const keyVersion = 2

/** What figures with the same subjects must have in common to be comparable, besides baselines. */
export function comparisonKey(figure: Figure): string {
  const { metric, scope, period, form, unit } = folded(figure)
  return JSON.stringify([metric, scope, period, form, unit])
}

/** Whether two figures measure the same thing, so that they can stand on one scale. */
export function areOnOneScale(a: Figure, b: Figure): boolean {
  return (
    comparisonKey(a) === comparisonKey(b) &&
    isSameBaseline(foldIfAny(a.baseline), foldIfAny(b.baseline))
  )
}

/** Whether its common scale is a share of its baseline, as for a cut by half. */
export function isShareOfBaseline(figure: Figure): boolean {
  return isRelativeChange(figure)
}

/** A figure as it is compared: its words folded, its bounds on the common scale. */
export function normalFigure(figure: Figure): Figure {
  const { low, high } = intervalOf(figure)
  return {
    ...folded(figure),
    low: low && formatDecimal(low.value),
    high: high && formatDecimal(high.value),
  }
}

function normalize({ about, figure }: FigureClaim): Comparable {
  const subjects = JSON.stringify([...new Set(about)].sort())
  return {
    key: `${subjects} ${comparisonKey(figure)}`,
    baseline: foldIfAny(figure.baseline),
    interval: intervalOf(figure),
  }
}

/**
 * Converts a unit as docs/units.md says, and a relative change to the resulting fraction of its baseline: a
 * cut by 25 to 50 % becomes 0.50 to 0.75.
 *
 * A growth rate is compared only with growth rates. It would be a change only if it covered one
 * period from the named baseline, which figures do not record: it may be a yearly average, an
 * annualised quarterly rate, or the level of a metric that is itself a growth.
 */
function intervalOf(figure: Figure): Interval {
  const { low, high, lowExclusive, highExclusive } = figure
  const { power } = unitOf(figure)
  const convert = (text: string): Decimal => {
    const value = timesTenTo(parseDecimal(text), power)
    return isRelativeChange(figure) ? plusOne(value) : value
  }
  const bound = (text: string | null, isExclusive: boolean): Bound =>
    text === null ? null : { value: convert(text), isExclusive }
  return { low: bound(low, lowExclusive), high: bound(high, highExclusive) }
}

function folded(figure: Figure): Figure {
  return {
    ...figure,
    metric: fold(figure.metric),
    form: isRelativeChange(figure) ? 'level' : figure.form,
    unit: unitOf(figure).unit,
    baseline: foldIfAny(figure.baseline),
    period: foldIfAny(figure.period),
    scope: foldIfAny(figure.scope),
  }
}

function unitOf({ unit }: Figure): ReadUnit {
  return readWrittenUnit(unit)
}

function isRelativeChange(figure: Figure): boolean {
  return figure.form === 'change' && unitOf(figure).unit === 'ratio'
}

/** An unspecified baseline matches any; the editor can see the difference. */
function isSameBaseline(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}

function saysSomething(interval: Interval): boolean {
  return !isEmpty(interval) && !isUnbounded(interval)
}

function proposal(
  relation: FigureProposal['relation'],
  from: FigureClaim,
  to: FigureClaim,
): FigureProposal {
  const origin = relation === 'rebuts' ? 'figure_conflict' : 'figure_match'
  return { relation, origin, from: from.claim, to: to.claim }
}

function isLater(a: FigureClaim, b: FigureClaim): boolean {
  return (compareStarts(a.assertedAt, b.assertedAt) || compareText(a.claim, b.claim)) > 0
}

function foldIfAny(text: string | null): string | null {
  return text === null ? null : fold(text)
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}

import { formatDecimal, parseDecimal, timesTenTo } from '../../domain/decimal.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Figure } from '../../domain/figure.ts'
import { areOnOneScale, isShareOfBaseline, normalFigure } from '../../engine/figures/figures.ts'
import { intervalWords } from './interval-words.ts'
import { plain, rangeOf } from './scale-range.ts'

/** Where a figure lies on a scale: from 0, its left end, to 1. An open end has no place. */
export interface Span {
  readonly low: number | null
  readonly high: number | null
}

/** Figures of one thing on one scale. */
export interface FigureScale {
  readonly spans: readonly Span[]
  /** Each figure on the scale, in words. */
  readonly words: readonly string[]
  /** The ends of the scale. */
  readonly ends: readonly [left: string, right: string]
  /** Whether they are shares of a baseline, though some were entered as a change of it. */
  readonly isShare: boolean
  readonly baseline: string | null
}

/** Undefined if they do not measure the same thing, or if nothing can be drawn to scale. */
export function scaleOf(
  figures: readonly Figure[],
  lang: DisplayLanguage,
): FigureScale | undefined {
  const [first] = figures
  if (!first || figures.length < 2) return undefined
  if (figures.some((each) => !areOnOneScale(first, each))) return undefined
  const drawn = figures.map(onScale)
  const bounds = drawn.flatMap(({ low, high }) => [low, high]).filter((each) => each !== null)
  const range = rangeOf(drawn, bounds.map(Number))
  if (!range) return undefined
  const { from, to } = range
  const place = (bound: string | null) =>
    bound === null ? null : (Number(bound) - from) / (to - from)
  const point = (value: number) =>
    intervalWords({ ...level(drawn[0] ?? first), low: plain(value), high: plain(value) }, lang)
  return {
    spans: drawn.map(({ low, high }) => ({ low: place(low), high: place(high) })),
    words: drawn.map((each) => intervalWords(each, lang)),
    ends: [point(from), point(to)],
    isShare: figures.some(isShareOfBaseline),
    baseline: figures.find(({ baseline }) => baseline !== null)?.baseline ?? null,
  }
}

/** On the common scale; shares in percent, as readers know them. */
function onScale(figure: Figure): Figure {
  const normal = normalFigure(figure)
  if (normal.unit !== 'ratio') return normal
  return { ...normal, unit: '%', low: inPercent(normal.low), high: inPercent(normal.high) }
}

function inPercent(bound: string | null): string | null {
  return bound && formatDecimal(timesTenTo(parseDecimal(bound), 2))
}

/** A point on the scale is not itself a change, so it has no sign of a rise. */
function level(figure: Figure): Figure {
  return { ...figure, form: 'level', lowExclusive: false, highExclusive: false }
}

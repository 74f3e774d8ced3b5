import type { Figure } from '../../domain/figure.ts'
import { withoutEnd } from '../../domain/without-end.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** How far numbers may be from each other so that the scale still begins at nought. */
const fromNought = 0.6

/**
 * Where a scale begins and ends: at round numbers around all bounds, at nought if that is not far,
 * with room where a figure has no bound. Undefined if the numbers cannot be drawn.
 */
export function rangeOf(
  figures: readonly Pick<Figure, 'low' | 'high' | 'unit'>[],
  bounds: readonly number[],
): Range | undefined {
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)]
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined
  if (figures.every(({ unit }) => unit === '%') && low >= 0 && high <= 100)
    return { from: 0, to: 100 }
  const isOpenBelow = figures.some((each) => each.low === null)
  const isOpenAbove = figures.some((each) => each.high === null)
  const isFromNought = low >= 0 && (low <= high * fromNought || isOpenBelow)
  const step = roundStep((high - (isFromNought ? 0 : low) || Math.abs(high) || 1) / 4)
  const from = isFromNought ? 0 : Math.floor(low / step - (isOpenBelow ? 0.5 : 0)) * step
  const to = Math.ceil(high / step + (isOpenAbove ? 0.5 : 0)) * step
  return Number.isFinite(to - from) && plain(from) !== plain(to) ? { from, to } : undefined
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5].find((each) => rough <= each * power * 1.001) ?? 10
  return factor * power
}

/** A round number in plain notation; a float may be off in its last digits. */
export function plain(value: number): string {
  if (Math.abs(value) >= 1e15) return BigInt(Math.round(value)).toString()
  const rounded = Number(value.toPrecision(12))
  const digits = withoutEnd(withoutEnd(rounded.toFixed(12), /0/), /\./)
  return digits === '-0' ? '0' : digits
}

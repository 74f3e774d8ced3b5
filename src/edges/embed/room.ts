/** Widths of columns for which the room is exact, in pixels. In narrower ones it errs high. */
const narrowest = 280
const widest = 900
const tooNarrow = 200

type HeightAt = (width: number) => number

/** Percentages are of the width of the column in a padding, `cqw` of the container around. */
type WidthUnit = '%' | 'cqw'

/**
 * The room that a card needs at the width of its column, as a length of CSS. It falls where a card
 * falls, which is where lines get fewer: below 412 pixels, `min(518px,412e4px - 1e6%)` is 518 pixels,
 * from there on nothing.
 */
export function roomFor(heightAt: HeightAt, unit: WidthUnit, upTo = widest): string {
  const from = Math.min(narrowest, upTo)
  const below = (width: number) => `${width}e4px - 1e6${unit}`
  const steps = changes(heightAt, from, upTo).map(
    (width) => `min(${heightAt(width - 1)}px,${below(width)})`,
  )
  const { offset, percent } = lineAbove(heightAt, Math.min(tooNarrow, from), from)
  const narrow = `min(${offset}px - ${percent}${unit},${below(from)})`
  return `max(${[`${heightAt(upTo)}px`, ...steps.toReversed(), narrow].join(',')})`
}

/** A height that is not too little in any usual column, however narrow, in pixels. */
export function enoughFor(heightAt: HeightAt, upTo = widest): number {
  return heightAt(Math.min(narrowest, upTo))
}

/** Between widths that differ by this much, a card that is as high at both has no other height. */
const sameBetween = 20

/** Widths from which on a card has another height than one pixel before. */
function changes(heightAt: HeightAt, from: number, to: number): readonly number[] {
  const isSame = heightAt(from) === heightAt(to)
  if (isSame && to - from <= sameBetween) return []
  if (to - from <= 1) return [to]
  const middle = Math.floor((from + to) / 2)
  return [...changes(heightAt, from, middle), ...changes(heightAt, middle, to)]
}

const stepPx = 5

/**
 * A line that is nowhere below the heights between two widths. A card gets no higher where it gets
 * wider, so the height at the start of a step is the most that it has in it.
 */
function lineAbove(
  heightAt: HeightAt,
  from: number,
  to: number,
): { readonly offset: number; readonly percent: number } {
  const percent = Math.round(((heightAt(from) - heightAt(to)) / Math.max(1, to - from)) * 100)
  const offsets = Array.from({ length: Math.ceil((to - from) / stepPx) }, (_, step) => {
    const start = from + step * stepPx
    return heightAt(start) + ((start + stepPx) * percent) / 100
  })
  return { offset: Math.ceil(Math.max(heightAt(to), ...offsets)), percent }
}

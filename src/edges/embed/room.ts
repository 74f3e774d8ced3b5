/** Widths between which the height of a card falls almost straight, and how closely it is looked at. */
const corners = [
  { at: 280, stepPx: 5 },
  { at: 340, stepPx: 5 },
  { at: 420, stepPx: 10 },
  { at: 520, stepPx: 10 },
  { at: 680, stepPx: 20 },
]
const widest = 900

type HeightAt = (width: number) => number

/**
 * The room that a card needs at the width of its column, as a length of CSS in which percentages are
 * of that width, as in a padding. It is never too little from 280 pixels on.
 */
export function roomFor(heightAt: HeightAt): string {
  const lines = linesAbove(heightAt, widest, 1)
  const lengths = lines.map(({ offset, percent }) => `calc(${offset}px - ${percent}%)`)
  return `max(${[`${heightAt(widest)}px`, ...lengths].join(', ')})`
}

/** What a page of a telephone leaves free beside its text. */
const marginsPx = 48

/**
 * The height of a frame with a given width, which gets narrower only where the screen is: on
 * telephones. As a length of CSS.
 */
export function heightOnScreens(heightAt: HeightAt, width: number): string {
  const lines = linesAbove(heightAt, width, 2)
  const lengths = lines.map(({ offset, percent }) => {
    const beside = Math.ceil(offset + (percent * marginsPx) / 100)
    return `calc(${beside}px - ${percent}vw)`
  })
  return `max(${[`${heightAt(width)}px`, ...lengths].join(', ')})`
}

interface Line {
  readonly offset: number
  /** By how much it falls, in percent of the width. */
  readonly percent: number
}

/**
 * @param widest up to which width
 * @param coarseness how many times longer the steps are
 */
function linesAbove(heightAt: HeightAt, widest: number, coarseness: number): readonly Line[] {
  return corners
    .filter(({ at }) => at < widest)
    .map(({ at, stepPx }, index) => {
      const to = Math.min(corners[index + 1]?.at ?? widest, widest)
      return lineAbove(heightAt, at, to, stepPx * coarseness)
    })
}

/**
 * A line that is nowhere below the heights between two widths. A card gets no higher where it gets
 * wider, so the height at the start of a step is the most that it has in it.
 */
function lineAbove(heightAt: HeightAt, from: number, to: number, stepPx: number): Line {
  const percent = Math.max(0, Math.round(((heightAt(from) - heightAt(to)) / (to - from)) * 100))
  const offsets = Array.from({ length: Math.ceil((to - from) / stepPx) }, (_, step) => {
    const start = from + step * stepPx
    return heightAt(start) + ((start + stepPx) * percent) / 100
  })
  return { offset: Math.ceil(Math.max(...offsets)), percent }
}

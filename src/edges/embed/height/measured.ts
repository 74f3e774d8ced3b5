import type { Box } from './boxes.ts'
import { advancesOf, type Unit } from './line-text.ts'

/** A text in a row, as if it were on one line. */
export interface TextParts {
  readonly units: readonly Unit[]
  /** Where another element begins or ends, and so a part that browsers measure by itself. */
  readonly pieces: readonly number[]
  /** Which piece each unit is in. */
  readonly pieceAt: Uint32Array
  /** Where each unit starts, without the widths of boxes. */
  readonly starts: readonly number[]
  /** How much narrower or wider a unit is because of the next one, which a line that it ends loses. */
  readonly shared: readonly number[]
}

export function partsOf(units: readonly Unit[]): TextParts {
  const advances = advancesOf(units)
  const pieces = units.flatMap(({ styles }, at) => (styles === units[at - 1]?.styles ? [] : [at]))
  const pieceAt = new Uint32Array(units.length)
  for (const [nth, from] of pieces.entries()) pieceAt.fill(nth, from, pieces[nth + 1])
  let sum = 0
  return {
    units,
    pieces,
    pieceAt,
    starts: [0, ...advances.map(({ width, shared }) => (sum += width + shared))],
    shared: advances.map(({ shared }) => shared),
  }
}

/** How wide any part of a text is on a line. */
export interface Measured {
  readonly widthOf: (start: number, end: number) => number
  /** The first unit of each piece in it; all units of a piece have the same styles. */
  readonly firstsOf: (start: number, end: number) => readonly Unit[]
}

/** @param boxes the boxes in the text, with their widths */
export function measured(
  { units, pieces, pieceAt, starts: bare, shared }: TextParts,
  boxes: ReadonlyMap<Box, { readonly width: number }>,
): Measured {
  const starts = boxes.size === 0 ? bare : startsWithBoxes()
  /** How wide all pieces before each one are together. */
  const before = [0]
  for (const [nth, from] of pieces.entries())
    before.push((before[nth] ?? 0) + rounded(from, pieces[nth + 1] ?? units.length, 0))
  return { widthOf, firstsOf }

  function widthOf(start: number, end: number): number {
    if (end <= start) return 0
    const [first, last] = [pieceAt[start] ?? 0, pieceAt[end - 1] ?? 0]
    const lost = shared[end - 1] ?? 0
    if (first === last) return rounded(start, end, lost)
    const whole = (before[last] ?? 0) - (before[first + 1] ?? 0)
    return (
      rounded(start, pieces[first + 1] ?? end, 0) +
      whole +
      rounded(pieces[last] ?? start, end, lost)
    )
  }

  function firstsOf(start: number, end: number): readonly Unit[] {
    const firsts: Unit[] = []
    for (let at = start; at < end; at = pieces[(pieceAt[at] ?? 0) + 1] ?? end) {
      const unit = units[at]
      if (unit) firsts.push(unit)
    }
    return firsts
  }

  /** Chromium rounds each piece of a line up, and boxes down. Sums are not exact to the last digit. */
  function rounded(start: number, end: number, lost: number): number {
    const width = ((starts[end] ?? 0) - (starts[start] ?? 0) - lost) * steps
    return (units[start]?.box ? Math.floor(width) : Math.ceil(width - 0.001)) / steps
  }

  function startsWithBoxes(): readonly number[] {
    let wide = 0
    return bare.map((start, at) => {
      const box = units[at - 1]?.box
      return start + (wide += (box && boxes.get(box)?.width) ?? 0)
    })
  }
}

/** Browsers count in 64ths of a pixel. */
const steps = 64

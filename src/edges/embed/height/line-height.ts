import type { Box } from './boxes.ts'
import { faceFor } from './fonts.ts'
import type { Unit } from './line-text.ts'
import type { Style } from './style.ts'

/** How far something reaches above and below the base line of a line. */
export interface Extent {
  readonly above: number
  readonly below: number
}

/**
 * The height of a line: every element in it takes the room of its own line height, on one base line.
 */
export function lineHeightOf(
  own: Style,
  units: readonly Unit[],
  extentOf: (box: Box) => Extent,
): Extent {
  const styles = new Set([own, ...units.flatMap(({ styles }) => styles)])
  const boxes = units.flatMap(({ box }) => (box ? [extentOf(box)] : []))
  const extents = [...[...styles].map(extentOfText), ...boxes]
  return {
    above: Math.max(...extents.map(({ above }) => above)),
    below: Math.max(...extents.map(({ below }) => below)),
  }
}

/** Chromium rounds what a font reaches up and down, and the room above it. */
function extentOfText(style: Style): Extent {
  const { fontSize, lineHeight } = style
  const face = faceFor(style)
  const ascent = Math.round(face.ascent * fontSize)
  const descent = Math.round(face.descent * fontSize)
  const height = Math.floor(fontSize * lineHeight * 64) / 64
  const above = ascent + Math.floor((height - ascent - descent) / 2)
  return { above, below: height - above }
}

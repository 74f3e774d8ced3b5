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
  const around = new Set(units.map(({ styles }) => styles))
  const styles = new Set([own, ...[...around].flat()])
  const boxes = units.flatMap(({ box }) => (box ? [extentOf(box)] : []))
  const all = [...[...styles].map(extentOfText), ...boxes]
  return {
    above: Math.max(...all.map(({ above }) => above)),
    below: Math.max(...all.map(({ below }) => below)),
  }
}

const extents = new WeakMap<Style, Extent>()

function extentOfText(style: Style): Extent {
  const extent = extents.get(style) ?? computedExtent(style)
  extents.set(style, extent)
  return extent
}

/** Chromium rounds what a font reaches up and down, and the room above it. */
function computedExtent(style: Style): Extent {
  const { fontSize, lineHeight } = style
  const face = faceFor(style)
  const ascent = Math.round(face.ascent * fontSize)
  const descent = Math.round(face.descent * fontSize)
  const height = Math.floor(fontSize * lineHeight * 64) / 64
  const above = ascent + Math.floor((height - ascent - descent) / 2)
  return { above, below: height - above }
}

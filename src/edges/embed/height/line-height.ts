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
 *
 * @param firsts the first unit of each piece; all units of a piece have the same styles
 */
export function lineHeightOf(
  own: Style,
  firsts: readonly Unit[],
  extentOf: (box: Box) => Extent,
): Extent {
  let { above, below } = extentOfText(own)
  for (const { styles, box } of firsts)
    for (const extent of [extentOfTexts(styles), ...(box ? [extentOf(box)] : [])]) {
      above = Math.max(above, extent.above)
      below = Math.max(below, extent.below)
    }
  return { above, below }
}

const extentsAround = new WeakMap<readonly Style[], Extent>()

function extentOfTexts(styles: readonly Style[]): Extent {
  const known = extentsAround.get(styles)
  if (known) return known
  const all = styles.map(extentOfText)
  const extent = {
    above: Math.max(...all.map(({ above }) => above)),
    below: Math.max(...all.map(({ below }) => below)),
  }
  extentsAround.set(styles, extent)
  return extent
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

import type { Box, Paragraph } from './boxes.ts'
import { lineBreaks } from './line-breaks.ts'
import { lineHeightOf, type Extent } from './line-height.ts'
import { advancesOf, unitsOf, type Advance, type Unit } from './line-text.ts'
import type { Style } from './style.ts'

/** A paragraph broken into lines. */
export interface Lines {
  readonly height: number
  /** The width of its longest line. */
  readonly width: number
  /** How far its last line reaches below its base line. */
  readonly below: number
}

/** Layout of the boxes that stand in lines. */
export type BoxLayout = (box: Box, available: number) => Extent & { readonly width: number }

/** Breaks a paragraph into lines as browsers do: each takes as many words as it has room for. */
export function linesOf(
  paragraph: Paragraph,
  own: Style,
  available: number,
  layout: BoxLayout,
): Lines {
  const text = textOf(paragraph, own)
  const { units, advances, breaks, pieces, newlines } = text
  const starts = startsOf()
  /** How many places to break the lines so far have passed. */
  let passed = 0
  let height = 0
  let width = 0
  let below = 0
  for (let start = 0; start < units.length;) {
    const end = lineEnd(start)
    const last = trimmed(start, end)
    const extent = lineHeightOf(own, firstOfPieces(start, last), (box) => layout(box, available))
    height += extent.above + extent.below
    below = extent.below
    width = Math.max(width, widthOf(start, last))
    start = units[end]?.character === '\n' ? end + 1 : end
  }
  return { height, width, below }

  /** With the widths of boxes, which depend on the line. */
  function startsOf(): readonly number[] {
    if (!units.some(({ box }) => box)) return text.starts
    let boxes = 0
    return text.starts.map((start, at) => {
      const box = units[at - 1]?.box
      return start + (boxes += box ? layout(box, available).width : 0)
    })
  }

  /** All units of a piece have the same styles. */
  function firstOfPieces(start: number, end: number): readonly Unit[] {
    const firsts = [start, ...pieces.filter((at) => at > start)].filter((at) => at < end)
    return firsts.flatMap((at) => units[at] ?? [])
  }

  function lineEnd(start: number): number {
    const stop = newlines.find((at) => at >= start) ?? units.length
    while ((breaks[passed] ?? stop) <= start && passed < breaks.length) passed++
    let end: number | undefined
    for (let next = passed; ; next++) {
      const each = Math.min(breaks[next] ?? stop, stop)
      if (widthOf(start, trimmed(start, each)) > available + tolerance)
        return end ?? brokenAnywhere(start, each) ?? each
      if (each === stop) return stop
      end = each
    }
  }

  /** Where a word that is longer than a line is broken, if it may be. */
  function brokenAnywhere(start: number, wordEnd: number): number | undefined {
    if (!units[start]?.style.isBrokenAnywhere || units[start].style.whiteSpace === 'nowrap')
      return undefined
    let end = start + 1
    while (end < wordEnd && widthOf(start, end + 1) <= available + tolerance) end++
    return end
  }

  /** The end of a line without the space after it. */
  function trimmed(start: number, end: number): number {
    return end > start && units[end - 1]?.character === ' ' ? end - 1 : end
  }

  /** Chromium rounds each piece of a line up. */
  function widthOf(start: number, end: number): number {
    const inner = pieces.filter((at) => at > start && at < end)
    const ends = end > start ? [...inner, end] : []
    return ends.reduce((sum, to, index) => {
      const from = inner[index - 1] ?? start
      const shared = to === end ? (advances[end - 1]?.shared ?? 0) : 0
      const width = (starts[to] ?? 0) - (starts[from] ?? 0) - shared
      return sum + (units[from]?.box ? Math.floor(width * steps) / steps : roundedUp(width))
    }, 0)
  }
}

/** Browsers count in 64ths of a pixel, and let a line be one of them too long. */
const steps = 64
const tolerance = 1 / steps

/** Sums are not exact to the last digit. */
function roundedUp(width: number): number {
  return Math.ceil(width * steps - 0.001) / steps
}

/** What of a paragraph does not depend on the width of its lines. */
interface Text {
  readonly units: readonly Unit[]
  readonly advances: readonly Advance[]
  /** Where each unit starts, if all were on one line without boxes. */
  readonly starts: readonly number[]
  readonly breaks: readonly number[]
  /** Where another element begins or ends. */
  readonly pieces: readonly number[]
  readonly newlines: readonly number[]
}

const texts = new WeakMap<Paragraph, Text>()

function textOf(paragraph: Paragraph, own: Style): Text {
  const known = texts.get(paragraph)
  if (known) return known
  const units = unitsOf(paragraph.inlines, own)
  const pieces = units.flatMap(({ styles }, at) => (styles === units[at - 1]?.styles ? [] : [at]))
  const newlines = units.flatMap(({ character }, at) => (character === '\n' ? [at] : []))
  const advances = advancesOf(units)
  let sum = 0
  const starts = [0, ...advances.map(({ width, shared }) => (sum += width + shared))]
  const text = { units, advances, starts, breaks: breaksOf(units), pieces, newlines }
  texts.set(paragraph, text)
  return text
}

function breaksOf(units: readonly Unit[]): readonly number[] {
  const text = units.map(({ character }) => character).join('')
  return lineBreaks(text, (at) => units[at]?.style.isKeptTogether === true).filter(
    (at) => units[at - 1]?.style.whiteSpace !== 'nowrap',
  )
}

import type { Box, Paragraph } from './boxes.ts'
import { lineBreaks } from './line-breaks.ts'
import { lineHeightOf, type Extent } from './line-height.ts'
import { unitsOf, type Unit } from './line-text.ts'
import { measured, partsOf, type Measured, type TextParts } from './measured.ts'
import { ByWidth, common, everywhere, type Range } from './ranges.ts'
import type { Style } from './style.ts'

/** A paragraph broken into lines. */
export interface Lines {
  readonly height: number
  /** The width of its longest line. */
  readonly width: number
  /** How far its last line reaches below its base line. */
  readonly below: number
  /** The widths available for which all of this is the same. */
  readonly range: Range
}

/** Layout of the boxes that stand in lines. */
export type BoxLayout = (box: Box, available: number) => BoxInLine

interface BoxInLine extends Extent {
  readonly width: number
  /** The widths available for which all of this is the same. */
  readonly range: Range
}

/** Breaks a paragraph into lines as browsers do: each takes as many words as it has room for. */
export function linesOf(
  paragraph: Paragraph,
  own: Style,
  available: number,
  layout: BoxLayout,
): Lines {
  const text = textOf(paragraph, own)
  return text.lines.at(available, (width) => brokenInto(text, own, width, layout))
}

function brokenInto(text: Text, own: Style, available: number, layout: BoxLayout): Lines {
  const { units, breaks, newlines } = text
  const boxes = new Map(text.boxes.map((box) => [box, layout(box, available)]))
  const { widthOf, firstsOf } = boxes.size === 0 ? text.plain : measured(text, boxes)
  const extents = (box: Box) => boxes.get(box) ?? { above: 0, below: 0 }
  /** What has room must still have some, and what has none must not have any. */
  let { from, to } = [...boxes.values()].map(({ range }) => range).reduce(common, everywhere)
  /** How many places to break the lines so far have passed. */
  let passed = 0
  let height = 0
  let width = 0
  let below = 0
  for (let start = 0; start < units.length;) {
    const end = lineEnd(start)
    const last = trimmed(start, end)
    const extent = lineHeightOf(own, firstsOf(start, last), extents)
    height += extent.above + extent.below
    below = extent.below
    width = Math.max(width, widthOf(start, last))
    start = units[end]?.character === '\n' ? end + 1 : end
  }
  return { height, width, below, range: { from, to } }

  function lineEnd(start: number): number {
    const stop = newlines.find((at) => at >= start) ?? units.length
    while ((breaks[passed] ?? stop) <= start && passed < breaks.length) passed++
    let end: number | undefined
    for (let next = passed; ; next++) {
      const each = Math.min(breaks[next] ?? stop, stop)
      if (!fits(start, trimmed(start, each))) return end ?? brokenAnywhere(start, each) ?? each
      if (each === stop) return stop
      end = each
    }
  }

  /** Where a word that is longer than a line is broken, if it may be. */
  function brokenAnywhere(start: number, wordEnd: number): number | undefined {
    if (!units[start]?.style.isBrokenAnywhere || units[start].style.whiteSpace === 'nowrap')
      return undefined
    let end = start + 1
    while (end < wordEnd && fits(start, end + 1)) end++
    return end
  }

  function fits(start: number, end: number): boolean {
    const least = widthOf(start, end) - tolerance
    if (least <= available) from = Math.max(from, least)
    else to = Math.min(to, least)
    return least <= available
  }

  /** The end of a line without the space after it. */
  function trimmed(start: number, end: number): number {
    return end > start && units[end - 1]?.character === ' ' ? end - 1 : end
  }
}

/** Browsers count in 64ths of a pixel, and let a line be one of them too long. */
const tolerance = 1 / 64

/** What of a paragraph does not depend on the width of its lines. */
interface Text extends TextParts {
  readonly plain: Measured
  readonly boxes: readonly Box[]
  readonly breaks: readonly number[]
  readonly newlines: readonly number[]
  readonly lines: ByWidth<Lines>
}

const texts = new WeakMap<Paragraph, Text>()

function textOf(paragraph: Paragraph, own: Style): Text {
  const known = texts.get(paragraph)
  if (known) return known
  const units = unitsOf(paragraph.inlines, own)
  const parts = partsOf(units)
  const text = {
    ...parts,
    plain: measured(parts, new Map()),
    boxes: units.flatMap(({ box }) => box ?? []),
    breaks: breaksOf(units),
    newlines: units.flatMap(({ character }, at) => (character === '\n' ? [at] : [])),
    lines: new ByWidth<Lines>(),
  }
  texts.set(paragraph, text)
  return text
}

function breaksOf(units: readonly Unit[]): readonly number[] {
  const text = units.map(({ character }) => character).join('')
  return lineBreaks(text, (at) => units[at]?.style.isKeptTogether === true).filter(
    (at) => units[at - 1]?.style.whiteSpace !== 'nowrap',
  )
}

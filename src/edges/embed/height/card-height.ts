import { DomUtils, parseDocument } from 'htmlparser2'
import { boxOf, type Box } from './boxes.ts'
import { linesOf, type BoxLayout, type Lines } from './paragraph.ts'
import { ByWidth, common, everywhere, shifted, type Range } from './ranges.ts'
import { initialStyle } from './style.ts'
import { StyleSheet } from './style-sheet.ts'

/**
 * How high a document is at a width, in pixels, computed from its words and its style sheet. How wide
 * words are is in a table of widths, which were measured with the widest of the usual fonts
 * (`npm run fonts`). Nothing is drawn.
 *
 * @param html a card: blocks of text, without tables, columns or anything that floats
 * @returns a function that computes each height once
 */
export function heightsOf(html: string, style: string): (width: number) => number {
  const known = new Map<number, number>()
  // For several widths in a row; kept with every card, it would take more memory than the cards.
  let last: WeakRef<Box> | undefined
  return (width) => {
    const height = known.get(width) ?? stacked(root(), width).height
    known.set(width, height)
    return height
  }

  function root(): Box {
    const box = last?.deref() ?? rootOf(html, style)
    last = new WeakRef(box)
    return box
  }
}

function rootOf(html: string, style: string): Box {
  const root = DomUtils.findOne(({ name }) => name === 'html', parseDocument(html).children)
  if (!root) throw new Error('This is not a document.')
  return boxOf(root, initialStyle, sheetOf(style))
}

const sheets = new Map<string, StyleSheet>()

function sheetOf(style: string): StyleSheet {
  const sheet = sheets.get(style) ?? new StyleSheet(style)
  sheets.set(style, sheet)
  return sheet
}

/** A box with its content, and the margins around it that collapse with those of others. */
interface Stacked {
  readonly before: number
  readonly height: number
  readonly after: number
  /** The width of its longest line, with its border and padding. */
  readonly width: number
  readonly below: number
  /** The widths available for which all of this is the same. */
  readonly range: Range
}

const known = new WeakMap<Box, ByWidth<Stacked>>()

function stacked(box: Box, available: number): Stacked {
  const byWidth = known.get(box) ?? new ByWidth<Stacked>()
  known.set(box, byWidth)
  return byWidth.at(available, (width) => stackedAt(box, width))
}

function stackedAt({ style, content }: Box, available: number): Stacked {
  const { edge, margin } = style
  const beside = edge.left + edge.right + margin.left + margin.right
  const inner = available - beside
  let range = everywhere
  let before = margin.top
  let height = 0
  let pending: number | undefined = edge.top > 0 ? 0 : undefined
  let width = 0
  let below = 0
  for (const each of content) {
    const part =
      'inlines' in each ? asStacked(linesOf(each, style, inner, layout)) : stacked(each, inner)
    range = common(range, part.range)
    if (part.height === 0) {
      pending = Math.max(pending ?? 0, part.before, part.after)
      continue
    }
    if (pending === undefined) before = Math.max(before, part.before)
    else height += Math.max(pending, part.before)
    height += part.height
    pending = part.after
    width = Math.max(width, part.width)
    below = part.below
  }
  const end = pending ?? 0
  const isOpen = edge.bottom === 0 && style.height === undefined
  height = style.height ?? edge.top + height + edge.bottom + (isOpen ? 0 : end)
  return {
    before,
    height,
    after: isOpen ? Math.max(margin.bottom, end) : margin.bottom,
    width: width + edge.left + edge.right,
    below: below + edge.bottom,
    range: shifted(range, beside),
  }
}

function asStacked({ height, width, below, range }: Lines): Stacked {
  return { before: 0, after: 0, height, width, below, range }
}

/** A box in a line is as wide as its content, if there is room. */
const layout: BoxLayout = (box, available) => {
  const { width: fixed, height: fixedHeight, raised, margin } = box.style
  if (fixed !== undefined && fixedHeight !== undefined)
    return { width: fixed, above: fixedHeight + raised, below: -raised, range: everywhere }
  const beside = margin.left + margin.right
  const room = available - beside
  const free = stacked(box, Infinity)
  const isFree = free.width + beside <= available
  const { width, height, below, range } = isFree ? free : stacked(box, room)
  const onlyHere = { from: available, to: available }
  const narrow =
    width > room
      ? onlyHere
      : common(shifted(range, beside), { from: -Infinity, to: free.width + beside })
  return {
    width: Math.min(width, room) + beside,
    above: height - below + margin.top,
    below: below + margin.bottom,
    range: isFree ? { from: free.width + beside, to: Infinity } : narrow,
  }
}

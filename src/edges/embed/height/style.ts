import type { FaceName } from './fonts.ts'
import type { Declarations } from './style-sheet.ts'

const sides = ['top', 'right', 'bottom', 'left'] as const
type Side = (typeof sides)[number]
type Sides = Readonly<Record<Side, number>>

/** The computed style of an element: what its size depends on, in pixels. */
export interface Style extends FaceName {
  readonly display: string
  readonly fontSize: number
  readonly lineHeight: number
  readonly letterSpacing: number
  readonly isKeptTogether: boolean
  readonly isBrokenAnywhere: boolean
  readonly whiteSpace: string
  readonly margin: Sides
  /** Border and padding. */
  readonly edge: Sides
  /** For pictures in a line. */
  readonly width: number | undefined
  readonly height: number | undefined
  /** Of the bottom of a picture above the base line. */
  readonly raised: number
}

const rem = 16
const none: Sides = { top: 0, right: 0, bottom: 0, left: 0 }

/** The style that everything inherits from. */
export const initialStyle: Style = {
  display: 'inline',
  family: 'serif',
  isBold: false,
  isItalic: false,
  fontSize: rem,
  lineHeight: 1.2,
  letterSpacing: 0,
  isKeptTogether: false,
  isBrokenAnywhere: false,
  whiteSpace: 'normal',
  margin: none,
  edge: none,
  width: undefined,
  height: undefined,
  raised: 0,
}

const notInherited = {
  display: 'inline',
  margin: none,
  padding: none,
  border: none,
  width: undefined,
  height: undefined,
  raised: 0,
}

/** While declarations are applied, padding and border are apart. */
type Draft = { -readonly [K in keyof Style]: Style[K] } & {
  padding: Sides
  border: Sides
}

const known = new WeakMap<Style, Map<Declarations, Style>>()

/** The same style for the same declarations within the same style. */
export function styleOf(declarations: Declarations, parent: Style): Style {
  const within = known.get(parent) ?? new Map<Declarations, Style>()
  known.set(parent, within)
  const style = within.get(declarations) ?? computedStyle(declarations, parent)
  within.set(declarations, style)
  return style
}

function computedStyle(declarations: Declarations, parent: Style): Style {
  const draft: Draft = {
    ...parent,
    ...notInherited,
  }
  // Lengths are in parts of the font size, wherever that is declared.
  for (const [property, value] of declarations)
    if (property === 'font' || property === 'font-size') apply(draft, parent, property, value)
  for (const [property, value] of declarations) apply(draft, parent, property, value)
  const { padding, border, ...style } = draft
  return {
    ...style,
    edge: mapSides((side) => padding[side] + border[side]),
  }
}

function apply(draft: Draft, parent: Style, property: string, value: string): void {
  const px = (length: string) => pixels(length, draft.fontSize) ?? 0
  switch (property) {
    case 'display':
      draft.display = value
      break
    case 'font':
      applyFont(draft, parent, value)
      break
    case 'font-size':
      draft.fontSize = sizeOf(value, parent.fontSize)
      break
    case 'font-family':
      draft.family = familyOf(value)
      break
    case 'font-weight':
      draft.isBold = isBold(value)
      break
    case 'font-style':
      draft.isItalic = value === 'italic'
      break
    case 'line-height':
      draft.lineHeight = Number(value)
      break
    case 'letter-spacing':
      draft.letterSpacing = px(value)
      break
    case 'word-break':
      draft.isKeptTogether = value === 'keep-all'
      break
    case 'overflow-wrap':
      draft.isBrokenAnywhere = value !== 'normal'
      break
    case 'white-space':
      draft.whiteSpace = value
      break
    case 'vertical-align':
      draft.raised = px(value)
      break
    case 'width':
    case 'height':
      draft[property] = pixels(value, draft.fontSize)
      break
    default:
      applySides(draft, property, value, px)
  }
}

const sideNames: Readonly<Record<string, readonly Side[]>> = {
  top: ['top'],
  right: ['right'],
  bottom: ['bottom'],
  left: ['left'],
  'inline-start': ['left'],
  'inline-end': ['right'],
  'block-start': ['top'],
  'block-end': ['bottom'],
  inline: ['left', 'right'],
  block: ['top', 'bottom'],
}

function applySides(
  draft: Draft,
  property: string,
  value: string,
  px: (length: string) => number,
): void {
  const [, name, side] =
    /^(margin|padding|border)(?:-(top|right|bottom|left|(?:inline|block)(?:-(?:start|end))?))?(?:-width)?$/.exec(
      property,
    ) ?? []
  if (name !== 'margin' && name !== 'padding' && name !== 'border') return
  const lengths = value.split(/\s+/).map(px)
  const [first = 0, second = first, third = first, fourth = second] = lengths
  if (side === undefined)
    draft[name] =
      name === 'border'
        ? mapSides(() => first)
        : { top: first, right: second, bottom: third, left: fourth }
  else
    draft[name] = {
      ...draft[name],
      ...Object.fromEntries((sideNames[side] ?? []).map((each) => [each, first])),
    }
}

function mapSides(lengthOf: (side: Side) => number): Sides {
  return {
    top: lengthOf('top'),
    right: lengthOf('right'),
    bottom: lengthOf('bottom'),
    left: lengthOf('left'),
  }
}

/** `italic 600 1.25rem/1.4 Georgia, serif` */
function applyFont(draft: Draft, parent: Style, value: string): void {
  const [, before = '', size = '', lineHeight = 'normal', family = ''] =
    /^(.*?)([\d.]+(?:rem|em|px))(?:\/([\d.]+))?\s+(.*)$/.exec(value) ?? []
  draft.isBold = before.split(' ').some(isBold)
  draft.isItalic = before.includes('italic')
  draft.fontSize = sizeOf(size, parent.fontSize)
  draft.lineHeight = lineHeight === 'normal' ? initialStyle.lineHeight : Number(lineHeight)
  draft.family = familyOf(family)
}

/** Without a font of another weight, browsers take the bold one from 600 on. */
function isBold(weight: string): boolean {
  return weight === 'bold' || Number(weight) >= 600
}

function familyOf(families: string): FaceName['family'] {
  return /(^|[\s,])serif$/.test(families) ? 'serif' : 'sans'
}

function sizeOf(value: string, parent: number): number {
  return value === 'smaller' ? parent / 1.2 : (pixels(value, parent) ?? parent)
}

function pixels(length: string, em: number): number | undefined {
  const [, amount, unit] = /^(-?[\d.]+)(rem|em|px)?$/.exec(length) ?? []
  if (amount === undefined) return undefined
  return Number(amount) * (unit === 'rem' ? rem : unit === 'em' ? em : 1)
}

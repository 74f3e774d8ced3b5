import { type Box, type Inline } from './boxes.ts'
import { faceFor, type Face } from './fonts.ts'
import { isLamAlef, joinsOf } from './joining.ts'
import { boxCharacter } from './line-breaks.ts'
import type { Style } from './style.ts'

/** A character of a paragraph, or a box that stands in the line as one. */
export interface Unit {
  readonly character: string
  /** Those of the elements in the line around it, from the paragraph's own inwards. */
  readonly styles: readonly Style[]
  readonly style: Style
  readonly box: Box | undefined
  /** The room beside it, at the edges of elements. */
  readonly room: number
}

/** The characters of a paragraph, with spaces collapsed. */
export function unitsOf(inlines: readonly Inline[], own: Style): readonly Unit[] {
  const units: Unit[] = []
  let room = 0
  for (const inline of inlines) {
    if ('room' in inline) {
      if (inline.kind === 'start') room += inline.room
      else addAfterLast(inline.room)
      continue
    }
    const styles = [own, ...inline.styles]
    const style = styles.at(-1) ?? own
    const add = (character: string, box?: Box) => {
      units.push({ character, styles, style, box, room })
      room = 0
    }
    if (inline.kind === 'box') add(boxCharacter, inline.box)
    else for (const character of inline.text) addWritten(character, style, add)
  }
  if (units.at(-1)?.character === ' ') units.pop()
  return units

  function addAfterLast(room: number): void {
    const last = units.pop()
    if (last) units.push({ ...last, room: last.room + room })
  }

  function addWritten(written: string, style: Style, add: (character: string) => void): void {
    const isLineEnd = written === '\n' && style.whiteSpace.startsWith('pre')
    const character = isLineEnd ? '\n' : /[ \t\r\n\f]/.test(written) ? ' ' : written
    const last = units.at(-1)?.character
    if (character === ' ' && (last === undefined || last === ' ' || last === '\n')) return
    if (character === '\n' && last === ' ') units.pop()
    for (const each of character.split('')) add(each)
  }
}

/** How wide each unit is, and how much wider or narrower because of the next one on its line. */
export interface Advance {
  readonly width: number
  readonly shared: number
}

/** Those of boxes are without the boxes, whose widths depend on the line. */
export function advancesOf(units: readonly Unit[]): readonly Advance[] {
  const isWide = widenessOf(units)
  const joins = joinsOf(units.map(({ character }) => character))
  return units.map((unit, at) => {
    const { character, style, box, room } = unit
    if (box) return { width: room, shared: 0 }
    // The first half of a pair stands for the whole.
    if (isWithin(character, 0xdc00, 0xdfff)) return { width: 0, shared: 0 }
    const next = units[at + 1]
    if (isLamAlef(units[at - 1]?.character ?? '', character)) return { width: 0, shared: 0 }
    const isPart = isWithin(character, 0xd800, 0xdbff) || isLamAlef(character, next?.character)
    const whole = isPart ? character + (next?.character ?? '') : character
    const { face, size } = setIn(style)
    const isPaired =
      next &&
      isSameFont(unit, next) &&
      isWide[at + 1] === isWide[at] &&
      !(style.letterSpacing !== 0 && /^f[fil]$/.test(whole + next.character))
    const third = units[at + 2]?.character ?? ''
    return {
      width:
        room + face.widthOf(whole, isWide[at] === true, joins[at]) * size + style.letterSpacing,
      shared: isPaired ? face.between(whole, next.character, third) * size : 0,
    }
  })
}

function isWithin(character: string, first: number, last: number): boolean {
  const code = character.charCodeAt(0)
  return first <= code && code <= last
}

interface SetIn {
  readonly face: Face
  readonly size: number
}

const fonts = new WeakMap<Style, SetIn>()

function setIn(style: Style): SetIn {
  const known = fonts.get(style) ?? { face: faceFor(style), size: setSize(style.fontSize) }
  fonts.set(style, known)
  return known
}

/** Chromium sets a size between quarters of a pixel a 64th smaller. */
function setSize(fontSize: number): number {
  return Number.isInteger(fontSize * 4) ? fontSize : (Math.ceil(fontSize * 64) - 1) / 64
}

/**
 * Which units are set as Korean, Chinese or Japanese: signs go with the letters before them. Fonts
 * move only characters of one script together.
 */
function widenessOf(units: readonly Unit[]): readonly boolean[] {
  let isWide = false
  return units.map(({ character }) => {
    if (/[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) isWide = true
    else if (/\p{L}/u.test(character)) isWide = false
    return isWide
  })
}

function isSameFont({ style: a }: Unit, { style: b, box, room }: Unit): boolean {
  if (box || room !== 0) return false
  if (a === b) return true
  return (
    a.family === b.family &&
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.fontSize === b.fontSize
  )
}

import { z } from 'zod'
import type { Join } from './joining.ts'
import measured from './font-widths.json' with { type: 'json' }

/** The widths of characters as Chromium showed them, in millionths of the font size. */
const Measured = z.record(
  z.string(),
  z.object({
    ascent: z.number(),
    descent: z.number(),
    widths: z.array(z.tuple([z.number(), z.number(), z.array(z.number())])),
    pairs: z.record(z.string(), z.record(z.string(), z.string())),
    joined: z.record(z.string(), z.number()),
    shapes: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])),
    afterWide: z.record(z.string(), z.number()),
  }),
)

/** Which of the fonts a text is set in. */
export interface FaceName {
  readonly family: 'sans' | 'serif'
  readonly isBold: boolean
  readonly isItalic: boolean
}

/** A font, in parts of the font size. */
export interface Face {
  readonly ascent: number
  readonly descent: number
  /** @param isWide whether it is set as Korean, Chinese or Japanese */
  readonly widthOf: (character: string, isWide: boolean, join?: Join) => number
  /** What the characters after it move towards a character (negative) or away from it. */
  readonly between: (first: string, second: string, third: string) => number
}

const em = 1e6

/** Many fonts are drawn in such parts of the font size. */
const fontUnits = 2048

/** A width in parts of the font size, as the font has it where that can be told. */
function ofEm(millionths: number): number {
  const exact = Math.round((millionths / em) * fontUnits) / fontUnits
  return Math.abs(exact * em - millionths) < 0.6 ? exact : millionths / em
}

/** Of what was not measured, such as emoji, which are the widest. */
const widthOfOthers = 1.4

const faces = new Map(
  Object.entries(Measured.parse(measured)).map(([name, face]) => [name, faceOf(face)]),
)

export function faceFor({ family, isBold, isItalic }: FaceName): Face {
  const face = faces.get([family, isItalic ? 'italic' : 'normal', isBold ? '700' : '400'].join(' '))
  if (!face) throw new Error(`There are no widths of ${family}.`)
  return face
}

function faceOf(measured: z.infer<typeof Measured>[string]): Face {
  const { ascent, descent, widths, pairs, joined, shapes, afterWide } = measured
  const moves = new Map<number, number>()
  for (const [first, byMove] of Object.entries(pairs))
    for (const [move, seconds] of Object.entries(byMove))
      for (const second of seconds) moves.set(pairOf(first, second), ofEm(Number(move)))
  const joinedPairs = new Set(
    Object.keys(joined).map(([first = '', second = '']) => pairOf(first, second)),
  )
  return {
    ascent: ascent / em,
    descent: descent / em,
    widthOf: (character, isWide, join) => {
      const [single, first, inner, last] = (join && shapes[character]) ?? []
      const shape = join?.before ? (join.after ? inner : last) : join?.after ? first : single
      if (shape !== undefined) return ofEm(shape)
      const other = isWide ? afterWide[character] : undefined
      if (other !== undefined) return ofEm(other)
      const point = character.codePointAt(0) ?? 0
      const block = widths.find(([first, last]) => first <= point && point <= last)
      if (!block) return /^\p{M}$/u.test(character) ? 0 : widthOfOthers
      const [start, , each] = block
      return ofEm(each[point - start] ?? each[0] ?? em)
    },
    between: (first, second, third) => {
      const pair = pairOf(first, second)
      const moved = moves.get(pair) ?? 0
      return joinedPairs.has(pair) ? moved + ofEm(joined[first + second + third] ?? 0) : moved
    },
  }
}

/** A number for two characters, each of one code unit. It costs less than a text of both. */
function pairOf(first: string, second: string): number {
  return first.length === 1 ? first.charCodeAt(0) * 0x10000 + second.charCodeAt(0) : -1
}

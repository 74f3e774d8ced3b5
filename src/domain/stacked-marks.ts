import { classOf } from './character-class.ts'
import { passedOver } from './unicode-tables.ts'

/** More marks on one letter than any language uses. */
export const stackedMax = 4

/** Unicode blocks of marks that stack above and below a letter without limit. */
const stacking = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/u
const silent = new RegExp(`[${classOf(passedOver)}]`, 'u')

/** What a character does to a row of marks: pass it by, add marks to it, or begin another one. */
const passes = 1
const adds = 0x10
const begins = 0x20
const marksMask = 0x0f

/** By code point; 0 until it is asked for, because taking characters apart is slow. */
const known = new Uint8Array(0x110000)

/** A character that is one too many in its row, and its place in the text, counted from 1. */
export interface StackedMark {
  readonly character: string
  readonly place: number
}

/**
 * The first mark beyond the limit. A precomposed letter counts as letter and marks; marks of scripts
 * and invisible characters neither count nor end the sequence.
 */
export function firstStacked(text: string): StackedMark | undefined {
  if (!stacking.test(text)) return undefined
  let row = 0
  let place = 0
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    place += 1
    if (code < 0x80) {
      row = 0
      continue
    }
    const effect = (known[code] ||= effectOf(code))
    if (effect === passes) continue
    row = (effect & begins ? 0 : row) + (effect & marksMask)
    if (row > stackedMax) return { character: String.fromCodePoint(code), place }
  }
  return undefined
}

function effectOf(code: number): number {
  const character = String.fromCodePoint(code)
  if (silent.test(character)) return passes
  const parts = [...character.normalize('NFD')]
  const marks = parts.filter((part) => stacking.test(part)).length
  return (marks < parts.length ? begins : adds) + marks
}

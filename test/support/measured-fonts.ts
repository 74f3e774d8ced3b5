import type { Page } from 'playwright-core'
import { recordStyle } from '../../src/html/style.ts'

/** What is measured. */
interface Characters {
  /** Those of most cards: blocks whose characters are measured one by one. */
  readonly blocks: readonly (readonly [first: number, last: number])[]
  /** Blocks whose characters are all as wide as the widest of them. */
  readonly even: readonly (readonly [first: number, last: number])[]
  /** Pairs of these are measured, too: the font moves some of them together. */
  readonly paired: readonly string[]
  /** Three letters that fonts may join into one. */
  readonly joined: readonly string[]
  /** Letters whose shapes depend on those beside them. */
  readonly shaped: readonly string[]
}

export const charactersOfCards: Characters = {
  blocks: [
    [0x20, 0x24f],
    [0x370, 0x3ff],
    [0x400, 0x58f],
    [0x590, 0x6ff],
    [0x10a0, 0x10ff],
    [0x1e00, 0x1eff],
    [0x2000, 0x206f],
    [0x20a0, 0x20bf],
    [0x2100, 0x22ff],
    [0x25a0, 0x25ff],
    [0x3000, 0x303f],
  ],
  even: [
    [0x3040, 0x33ff],
    [0x3400, 0x9fff],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xff01, 0xff60],
  ],
  paired: [
    ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)),
    ...'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ·–—‘’“”…«»',
  ],
  joined: ['ffi', 'ffl'],
  shaped: [
    ...Array.from({ length: 0x700 - 0x620 }, (_, index) =>
      String.fromCharCode(0x620 + index),
    ).filter((character) => /\p{L}/u.test(character)),
    'لا',
    'لأ',
    'لإ',
    'لآ',
  ],
}

/** A face in which a card sets texts. */
interface MeasuredFace {
  /** In millionths of the font size, as all numbers here. */
  readonly ascent: number
  readonly descent: number
  /** First character, last character, and the widths of these, or the one width of all of them. */
  readonly widths: readonly (readonly [number, number, readonly number[]])[]
  /** By how much some characters after a character move towards it (−) or away: `A: { -54000: 'VWY' }`. */
  readonly pairs: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The widths of signs that another font has after Korean, Chinese or Japanese. */
  readonly afterWide: Readonly<Record<string, number>>
  /** By how much three letters that are joined into one are wider than their pairs say. */
  readonly joined: Readonly<Record<string, number>>
  /** The widths of letters alone, at the start of a word, within it, and at its end. */
  readonly shapes: Readonly<Record<string, readonly [number, number, number, number]>>
}

type MeasuredFonts = Readonly<Record<string, MeasuredFace>>

/** Measures characters as the Chromium of this machine shows them in the fonts of a card. */
export async function measureFonts(page: Page, characters: Characters): Promise<MeasuredFonts> {
  await page.setContent(
    `<!doctype html><html lang="en"><style>${recordStyle}</style><canvas></canvas>`,
  )
  return page.evaluate<MeasuredFonts>(`(${measure})(${JSON.stringify(characters)})`)
}

const measure = `({ blocks, even, paired, joined, shaped }) => {
  const context = document.querySelector('canvas').getContext('2d')
  const root = getComputedStyle(document.documentElement)
  const em = 1000
  const millionths = (pixels) => Math.round((pixels / em) * 1e6)
  const pixelsOf = (text) => context.measureText(text).width
  const widthOf = (text) => millionths(pixelsOf(text))
  const faces = {}
  for (const family of ['sans', 'serif'])
    for (const style of ['normal', 'italic'])
      for (const weight of [400, 700]) {
        context.font = style + ' ' + weight + ' ' + em + 'px ' + root.getPropertyValue('--' + family)
        faces[[family, style, weight].join(' ')] = faceOf()
      }
  return faces

  function faceOf() {
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x')
    return {
      ascent: millionths(fontBoundingBoxAscent),
      descent: millionths(fontBoundingBoxDescent),
      widths: [
        ...blocks.map(([first, last]) => [first, last, widthsOf(first, last)]),
        ...even.map(([first, last]) => [first, last, [Math.max(...widthsOf(first, last))]]),
      ],
      pairs: Object.fromEntries(
        paired
          .map((first) => [first, pairsOf(first)])
          .filter(([, pairs]) => Object.keys(pairs).length > 0),
      ),
      shapes: Object.fromEntries(
        shaped
          .map((letter) => [letter, shapesOf(letter)])
          .filter(([letter, [alone, ...others]]) => isDrawn(letter) && others.some((each) => each !== alone)),
      ),
      joined: Object.fromEntries(joined.map((three) => [three, moreOf(three)])),
      afterWide: Object.fromEntries(
        blocks
          .flatMap(([first, last]) => pointsOf(first, last).map((point) => String.fromCodePoint(point)))
          .filter((sign) => !/[\\p{L}\\p{M}\\p{C}]/u.test(sign))
          .map((sign) => [sign, widthOf('가' + sign) - widthOf('가')])
          .filter(([sign, width]) => Math.abs(width - widthOf(sign)) > 100),
      ),
    }
  }

  function widthsOf(first, last) {
    return pointsOf(first, last).map((point) => widthOf(String.fromCodePoint(point)))
  }

  function pointsOf(first, last) {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }

  /** Without a font for the letter, the line beside it is a box as well. */
  function isDrawn(letter) {
    return Math.abs(pixelsOf(letter + '\u0640') - 2 * pixelsOf(letter)) > 0.01
  }

  /** A line beside a letter (tatweel) gives it the shape that it has beside another letter. */
  function shapesOf(letter) {
    const line = '\u0640'
    const own = (text, lines) => millionths(pixelsOf(text) - lines * pixelsOf(line))
    return [own(letter, 0), own(letter + line, 1), own(line + letter + line, 2), own(line + letter, 1)]
  }

  function moreOf([a, b, c]) {
    return widthOf(a + b + c) - widthOf(a + b) - widthOf(b + c) + widthOf(b)
  }

  function pairsOf(first) {
    const pairs = {}
    for (const second of paired) {
      const more = widthOf(first + second) - widthOf(first) - widthOf(second)
      if (Math.abs(more) > 100) pairs[more] = (pairs[more] ?? '') + second
    }
    return pairs
  }
}`

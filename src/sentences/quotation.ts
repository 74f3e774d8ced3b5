import type { DisplayLanguage } from '../domain/display-language.ts'
import { isLikeOurs } from './table/own-words.ts'

/** The longest quotation in an explanation, in characters as a reader counts them. */
export const quotationMax = 160

/** The first words of an answer, where there is room for one line. */
export const firstWordsMax = 90

const marks: Readonly<Record<DisplayLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['“', '”'],
    ['‘', '’'],
    ['«', '»'],
  ],
  ko: [
    ['“', '”'],
    ['‘', '’'],
    ['「', '」'],
  ],
}

/** What could be mistaken for the end of a quotation, for each pair of marks. */
const clashes: readonly RegExp[] = [
  /["“”„‟]/,
  // At the edge of a word; inside a word it is an apostrophe.
  /(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/u,
  /[«»「」]/,
]

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061C\u200F]/u

/**
 * Words in quotation marks, on one line and at most `max` characters long; the rest is cut at the
 * end of a word with "…". The words are not changed: if they contain quotation marks, the outer
 * marks have another shape.
 */
export function quotation(words: string, lang: DisplayLanguage, max = quotationMax): string {
  const line = shortened(oneLine(words), max)
  const free = marks[lang].find((_, index) => clashes[index]?.test(line) === false)
  const [open, close] = free ?? ['“', '”']
  return open + isolated(line) + close
}

/** What our own labels, prefixes, titles and lines are made of; a dot joins words of Korean names. */
const ours = /[[\]【】〔〕［］:：]|(?:^|\s)[·•|](?:\s|$)/u

/** A name within our own words, or in front of them; quoted if it could be taken for a part of them. */
export function nameInline(name: string, lang: DisplayLanguage): string {
  return ours.test(name) || isLikeOurs(name) ? quotation(name, lang) : inline(name)
}

/** A name or reference within a sentence: on one line, with its text direction isolated. */
export function inline(text: string): string {
  return isolated(oneLine(text))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** Right-to-left words are isolated, so that they cannot reorder the text around them. */
function isolated(line: string): string {
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}

/**
 * At most `max` characters, with "…" if more were cut. Never cuts a syllable or an emoji, and a
 * word only if none ends in the second half. Open direction isolates are closed.
 */
export function shortened(line: string, max: number): string {
  // Every character takes at least one unit, and counting characters is slow.
  if (line.length <= max) return line
  const characters = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)
  const end = Iterator.from(characters).drop(max).next().value?.index
  if (end === undefined) return line

  const wordEnd = line.lastIndexOf(' ', end)
  const kept = line.slice(0, wordEnd > end / 2 ? wordEnd : end).trimEnd()
  return `${kept}…${'\u2069'.repeat(openIsolates(kept))}`
}

/**
 * At most `max` columns, with "…" in the middle if more were cut. Letters of East Asian scripts take
 * two columns.
 */
export function cutInside(line: string, max: number): string {
  if (columnsOf(line) <= max) return line
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)].map(
    ({ segment }) => segment,
  )
  const start = within(characters, Math.ceil((max - 1) / 2))
  const end = within(characters.toReversed(), Math.floor((max - 1) / 2)).toReversed()
  return `${start.join('').trimEnd()}…${end.join('').trimStart()}`
}

function within(characters: readonly string[], max: number): readonly string[] {
  let columns = 0
  const end = characters.findIndex((each) => (columns += columnsOf(each)) > max)
  return end < 0 ? characters : characters.slice(0, end)
}

export function columnsOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (wide.test(each) ? 2 : 1), 0)
}

const wide = /[\u1100-\u11FF\u2E80-\uFFEF\u{1F000}-\u{3FFFF}]/u

/** How many direction isolates lost their end. */
function openIsolates(text: string): number {
  return (text.match(/[\u2066-\u2068]/g)?.length ?? 0) - (text.match(/\u2069/g)?.length ?? 0)
}

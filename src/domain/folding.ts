import unhomoglyph from 'unhomoglyph'
import { bareName } from './bare-name.ts'
import { foldText } from './fold-text.ts'
import { withoutEnd } from './without-end.ts'

/** A text normalised for comparison, with differences in spacing removed. */
function fold(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** Marks by which spellings of one name differ. Others, such as "+" and "&", distinguish names. */
const marksOfNames = /[\s.,'"‘’‚‛“”„‟′`´·・‧ㆍ\p{Dash_Punctuation}]/gu

/** Trademark signs; NFKC would turn them into letters. */
const registered = /[™℠®]/g

/** A name normalised for comparison; empty only if the name is. */
export function foldName(name: string): string {
  const folded = fold(name)
  const plain = fold(name.replace(registered, '')).replace(marksOfNames, '')
  return plain.normalize('NFC') || folded
}

/**
 * The visual forms of a name (skeletons of UTS 39): in lower case and as written, in full and
 * without legal forms. Names with a common skeleton look alike, such as "microsoft" with a Cyrillic
 * о, "PayPaI" with a capital I, or "Microsoft Corp.". A skeleton is not text; it is only compared
 * with others.
 */
export function skeletonsOf(name: string): readonly string[] {
  const plain = name.replace(registered, '')
  const written = plain.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const spellings = [foldName(name), written, bareName(fold(plain)), bareName(written)]
  return [...new Set(spellings.map((each) => foldName(lookOf(each))))]
}

function lookOf(text: string): string {
  return unhomoglyph(text.normalize('NFD')).normalize('NFC')
}

/** An apostrophe is part of a word; a particle after a quotation in Korean or Chinese is not. */
const apostrophe =
  /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

const markAtEnd = /[\s.。,、।۔։።…!]/u

/**
 * The words of a statement normalised for comparison, without quotation marks and the final full
 * stop.
 */
export function foldStatement(text: string): string {
  const marked = fold(text)
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    .replaceAll("''", '"')
    .replace(/\p{Quotation_Mark}/gu, (mark) => (mark === "'" ? mark : '"'))
    .replace(apostrophe, 'ʼ')
  const plain = withoutMark(withoutMark(marked, '"'), "'")
    .replace(apostrophe, 'ʼ')
    .replace(/\p{Dash_Punctuation}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,:?)]|\.(?!\d))/g, '')
  return withoutEnd(plain, markAtEnd).trim().normalize('NFKC')
}

/** After a number, a mark that closes no quotation is a unit, as in 5' or 5", and is kept. */
function withoutMark(text: string, mark: string): string {
  return text
    .replace(new RegExp(`(?<!\\p{N})${mark}([^${mark}]*)${mark}`, 'gu'), '$1')
    .replace(new RegExp(`(?<!\\p{N})${mark}`, 'gu'), '')
}

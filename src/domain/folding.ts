import unhomoglyph from 'unhomoglyph'
import { bareName } from './bare-name.ts'
import { foldText } from './fold-text.ts'

/** A text as it is compared, however much space stands between its words. */
function fold(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** Marks in which spellings of one name differ. "+", "&" and the like tell names apart. */
const marksOfNames = /[\s.,'"‘’‚‛“”„‟′`´·・‧ㆍ\p{Dash_Punctuation}]/gu

/** Signs of registration; NFKC would make letters of them. */
const registered = /[™℠®]/g

/** A name as it is compared; never empty where the name is not. */
export function foldName(name: string): string {
  const folded = fold(name)
  const plain = fold(name.replace(registered, '')).replace(marksOfNames, '')
  return plain.normalize('NFC') || folded
}

/**
 * What a name looks like (UTS 39), in lower case and as it is written, whole and without what parties
 * are often named without: names that share a skeleton cannot be told apart at a glance, as
 * "microsoft" with a Cyrillic о, or "PayPaI" with a capital I, or "Microsoft Corp.". A skeleton is no
 * text, only compared with others.
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

/** An apostrophe stands within a word; what follows a quotation in Korean or Chinese is no part of it. */
const apostrophe =
  /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** The words of a statement as they are compared: without quotation marks and the stop at its end. */
export function foldStatement(text: string): string {
  const marked = fold(text)
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    .replaceAll("''", '"')
    .replace(/\p{Quotation_Mark}/gu, (mark) => (mark === "'" ? mark : '"'))
    .replace(apostrophe, 'ʼ')
  return withoutMark(withoutMark(marked, '"'), "'")
    .replace(apostrophe, 'ʼ')
    .replace(/\p{Dash_Punctuation}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,:?)]|\.(?!\d))/g, '')
    .replace(/[\s.。,、।۔։።…!]+$/u, '')
    .trim()
    .normalize('NFKC')
}

/** Behind a number a mark that closes nothing is a measure, as in 5' or 5", and stays. */
function withoutMark(text: string, mark: string): string {
  return text
    .replace(new RegExp(`(?<!\\p{N})${mark}([^${mark}]*)${mark}`, 'gu'), '$1')
    .replace(new RegExp(`(?<!\\p{N})${mark}`, 'gu'), '')
}

import unhomoglyph from 'unhomoglyph'
import { foldText } from './fold-text.ts'

/** A text as it is compared, however much space stands between its words. */
function fold(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** Marks in which spellings of one name differ. "+", "&" and the like tell names apart. */
const marksOfNames = /[\s.,'"‘’‚‛“”„‟′`´·・‧ㆍ\p{Dash_Punctuation}]/gu

/** A name as it is compared; never empty where the name is not. */
export function foldName(name: string): string {
  const folded = fold(name)
  return folded.replace(marksOfNames, '').normalize('NFC') || folded
}

/**
 * What a name looks like (UTS 39), in lower case and as it is written: names that share a skeleton
 * cannot be told apart at a glance, as "microsoft" with a Cyrillic о, or "PayPaI" with a capital I.
 * A skeleton is no text, only compared with others.
 */
export function skeletonsOf(name: string): readonly string[] {
  const written = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return [...new Set([foldName(name), written].map((each) => foldName(lookOf(each))))]
}

function lookOf(text: string): string {
  return unhomoglyph(text.normalize('NFD')).normalize('NFC')
}

/** The words of a statement as they are compared: with plain quotation marks and no full stop. */
export function foldStatement(text: string): string {
  return fold(text)
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»「」『』]/g, '"')
    .replace(/\p{Dash_Punctuation}/gu, '-')
    .replace(/[\s.。…!]+$/u, '')
}

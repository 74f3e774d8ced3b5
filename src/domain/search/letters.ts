import { foldText } from '../fold-text.ts'

/** Scripts written without spaces between words, and Korean, which attaches particles to words. */
const unspaced = [
  'Hangul Han Hiragana Katakana Bopomofo Yi Tangut Nushu Khitan_Small_Script',
  // Scripts for which Unicode needs a dictionary to break lines (line break class SA).
  'Thai Lao Khmer Myanmar Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Ahom',
  'Tibetan Javanese Balinese Sundanese Batak Buginese Makasar Rejang Kawi Cham Brahmi Grantha',
  'Dives_Akuru Gurung_Khema Tulu_Tigalari Vai Cuneiform Egyptian_Hieroglyphs Anatolian_Hieroglyphs',
]
  .flatMap((scripts) => scripts.split(' '))
  .map((script) => `\\p{sc=${script}}`)
  .join('')

/** A letter of a script without spaces, in the syntax of a character class. */
export const syllable = `[[${unspaced}ー]&&[\\p{L}\\p{N}\\p{M}]]`

/** A letter of another script. */
export const letter = `[[\\p{L}\\p{N}\\p{M}]--[\\p{Nd}${unspaced}ー]]`

/** A text for search: folded, and without accents. */
export function plainText(text: string): string {
  return foldText(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
}

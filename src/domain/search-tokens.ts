import { foldText } from './fold-text.ts'

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

const runs = new RegExp(
  `(?<pairs>[[${unspaced}ー]&&[\\p{L}\\p{N}\\p{M}]]+)|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}ー]]+`,
  'gv',
)

/** The letters of a token, at most 256 bytes. A longer run is not a word, and is indexed in parts. */
const wordMax = 64

/** The tokens of consecutive letters that are all indexed in the same way. */
export interface TokenRun {
  readonly tokens: readonly string[]
  /**
   * The last character, if it is Chinese, such as 女 in 30대女. It begins no pair, but people search
   * for it as a word.
   */
  readonly last?: string | undefined
}

/**
 * The search tokens of a text, in order. In scripts written without spaces, each pair of
 * neighbouring letters is a token; in others, each word. Tokens are folded and have no accents. A
 * change of script separates tokens: "챗GPT" is 챗 and gpt.
 */
export function searchTokens(text: string): string[] {
  return tokenRuns(text).flatMap(({ tokens }) => tokens)
}

export function tokenRuns(text: string): TokenRun[] {
  const plain = foldText(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
  return Array.from(plain.matchAll(runs), ({ 0: run, groups }) =>
    groups?.['pairs'] === undefined ? { tokens: partsOf(run) } : inPairs([...run]),
  )
}

/** Whether a term is a single letter of a script indexed in pairs, and so the prefix of pairs. */
export function isHalfPair(term: string): boolean {
  const [run] = term.matchAll(runs)
  return run?.groups?.['pairs'] === term && [...term].length === 1
}

function inPairs(letters: readonly string[]): TokenRun {
  if (letters.length < 2) return { tokens: letters }
  const tokens = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  const last = letters.at(-1)
  return { tokens, last: last !== undefined && /\p{sc=Han}/u.test(last) ? last : undefined }
}

function partsOf(run: string): string[] {
  // A run never has more letters than UTF-16 code units.
  if (run.length <= wordMax) return [run]
  const letters = [...run]
  return Array.from({ length: Math.ceil(letters.length / wordMax) }, (_, part) =>
    letters.slice(part * wordMax, (part + 1) * wordMax).join(''),
  )
}

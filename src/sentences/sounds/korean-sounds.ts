import { withoutEnd } from '../../domain/without-end.ts'
import { digitsSound, latinSound } from './foreign-sounds.ts'
import { greekSound, romanSound, symbols, unitSound, writtenOut } from './sounds-of-signs.ts'

/** How a word ends when read aloud in Korean; ㄹ is separate because (으)로 distinguishes it. */
export type FinalSound = 'vowel' | 'rieul' | 'consonant' | 'unknown'

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（', '〕': '〔' }
/** Not read aloud at the end of words: quotation marks, full stops, "…", emoji. */
const unread = /[^\p{L}\p{N}%‰°℃℉+&#$€£₩¥]/u
const closing = /[”’"'»」』》〉\s]/u
const ofNumbers = /[\d.,]/
const latin = /\p{Script=Latin}/u
const isolates = /[\u2066-\u2069]/g

/** The last sound of words read aloud, by their last letter, digit or symbol. */
export function finalSound(words: string): FinalSound {
  const read = withoutTail(writtenOut(words.normalize('NFC').replace(isolates, '')))
  const named = unitSound(read) ?? romanSound(read)
  if (named !== undefined) return named
  const last = [...read].at(-1) ?? ''
  if (/\p{Script=Hangul}/u.test(last)) return hangulSound(last.codePointAt(0) ?? 0)
  if (/\d/.test(last)) return digitsSound(endOf(read, ofNumbers))
  if (latin.test(last)) return latinSound(endOf(read, latin))
  if (/\p{Script=Greek}/u.test(last)) return greekSound(last)
  return symbols[last] ?? 'unknown'
}

/** The characters at the end of words that an expression for one character matches. */
function endOf(words: string, one: RegExp): string {
  return words.slice(withoutEnd(words, one).length)
}

/** Removes closing marks and bracketed remarks, in any order. */
function withoutTail(words: string): string {
  const shorter = withoutRemark(withoutEnd(words, closing))
  return shorter === words ? withoutEnd(words, unread) : withoutTail(shorter)
}

/** A bracketed remark after a word is skipped when reading: 마이크로소프트(MS)가. */
function withoutRemark(words: string): string {
  const closing = words.at(-1) ?? ''
  const opening = openings[closing]
  if (opening === undefined) return words
  let depth = 0
  for (let index = words.length - 1; index > 0; index--) {
    if (words[index] === closing) depth++
    else if (words[index] === opening) depth--
    if (depth > 0) continue
    const before = words.slice(0, index).trimEnd()
    return /[\p{L}\p{N}%]/u.test(before) ? before : words
  }
  return words
}

function hangulSound(code: number): FinalSound {
  // Syllables come in blocks of 28, one per final; the first has none and the ninth is ㄹ.
  if (code >= 0xac00 && code <= 0xd7a3) return soundOf((code - 0xac00) % 28, 8)
  if (code >= 0x3131 && code <= 0x3163) return code > 0x314e ? 'vowel' : soundOf(code, 0x3139)
  if (code >= 0x1160 && code <= 0x11ff) return code < 0x11a8 ? 'vowel' : soundOf(code, 0x11af)
  return 'unknown'
}

function soundOf(final: number, rieul: number): FinalSound {
  if (final === 0) return 'vowel'
  return final === rieul ? 'rieul' : 'consonant'
}

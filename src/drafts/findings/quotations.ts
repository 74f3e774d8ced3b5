import { foldText } from '../../domain/fold-text.ts'
import type { Place } from '../reading/draft.ts'

/** Words in quotation marks. */
export interface Quotation {
  readonly words: string
  /** Within the sentence, without the marks. */
  readonly place: Place
}

const marked = /“([^“”]+)”|"([^"]+)"|„([^„“”]+)[“”]|「([^「」]+)」|«([^«»]+)»/gu

/** Shorter ones are names and terms. */
const lettersMin = 10

/** The quotations in a sentence, without single words and terms. */
export function quotationsIn(sentence: string): readonly Quotation[] {
  return Array.from(sentence.matchAll(marked), (found) => {
    const words = found.slice(1).find((each) => each !== undefined) ?? ''
    const start = found.index + found[0].indexOf(words)
    return { words, place: { start, end: start + words.length } }
  }).filter(({ words }) => letters(words).length >= lettersMin && /\S\s+\S/u.test(words))
}

/**
 * Whether words on record have a quotation or are part of it; undefined if none of them is in its
 * script, so that nobody can tell.
 */
export function isOnRecord(quotation: string, onRecord: readonly string[]): boolean | undefined {
  const quoted = letters(quotation)
  const comparable = onRecord.filter((words) => isHangul(words) === isHangul(quotation))
  if (comparable.length === 0) return undefined
  const parts = quotation.split(omission).map(letters).filter(Boolean)
  return comparable
    .map(letters)
    .some((words) => isIn(quoted, words) || isIn(words, quoted) || areIn(parts, words))
}

/** Where words of a quotation are left out. */
const omission = /[[(]?(?:…|\.{3,}|⋯|·{3,})[\])]?|\((?:중략|생략)\)/u

/** Whether words have all parts of a quotation, in this order. */
function areIn(parts: readonly string[], words: string): boolean {
  if (parts.length < 2 || parts.join('').length < lettersMin) return false
  let from = 0
  return parts.every((part) => {
    const at = words.indexOf(part, from)
    from = at + part.length
    return at !== -1
  })
}

/** Whether the letters of one text stand in those of another, and are no mere name. */
export function isIn(part: string, whole: string): boolean {
  return part.length >= lettersMin && whole.includes(part)
}

function isHangul(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text)
}

/** The letters of a text without spaces and marks. */
export function letters(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}%]+/gu, '')
}

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
  return comparable.map(letters).some((words) => isIn(quoted, words) || isIn(words, quoted))
}

/** Whether a text has some words of the record, verbatim but for spaces and marks. */
export function hasWords(text: string, words: string): boolean {
  return isIn(letters(words), letters(text))
}

function isIn(part: string, whole: string): boolean {
  return part.length >= lettersMin && whole.includes(part)
}

function isHangul(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text)
}

function letters(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}%]+/gu, '')
}

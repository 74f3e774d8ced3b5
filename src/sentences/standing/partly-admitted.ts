import type { DisplayLanguage } from '../../domain/display-language.ts'
import { standings } from '../table/standings.ts'
import { fill } from './fill.ts'
import { namesInLabel } from './in-label.ts'

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "one of three", "two of three". */
export function someOf(count: number, of: number): string {
  return [count, of].map((number) => numbers[number] ?? String(number)).join(' of ')
}

/** Who of those that a claim is about confirms it, beside a status that says something else. */
export function partlyAdmittedWord(
  names: readonly string[],
  of: number,
  lang: DisplayLanguage,
): string {
  const values = { by: namesInLabel(names, lang), of: String(of), some: someOf(names.length, of) }
  return fill(standings.partly_admitted.word[lang], values, names.length > 1)
}

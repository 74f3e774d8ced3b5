import type { DisplayLanguage } from '../../domain/display-language.ts'
import { problemCatalogue, type ProblemCode, type ProblemWords } from './catalogue.ts'
import { problemWordsKo } from './words-ko.ts'

export const problemCodes = Object.keys(problemCatalogue).filter(isProblemCode)

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code)
}

const words: Readonly<Record<DisplayLanguage, Readonly<Record<ProblemCode, ProblemWords>>>> = {
  en: problemCatalogue,
  ko: problemWordsKo,
}

export function problemWords(code: ProblemCode, language: DisplayLanguage): ProblemWords {
  return words[language][code]
}

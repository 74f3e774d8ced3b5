import { foldText } from './fold-text.ts'
import { searchTokens } from './search-tokens.ts'

/** A word or quoted phrase of a search, as tokens. */
export interface SearchTerm {
  /** As typed. */
  readonly typed: string
  /** Without a final Korean particle. */
  readonly bare: string
}

/** Separators between tokens in a term. */
export const tokenSpace = ' '

const particle =
  /(?<=[A-Za-z0-9]|[가-힣]{2})(?:은|는|이|가|을|를|의|에|도|만|와|과|로|으로|에서|에게|까지|부터|보다|처럼)$/

/** The terms of a search, all of which must match. Input without letters or digits is ignored. */
export function searchTerms(query: string): SearchTerm[] {
  return [...foldText(query).matchAll(/"([^"]+)"|([^\s"]+)/g)]
    .map(([, phrase, word = '']) => ({
      typed: termOf(phrase ?? word),
      bare: termOf(phrase ?? word.replace(particle, '')),
    }))
    .filter(({ bare }) => bare !== '')
}

export function termOf(text: string): string {
  return searchTokens(text).join(tokenSpace)
}

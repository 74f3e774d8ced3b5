import {
  patternsOf,
  patternsOfTerm,
  type Pattern,
  type PatternToken,
} from '../domain/search/patterns.ts'
import type { SearchTerm } from '../domain/search/terms.ts'

/**
 * Search terms in the language of PostgreSQL's text search. Tokens are letters, digits, points and
 * the marks % and ~, and are quoted, so nothing that a reader types can act as an operator.
 */

/** What has one of a term's patterns. */
export function termQuery(term: SearchTerm): string {
  return anyOf(patternsOfTerm(term).map(patternQuery))
}

/** What has a term exactly as it was typed. */
export function typedQuery({ runs }: SearchTerm): string {
  return anyOf(patternsOf(runs, { isExact: true }).map(patternQuery))
}

/** All terms, one after the other, as they were typed. */
export function inTypedOrder(terms: readonly SearchTerm[]): string {
  const runs = terms.flatMap((term) => term.bare)
  return anyOf(patternsOf(runs, { isExact: true }).map(patternQuery))
}

export function anyOf(queries: readonly string[]): string {
  return `(${queries.join(' | ')})`
}

/** Requires all queries, and none of the excluded ones. */
export function allOf(queries: readonly string[], excluded: readonly string[]): string {
  return [...queries, ...excluded.map((query) => `!${query}`)].join(' & ')
}

export function patternQuery(pattern: Pattern): string {
  const [first, ...others] = pattern
  if (!first) throw new Error('A pattern has a token.')
  let query = tokenQuery(first)
  let { offset } = first
  for (const token of others) {
    query += ` <${token.offset - offset}> ${tokenQuery(token)}`
    offset = token.offset
  }
  return `(${query})`
}

function tokenQuery({ token, isPrefix = false, weights = [] }: PatternToken): string {
  const restriction = `${isPrefix ? '*' : ''}${weights.join('')}`
  return `'${token}'${restriction === '' ? '' : `:${restriction}`}`
}

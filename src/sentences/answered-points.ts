import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Fit } from '../domain/kinds.ts'
import type { Attack } from './explanation.ts'
import { quotation } from './quotation.ts'

/** How much of a point is quoted. */
const pointMax = 60

/**
 * What the answer of a party touches; by its aspect where that is all that is known, and null for
 * what is no answer to the claim.
 */
export function fitOf({ fit, otherPoint }: Pick<Attack, 'fit' | 'otherPoint'>): Fit | null {
  if (fit !== undefined) return fit
  return otherPoint === null ? 'meets' : 'other_point'
}

/** Whether two answers meet the same points. */
export function meetsTheSame(
  { metIds: one = [] }: Pick<Attack, 'metIds'>,
  { metIds: other = [] }: Pick<Attack, 'metIds'>,
): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

/** Points of a claim in quotation marks, all of them: “some units”, “lowered” and “growth targets”. */
export function pointWords(points: readonly string[], lang: DisplayLanguage): string {
  const quoted = points.map((point) => quotation(point, lang, pointMax))
  const last = quoted.at(-1) ?? ''
  const before = quoted.slice(0, -1).join(', ')
  if (before === '') return last
  return lang === 'ko' ? `${before}, ${last}` : `${before} and ${last}`
}

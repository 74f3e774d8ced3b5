import type { DisplayLanguage, Phrase } from '../domain/display-language.ts'
import type { Fit } from '../domain/kinds.ts'
import type { Attack, QuotedPoint } from './explanation.ts'
import { cutInside, quotation } from './quotation.ts'
import { machineMark, machineMarks } from './table/standings.ts'

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

/**
 * Points of a claim in quotation marks, all of them: “some units”, “lowered” and “growth targets”.
 * They are propositions of editors, so only a translation that nobody checked is called one.
 */
export function pointWords(points: readonly QuotedPoint[], lang: DisplayLanguage): string {
  const areAll = points.length > 1 && points.every(({ isMachine }) => isMachine)
  const quoted = points.map(({ text, isMachine }) => {
    const by = isMachine && !areAll ? marked(machineMark, lang) : ''
    return quotation(text, lang, pointMax) + by
  })
  return listed(quoted, lang) + (areAll ? marked(machineMarks, lang) : '')
}

/** The same on one line of a label, where one mark has to do. */
export function pointsInLabel(
  points: readonly QuotedPoint[],
  lang: DisplayLanguage,
  max: number,
): string {
  const quoted = points.map(({ text }) => quotation(text, lang, pointMax))
  const by = points.some(({ isMachine }) => isMachine) ? marked(machineMark, lang) : ''
  return cutInside(listed(quoted, lang), max) + by
}

/** A remark behind a quotation. */
function marked(mark: Phrase, lang: DisplayLanguage): string {
  return `${lang === 'ko' ? '' : ' '}(${mark[lang]})`
}

function listed(quoted: readonly string[], lang: DisplayLanguage): string {
  const last = quoted.at(-1) ?? ''
  const before = quoted.slice(0, -1).join(', ')
  if (before === '') return last
  return lang === 'ko' ? `${before}, ${last}` : `${before} and ${last}`
}

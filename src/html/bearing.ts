import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Relation } from '../domain/kinds.ts'
import type { CounterpointView } from '../views/counterpoint.ts'
import { touchedWords, touchingWords, type Touching } from '../sentences/table/touching.ts'
import { cardWords } from './words.ts'

type Bearing = Pick<CounterpointView, 'link' | 'direction'>

/** How it relates to what it answers, and whether that still counts: "contradicts this (the scope)". */
export function bearingOf(
  { link, direction, effective }: Bearing & Pick<CounterpointView, 'effective'>,
  language: DisplayLanguage,
): string {
  const said = cardWords(language)
  const asides = [
    ...(link.aspect ? [said.aspects[link.aspect]] : []),
    ...(link.arguendo ? [said.arguendo] : []),
  ]
  const relation = relationTo({ link, direction }, language)
  const how = `${relation}${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`
  const end = link.endedBy === 'author' ? said.dropped : effective ? undefined : said.noForce
  return end ? `${how}; ${end}` : how
}

/** An answer to a part of a claim, or to something else, does not contradict the claim. */
export function relationTo({ link, direction }: Bearing, language: DisplayLanguage): string {
  const said = cardWords(language)
  const { response } = link
  if (direction === 'from') return touchedWords[touchedBy(link)][language]
  if (response !== null && response !== 'denies') return said.responses[response]
  const touched = touchedBy(link)
  if (link.relation === 'rebuts' && touched !== 'meets') return touchingWords[touched][language]
  const relations: Partial<Record<Relation, string>> = said.relations
  return relations[link.relation] ?? ''
}

function touchedBy({ fit, response }: Bearing['link']): Touching {
  if (fit === 'partly' || fit === 'other_point') return fit
  return response === 'elsewhere' ? 'other_point' : 'meets'
}

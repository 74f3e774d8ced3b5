import { countering } from '../domain/counterpoint.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Relation } from '../domain/kinds.ts'
import type { CounterpointView } from '../views/counterpoint.ts'
import type { LinkView } from '../views/objects.ts'
import { otherRelations } from '../sentences/table/relations.ts'
import { touchedWords, touchingWords, type Touching } from '../sentences/table/touching.ts'
import { cardWords } from './words.ts'

/** What words need of a link. */
type WordedLink = Pick<
  LinkView,
  'relation' | 'aspect' | 'arguendo' | 'response' | 'fit' | 'endedBy'
>

interface Bearing {
  readonly link: WordedLink
  readonly direction: CounterpointView['direction']
}

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

/** How a live link relates to what it leads to. */
export function linkWords(link: Omit<WordedLink, 'endedBy'>, language: DisplayLanguage): string {
  const live = { ...link, endedBy: null }
  return bearingOf({ link: live, direction: 'onto', effective: true }, language)
}

/** An answer to a part of a claim, or to something else, does not contradict the claim. */
export function relationTo({ link, direction }: Bearing, language: DisplayLanguage): string {
  const said = cardWords(language)
  const { response } = link
  if (direction === 'from') return touchedWords[touchedBy(link)][language]
  if (response !== null && response !== 'denies') return said.responses[response]
  const touched = touchedBy(link)
  if (link.relation === 'rebuts' && touched !== 'meets') return touchingWords[touched][language]
  return isAnswering(link.relation)
    ? said.relations[link.relation]
    : otherRelations[link.relation][language]
}

function isAnswering(relation: Relation): relation is (typeof countering)[number] {
  const answering: readonly Relation[] = countering
  return answering.includes(relation)
}

function touchedBy({ fit, response }: WordedLink): Touching {
  if (fit === 'partly' || fit === 'other_point') return fit
  return response === 'elsewhere' ? 'other_point' : 'meets'
}

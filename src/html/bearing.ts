import { countering } from '../domain/counterpoint.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Relation } from '../domain/kinds.ts'
import type { ClaimView } from '../views/claim.ts'
import type { CounterpointView } from '../views/counterpoint.ts'
import type { LinkView } from '../views/objects.ts'
import { otherRelations } from '../sentences/table/relations.ts'
import {
  confirmsPart,
  touchedWords,
  touchingOf,
  touchingWords,
} from '../sentences/table/touching.ts'
import { cardWords } from './words.ts'

/** What words need of a link. */
type WordedLink = Pick<
  LinkView,
  'relation' | 'aspect' | 'arguendo' | 'response' | 'fit' | 'endedBy'
> & {
  /** The points that it meets. */
  readonly meets?: readonly string[]
}

/** What words need of the claim that is answered; undefined if nobody knows its points. */
type Answered = Pick<ClaimView, 'points'> | undefined

interface Bearing {
  readonly link: WordedLink
  readonly direction: CounterpointView['direction']
}

/** How it relates to what it answers, and whether that still counts: "contradicts this (the scope)". */
export function bearingOf(
  { link, direction, effective }: Bearing & Pick<CounterpointView, 'effective'>,
  answered: Answered,
  language: DisplayLanguage,
): string {
  const said = cardWords(language)
  const asides = [
    ...(link.aspect ? [said.aspects[link.aspect]] : []),
    ...(link.arguendo ? [said.arguendo] : []),
  ]
  const relation = relationTo({ link, direction }, answered, language)
  const how = `${relation}${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`
  const end = link.endedBy === 'author' ? said.dropped : effective ? undefined : said.noForce
  return end ? `${how}; ${end}` : how
}

/** How a live link relates to what it leads to. */
export function linkWords(
  link: Omit<WordedLink, 'endedBy'>,
  language: DisplayLanguage,
  answered?: Answered,
): string {
  const live = { ...link, endedBy: null }
  return bearingOf({ link: live, direction: 'onto', effective: true }, answered, language)
}

/** An answer to a part of a claim, or to something else, does not contradict the claim. */
export function relationTo(
  { link, direction }: Bearing,
  answered: Answered,
  language: DisplayLanguage,
): string {
  const said = cardWords(language)
  const { response } = link
  if (direction === 'from') return touchedWords[touchingOf(link)][language]
  if (response === 'confirms' && isOfPart(link, answered)) return confirmsPart[language]
  if (response !== null && response !== 'denies') return said.responses[response]
  const touched = touchingOf(link)
  if (link.relation === 'rebuts' && touched !== 'meets') return touchingWords[touched][language]
  return isAnswering(link.relation)
    ? said.relations[link.relation]
    : otherRelations[link.relation][language]
}

/** What tells whether a link answers another point than what it leads to. */
export type AnsweringLink = Pick<WordedLink, 'relation' | 'response' | 'fit'>

/** Whether something is said against a claim that does not touch what the claim says. */
function answersAnotherPoint(link: AnsweringLink): boolean {
  const { relation, response } = link
  if (relation === 'undercuts') return response === 'elsewhere'
  return relation === 'rebuts' && touchingOf(link) === 'other_point'
}

/** How a link is drawn, by what it is. */
export type DrawnLink = 'rebuts' | 'aside' | 'undercuts' | 'qualifies' | 'other'

export function drawnAs(link: AnsweringLink): DrawnLink {
  const { relation } = link
  if (answersAnotherPoint(link)) return 'aside'
  return relation === 'rebuts' || relation === 'undercuts' || relation === 'qualifies'
    ? relation
    : 'other'
}

/** Whether it names some of the points. Where nobody knows how many there are, it says no more. */
function isOfPart({ meets = [] }: WordedLink, answered: Answered): boolean {
  const inForce = answered?.points.filter(({ endedAt }) => endedAt === null)
  return meets.length > 0 && !inForce?.every(({ id }) => meets.includes(id))
}

function isAnswering(relation: Relation): relation is (typeof countering)[number] {
  const answering: readonly Relation[] = countering
  return answering.includes(relation)
}

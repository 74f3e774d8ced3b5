import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Relation } from '../domain/kinds.ts'
import type { CounterpointView } from '../views/counterpoint.ts'
import { ClaimItem } from './claim-item.tsx'
import { FigureValue } from './figure-value.tsx'
import type { RecordLook } from './look.ts'
import { cardWords } from './words.ts'

interface CounterpointProps {
  readonly counterpoint: CounterpointView
  readonly look: RecordLook
}

/** Who answers, in what role and how, and where the answer itself stands. */
export function CounterpointItem({ counterpoint, look }: CounterpointProps) {
  const { claim, role } = counterpoint
  return (
    <ClaimItem claim={claim} look={look} role={cardWords(look.language).roles[role]}>
      {bearing(counterpoint, look.language)}
      {claim.figure && (
        <>
          {' · '}
          <FigureValue figure={claim.figure} language={look.language} />
        </>
      )}
    </ClaimItem>
  )
}

/** How it relates to what it answers: "contradicts this (the scope)". */
function bearing(
  { link, direction, effective }: CounterpointView,
  language: DisplayLanguage,
): string {
  const said = cardWords(language)
  const relations: Partial<Record<Relation, string>> = said.relations
  const asides = [
    ...(link.aspect ? [said.aspects[link.aspect]] : []),
    ...(link.arguendo ? [said.arguendo] : []),
  ]
  const relation = direction === 'from' ? said.answeredByThis : relations[link.relation]
  const how = `${relation ?? ''}${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`
  const end = link.endedBy === 'author' ? said.dropped : effective ? undefined : said.noForce
  return end ? `${how}; ${end}` : how
}

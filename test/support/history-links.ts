import { relations, type Relation } from '../../src/domain/kinds.ts'
import { habitsOf } from '../oracle/random-habits.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainLink } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { afterAll } from './history-dates.ts'

export function randomLink(
  random: Random,
  claims: readonly PlainClaim[],
  links: readonly PlainLink[],
): PlainLink {
  const relation = random.weighted(relations, habitsOf.nasty.relations)
  const from = random.pick(claims)
  const fitting = claims.filter((claim) => isFitting(relation, from, claim))
  const to = fitting.length > 0 && random.chance(0.6) ? random.pick(fitting) : random.pick(claims)
  const isOntoLink = relation === 'undercuts' && links.length > 0 && random.chance(0.4)
  return {
    id: '',
    relation,
    from: from.id,
    to: isOntoLink ? { link: random.pick(links).id } : { claim: to.id },
    ...(relation === 'supersedes' && random.chance(0.6) && { change: 'wording' }),
    ended: false,
    voided: false,
  }
}

/** Others are refused, or without effect, nearly always. */
function isFitting(relation: Relation, from: PlainClaim, to: PlainClaim): boolean {
  if (from.id === to.id) return false
  if (relation === 'supersedes') return from.speaker !== null && from.speaker === to.speaker
  if (relation === 'concedes') return from.speaker !== null && to.about.includes(from.speaker)
  return relation !== 'restates' || from.kind === to.kind || from.kind === 'ruling'
}

/** Undefined if there is no such link. */
export function editOfLink(
  random: Random,
  what: string,
  all: readonly PlainLink[],
): Edit | undefined {
  const links = all.filter(({ relation }) => what !== 'change' || relation === 'supersedes')
  if (links.length === 0) return undefined
  const { id: object, ended, change } = random.pick(links)
  switch (what) {
    case 'take back a link':
      return ended ? { do: 'void end', object } : { do: 'end', object, at: afterAll }
    case 'change':
      return { do: what, object, change: change === 'wording' ? 'substance' : 'wording' }
    case 'aspect':
    case 'note':
    case 'void link':
      return { do: what, object }
  }
  throw new Error(`There is no such edit of a link: ${what}.`)
}

import type { Fit } from '../../domain/kinds.ts'
import { fitOf } from '../answered-points.ts'
import type { Attack, Explained } from '../explanation.ts'
import type { PartyAnswer } from './facts.ts'

/** A denied claim, and how much of it all answers together leave open. */
interface Denied {
  readonly cites: readonly Attack[]
  readonly leftOpen?: Explained['leftOpen']
}

const strength: readonly Fit[] = ['meets', 'partly', 'other_point']

/**
 * The strongest answer of those whom a denied claim is about. Who contests only its grounds does not
 * say that it is not so. That the claim itself is left open can be said only if every answer is
 * known, and nobody else contradicts it.
 *
 * @param more how many answers there are besides these
 */
export function strongestAnswer(
  { cites: attacks, leftOpen = 'whole' }: Denied,
  more: number,
): PartyAnswer | null {
  const ofParties = attacks.filter(({ party }) => party !== null)
  const rebuttals = ofParties.filter(({ relation, isRuling }) => relation === 'rebuts' && !isRuling)
  const denials = rebuttals
    .flatMap((attack) => {
      const fit = fitOf(attack)
      return fit === null ? [] : [{ attack, fit }]
    })
    .toSorted((a, b) => strength.indexOf(a.fit) - strength.indexOf(b.fit))
  const [strongest] = denials
  const [first] = strongest ? [strongest.attack] : ofParties
  if (!first?.party) return null

  const by = first.party.subjects
  // What the claim itself answers contradicts it, too.
  const isContradicted =
    attacks.some(({ party, relation }) => !party && relation === 'rebuts') ||
    rebuttals.length > denials.length
  const isOpen = leftOpen === 'whole' || (leftOpen === 'part' && strongest?.fit === 'partly')
  const isKnown = strongest?.fit === 'meets' || (more === 0 && !isContradicted && isOpen)
  if (!strongest || !isKnown) return { by, fit: null, aspect: null, points: [] }
  return { by, fit: strongest.fit, aspect: first.otherPoint, points: first.met ?? [] }
}

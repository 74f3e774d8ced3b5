import type { Fit } from '../../domain/kinds.ts'
import { fitOf } from '../answered-points.ts'
import type { Attack, Explained } from '../explanation.ts'
import type { Speakers } from '../told/speakers.ts'
import { isSomebody, type PartyAnswer } from './facts.ts'

/** A denied claim, and how much of it all answers together leave open. */
interface Denied {
  readonly cites: readonly Attack[]
  readonly leftOpen?: Explained['leftOpen']
  readonly pointCount?: number
  /** What parties say of it without contradicting it. */
  readonly remarks?: Explained['remarks']
  readonly partly?: Explained['partly']
}

const strength: readonly Fit[] = ['meets', 'partly', 'other_point']

/** An answer of a party with what it touches. */
interface Fitting {
  readonly attack: Attack
  readonly fit: Fit
}

/**
 * The strongest answer of those whom a denied claim is about. Who contests only its grounds does not
 * say that it is not so, but may answer another point. That something is left open can be said only
 * if all answers together leave it open, and that the claim is contested only if denials do not.
 *
 * @param more how many answers there are besides these
 */
export function strongestAnswer(denied: Denied, more: number): PartyAnswer | null {
  const { cites: attacks, leftOpen = 'whole' } = denied
  const ofParties = attacks.filter(({ party }) => party !== null)
  const rebuttals = ofParties.filter(({ relation, isRuling }) => relation === 'rebuts' && !isRuling)
  const denials = fitting(rebuttals)
  const answers = denials.length > 0 ? denials : contests(ofParties)
  const [strongest] = answers
  if (!strongest || (strongest.fit !== 'meets' && meetItTogether(denied, answers, more))) {
    const by = partiesOf(ofParties)
    return isSomebody(by) ? { by, fit: null, aspect: null, points: [] } : null
  }
  const { fit, attack } = strongest
  const alike = answers.filter((each) => (each.fit === 'meets') === (fit === 'meets'))
  // What the claim itself answers contradicts it, too.
  const isContradicted =
    attacks.some(({ party, relation }) => !party && relation === 'rebuts') ||
    rebuttals.length > denials.length
  // What denials do not meet, a confirmation does.
  const isMetByOthers = leftOpen === 'nothing' || (leftOpen === 'part' && fit === 'other_point')
  return {
    by: partiesOf(alike.map((each) => each.attack)),
    fit,
    isAmongOthers: more > 0 || isContradicted || isMetByOthers,
    aspect: alike.length > 1 ? null : attack.otherPoint,
    points: attack.met ?? [],
  }
}

/** Whether denials of points leave nothing of the claim open, so far as they are known. */
function meetItTogether(
  { leftOpen = 'whole', pointCount = 0, remarks, partly }: Denied,
  answers: readonly Fitting[],
  more: number,
): boolean {
  if (leftOpen !== 'nothing') return false
  const met = new Set(answers.flatMap(({ attack }) => attack.metIds ?? []))
  if (pointCount > 0 && met.size >= pointCount) return true
  const isConfirmed =
    (partly?.named.length ?? 0) > 0 ||
    remarks?.named.some(({ response }) => response === 'confirms') === true
  return more > 0 && !isConfirmed
}

function fitting(attacks: readonly Attack[]): readonly Fitting[] {
  return attacks
    .flatMap((attack): readonly Fitting[] => {
      const fit = fitOf(attack)
      return fit === null ? [] : [{ attack, fit }]
    })
    .toSorted((a, b) => strength.indexOf(a.fit) - strength.indexOf(b.fit))
}

/** What parties contest, if that is only another point or a part of it. */
function contests(ofParties: readonly Attack[]): readonly Fitting[] {
  const found = fitting(ofParties.filter(({ relation }) => relation === 'undercuts'))
  const isElsewhere = found.length === ofParties.length && found.every(({ fit }) => fit !== 'meets')
  return isElsewhere ? found : []
}

/** Those for whom some answers are given, each once. */
function partiesOf(attacks: readonly Attack[]): Speakers {
  const parties = attacks.flatMap(({ party }) => party?.subjects ?? [])
  const named = new Map(parties.flatMap((each) => each.named.map((one) => [one.id, one])))
  return {
    named: [...named.values()],
    more: Math.max(0, ...parties.map((each) => each.more)),
  }
}

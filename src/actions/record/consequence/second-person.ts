import type { Actor } from '../../../domain/actor.ts'
import { DomainError } from '../../../domain/errors.ts'
import type { Db } from '../../../store/database/db.ts'
import { findOwn } from '../../../store/own-objects.ts'
import type { Move, Weighed } from './weigh.ts'
import { weightyMoves } from './weighty-moves.ts'

/** Of which events the public is told that somebody did alone what takes two: all of the write, or some. */
export type Exempt = 'all' | ReadonlySet<number>

/**
 * Holds a write against the consequence rule (docs/consequence-rule.md): nobody changes another
 * side's standing alone and unseen. A key belongs to no side, so every claim is of another side.
 *
 * @returns which of its events an exempt actor made alone
 * @throws {DomainError} `conflict`, naming what takes a second person
 */
export async function requireSecondPerson(tx: Db, actor: Actor, weighed: Weighed): Promise<Exempt> {
  const { moves, acts, changed } = weighed
  const heavy = weightyMoves(weighed)
  // Of what contributors send there are only previews: a second person decides on all of it.
  if (heavy.length + acts.length === 0 || actor.role === 'contribute') return new Set()

  const touched = [
    ...moves.map(({ claim }) => claim),
    ...acts.map(({ object }) => object),
    ...changed,
  ]
  const own = await findOwn(tx, actor, touched)
  const isOwnAffair = touched.every((id) => own.has(id))
  if (isOwnAffair && !acts.some(({ isNeverExempt }) => isNeverExempt)) return new Set()
  if (actor.role === 'admin' || actor.role === 'system')
    return heavy.length > 0 ? 'all' : new Set(acts.map(({ seq }) => seq))

  const ofOthers = heavy.filter(({ claim }) => !own.has(claim))
  const reasons = [
    ...(ofOthers.length > 0 ? ofOthers : heavy).map(inWords),
    ...acts.map(({ reason }) => reason),
  ]
  throw new SecondPersonNeeded(reasons)
}

/** Refuses what takes a second person, unless there is somewhere to submit it. */
export class SecondPersonNeeded extends DomainError {
  readonly reasons: readonly string[]

  constructor(reasons: readonly string[]) {
    const faults = reasons.slice(0, reasonsMax).map((reason) => {
      return { pointer: '', code: 'second-person', message: `It would ${reason}.` }
    })
    super('conflict', secondPerson(reasons[0] ?? ''), faults)
    this.reasons = reasons
  }
}

const reasonsMax = 20

/** The words in which something that takes a second person is refused. */
export function secondPerson(reason: string): string {
  return `This would ${reason}, which takes a second person: an administrator, or two persons once there is a review.`
}

function inWords({ claim, from, to }: Move): string {
  return `move claim ${claim} from ${from ?? 'nothing'} to ${to ?? 'nothing (voided or merged away)'}`
}

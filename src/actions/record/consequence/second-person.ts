import type { Actor } from '../../../domain/actor.ts'
import { DomainError } from '../../../domain/errors.ts'
import type { Db } from '../../../store/database/db.ts'
import { findOwn } from '../../../store/own-objects.ts'
import type { Move, Weighed } from './weigh.ts'
import { weightyMoves } from './weighty-moves.ts'

/** The events that publicly say `"secondPerson": "exempt"`: all of the write, or some by number. */
export type Exempt = 'all' | ReadonlySet<number>

/**
 * Checks a write against the consequence rule (docs/consequence-rule.md). A key belongs to no side,
 * so every claim counts as another side's.
 *
 * @returns the events that an exempt actor made without a second person
 * @throws {DomainError} `conflict`, naming what takes a second person
 */
export async function requireSecondPerson(tx: Db, actor: Actor, weighed: Weighed): Promise<Exempt> {
  const { moves, acts, changed } = weighed
  const heavy = weightyMoves(weighed)
  // Contributors can only preview, and a second person will decide on everything they send.
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

/** The write takes a second person: it is refused, or submitted if the service has a review. */
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

/** The message that refuses what takes a second person. `reason` continues "This would". */
export function secondPerson(reason: string): string {
  return `This would ${reason}, which takes a second person: an administrator, or two persons once there is a review.`
}

function inWords({ claim, from, to }: Move): string {
  return `move claim ${claim} from ${from ?? 'nothing'} to ${to ?? 'nothing (voided or merged away)'}`
}

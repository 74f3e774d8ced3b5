import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { groupOf, type Status } from '../domain/status.ts'
import type { Judged } from './judge.ts'

/**
 * The consequence rule: moving a claim of another side into or out of `does_not_stand`, by whatever
 * route, waits for a second person. A key belongs to no side, so every claim is of another.
 *
 * @returns whether the rule applies and the actor is exempt from it
 * @throws {DomainError} `conflict` when the actor is not exempt
 */
export function requireSecondPerson(actor: Actor, judged: readonly Judged[]): boolean {
  const moved = judged.filter(
    ({ before, now }) =>
      before.status !== null && doesNotStand(before.status) !== doesNotStand(now.status),
  )
  const [first] = moved
  if (!first) return false
  if (actor.role === 'admin' || actor.role === 'system') return true
  throw new DomainError(
    'conflict',
    `This would move claim ${first.now.claim} from ${first.before.status} to ${first.now.status ?? 'voided'}, ` +
      'which takes a second person; only an admin key may do it alone.',
  )
}

function doesNotStand(status: Status | null): boolean {
  return status !== null && groupOf[status] === 'does_not_stand'
}

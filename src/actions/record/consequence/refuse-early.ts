import type { Actor } from '../../../domain/actor.ts'
import type { Db } from '../../../store/database/db.ts'
import { requireSecondPerson } from './second-person.ts'
import type { Act } from './weigh.ts'

/** Work on less is short, and its refusal can name every status that it would move. */
const shortMax = 1_000

/**
 * Refuses what takes a second person whatever its consequences, before much of the record is worked
 * through for it. What it lets pass is weighed again with its consequences.
 *
 * @param size how many objects would be rewritten and relabelled
 * @throws {DomainError} `conflict`
 */
export async function refuseEarly(
  { tx, actor }: { readonly tx: Db; readonly actor: Actor },
  acts: readonly Act[],
  size: number,
): Promise<void> {
  if (size <= shortMax || acts.length === 0) return
  const numbered = acts.map((act) => ({ ...act, seq: 0 }))
  await requireSecondPerson(tx, actor, { moves: [], acts: numbered, changed: [] })
}

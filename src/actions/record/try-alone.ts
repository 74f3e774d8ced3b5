import { requireSecondPerson } from './consequence/second-person.ts'
import { weigh } from './consequence/weigh.ts'
import { DeferredStatements } from './deferred-statements.ts'
import { relabel } from './relabel.ts'
import { alone } from '../../engine/change/sharing.ts'
import { gather, type Writing } from './writing.ts'

/**
 * Carries out part of a write as if it were a write of its own, with all its consequences, and
 * checks it against the consequence rule. It records no events: the caller rolls it back.
 *
 * @param after the number of the last event before it
 * @returns the number that its last event would have
 * @throws {DomainError} `conflict` if it takes a second person
 */
export async function tryAlone(
  { tx, at, actor, meter }: Writing,
  after: number,
  work: (writing: Writing) => Promise<unknown>,
): Promise<number> {
  const deferred = new DeferredStatements()
  return deferred.during(async () => {
    const gathered = gather({ tx, at, actor, meter, deferred, after })
    const { writing, drafts, changes, held } = gathered
    await work(writing)
    const seq = after + drafts.length
    const { statusChanges, writeStatuses } = await relabel(tx, {
      record: writing.view(),
      changes,
      held,
      meter,
      deferred,
      sharing: alone(seq),
      at,
    })
    await requireSecondPerson(tx, actor, weigh(statusChanges, gathered))
    await writeStatuses()
    return seq
  })
}

import { system } from '../domain/actor.ts'
import type { Deps } from './record/deps.ts'
import { forgetGraph, listAllChanges, recallStatuses } from '../store/remake.ts'
import { remakeSearch } from '../store/remake-search.ts'
import { writeRecord } from './record/write-record.ts'

/**
 * Rebuilds all derived data under the record lock: which links are void because they depend on
 * voided objects, the compiled graph, labels, statuses, cites and counts, and the search indexes. A
 * status never shown before gets a history row as of the last event.
 *
 * @returns how many statuses differed
 */
export async function remakeDerived(deps: Deps): Promise<number> {
  return writeRecord(deps, {
    actor: system,
    work: async ({ tx, changed }) => {
      await forgetGraph(tx)
      await remakeSearch(tx)
      const recalled = await recallStatuses(tx)
      changed(await listAllChanges(tx))
      return recalled
    },
    answer: ({ result, statusChanges }) => result + statusChanges.length,
  })
}

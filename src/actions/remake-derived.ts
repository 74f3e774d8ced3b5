import { system } from '../domain/actor.ts'
import type { Deps } from './record/deps.ts'
import { forgetGraph, listAllChanges, recallStatuses } from '../store/remake.ts'
import { remakeSearch } from '../store/remake-search.ts'
import { settleQuoted } from './record/quoted/settle-quoted.ts'
import { writeRecord } from './record/write-record.ts'
import type { Db } from '../store/database/db.ts'
import { listAllMeasured, listMeasured } from '../store/quoted.ts'

/**
 * Rebuilds all derived data under the record lock: which links are void because they depend on
 * voided objects, the compiled graph, labels, statuses, cites and counts, how much of each report is
 * quoted, and the search indexes. A status never shown before gets a history row as of the last
 * event.
 *
 * @returns how many statuses differed
 */
export async function remakeDerived(deps: Deps): Promise<number> {
  return writeRecord(deps, {
    actor: system,
    work: async ({ tx, changed, lastSeq }) => {
      await forgetGraph(tx)
      await remakeSearch(tx)
      const recalled = await recallStatuses(tx)
      changed(await listAllChanges(tx))
      await remakeQuoted(tx, lastSeq())
      return recalled
    },
    answer: ({ result, statusChanges }) => result + statusChanges.length,
  })
}

async function remakeQuoted(tx: Db, seq: number): Promise<void> {
  const reports = await listAllMeasured(tx)
  const measured = await listMeasured(tx, { reports, merges: [], cited: [] })
  await settleQuoted(tx, measured, {
    actor: system,
    after: seq,
    seq,
    told: new Set(),
    watch: unwatched,
  })
}

function unwatched(quotes: readonly string[]): readonly string[] {
  return quotes
}

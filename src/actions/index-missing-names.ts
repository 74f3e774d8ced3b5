import { system } from '../domain/actor.ts'
import { indexNames } from '../store/name-search.ts'
import { loadNames, noteUnindexed, takeUnindexed } from '../store/unindexed-names.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

const batchSize = 500

/**
 * Indexes names that were entered before this index existed, or by an older version. It works in
 * batches, so that writes are not blocked, and resumes after a restart.
 */
export async function indexMissingNames(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  await noteUnindexed(deps.db)
  let indexed = batchSize
  while (indexed === batchSize && !isStopping()) {
    indexed = await writeRecord(deps, {
      actor: system,
      work: async ({ tx }) => {
        const taken = await takeUnindexed(tx, batchSize)
        await indexNames(tx, await loadNames(tx, taken))
        return taken.length
      },
      answer: ({ result }) => result,
    })
  }
}

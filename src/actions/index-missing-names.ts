import { system } from '../domain/actor.ts'
import { indexNames } from '../store/name-search.ts'
import { loadNames, noteUnindexed, takeUnindexed } from '../store/unindexed-names.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

const batchSize = 500

/**
 * Indexes the names of what was entered before names were indexed, or by an older version. It works
 * in batches, so that writes come in between, and goes on at the next start where it was stopped.
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

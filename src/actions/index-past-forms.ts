import { system } from '../domain/actor.ts'
import type { Db } from '../store/database/db.ts'
import { listClaimsOfPastForm, listSourcesOfPastForm } from '../store/past-forms.ts'
import { reindexAliases, reindexClaims } from '../store/remake-search.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

const batchSize = 500

/**
 * Indexes words again that an earlier version indexed in another form: names of sources first, as few
 * of them find many claims. It works in batches, so that writes are not blocked, and goes on after a
 * restart.
 */
export async function indexPastForms(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  await inBatches(deps, isStopping, listSourcesOfPastForm, reindexAliases)
  await inBatches(deps, isStopping, listClaimsOfPastForm, reindexClaims)
}

async function inBatches(
  deps: Deps,
  isStopping: () => boolean,
  list: (db: Db, limit: number) => Promise<string[]>,
  reindex: (tx: Db, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  let size = batchSize
  while (size === batchSize && !isStopping()) {
    size = await writeRecord(deps, {
      actor: system,
      work: async ({ tx }) => {
        const ids = await list(tx, batchSize)
        await reindex(tx, ids)
        return ids.length
      },
      answer: ({ result }) => result,
    })
  }
}

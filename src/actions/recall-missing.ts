import { system } from '../domain/actor.ts'
import { listUnrecalled } from '../store/last-statuses.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

/**
 * Stores what befell claims that were replaced before this was stored, or by a version of the service
 * that does not store it. It works in batches, so that writes are not blocked.
 *
 * @returns how many corrections were looked at
 */
export async function recallMissing(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let done = 0
  let links = await listUnrecalled(deps.db)
  while (links.length > 0 && !isStopping()) {
    const batch = links
    await writeRecord(deps, {
      actor: system,
      work: async ({ changed }) => changed(batch.map((link) => ({ link }))),
      answer: () => undefined,
    })
    done += batch.length
    links = await listUnrecalled(deps.db)
  }
  return done
}

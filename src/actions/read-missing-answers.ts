import { system } from '../domain/actor.ts'
import { noteUnreadAnswers, takeUnreadAnswers } from '../store/answers.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

const batchSize = 500

/**
 * Computes what answers touch that were entered before this was computed, or by an older version. It
 * works in batches, so that writes are not blocked, and resumes after a restart.
 */
export async function readMissingAnswers(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  await noteUnreadAnswers(deps.db)
  let read = batchSize
  while (read === batchSize && !isStopping()) {
    read = await writeRecord(deps, {
      actor: system,
      work: async ({ tx, changed }) => {
        const taken = await takeUnreadAnswers(tx, batchSize)
        changed(taken.map((claim) => ({ claim, what: 'amended' })))
        return taken.length
      },
      answer: ({ result }) => result,
    })
  }
}

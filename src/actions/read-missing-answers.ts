import { setTimeout as sleep } from 'node:timers/promises'
import { system } from '../domain/actor.ts'
import { noteUnreadAnswers, takeUnreadAnswers } from '../store/answers.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

/** Other writes wait for a batch, so it is small. */
const batchSize = 50

/**
 * Computes what answers touch that were entered before this was computed, or by an older version. It
 * works in batches and rests after each as long as it took, so that writes are not blocked, and
 * resumes after a restart.
 */
export async function readMissingAnswers(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  await noteUnreadAnswers(deps.db)
  let read = batchSize
  while (read === batchSize && !isStopping()) {
    const begun = performance.now()
    read = await writeRecord(deps, {
      actor: system,
      work: async ({ tx, changed }) => {
        const taken = await takeUnreadAnswers(tx, batchSize)
        changed(taken.map((claim) => ({ claim, what: 'amended' })))
        return taken.length
      },
      answer: ({ result }) => result,
    })
    if (read === batchSize) await sleep(performance.now() - begun)
  }
}

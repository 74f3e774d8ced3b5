import { setTimeout as sleep } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { RunnableJob } from './job.ts'

export interface DueOptions {
  readonly jobs: readonly RunnableJob[]
  /** How often to look whether a job is due. */
  readonly lookEveryMs: number
  readonly signal: AbortSignal
  readonly onTrouble: (error: unknown) => void
}

/**
 * Sends each job that is due by the clock, until told to stop. All processes do, and the queue takes
 * one in each span of time: its clock is that of the database, and nothing has to be remembered.
 */
export async function sendWhatIsDue(
  boss: PgBoss,
  { jobs, lookEveryMs, signal, onTrouble }: DueOptions,
): Promise<void> {
  while (!signal.aborted) {
    for (const { name, every } of jobs)
      if (every)
        await boss
          .send(name, every.payload, { singletonSeconds: every.seconds })
          .catch((error: unknown) => onTrouble(error))
    await sleep(lookEveryMs, undefined, { signal }).catch(() => {})
  }
}

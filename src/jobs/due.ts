import { setTimeout as sleep } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { RunnableJob } from './job.ts'

export interface DueOptions {
  readonly jobs: readonly RunnableJob[]
  /** How often to check whether a job is due. */
  readonly lookEveryMs: number
  readonly signal: AbortSignal
  /** Done at every check. */
  readonly lookAfter: () => Promise<void>
  readonly onTrouble: (error: unknown) => void
}

/**
 * Sends each job that is due by the clock. Every process does, and the queue accepts one per time
 * slot of the database clock, so that nothing has to be remembered.
 */
export async function sendWhatIsDue(
  boss: PgBoss,
  { jobs, onTrouble }: Pick<DueOptions, 'jobs' | 'onTrouble'>,
): Promise<void> {
  for (const { name, every } of jobs)
    if (every)
      await boss
        .send(name, every.payload, { singletonSeconds: every.seconds })
        .catch((error: unknown) => onTrouble(error))
}

/** Repeats this, and other regular checks, until aborted. */
export async function keepSending(
  boss: PgBoss,
  { lookEveryMs, signal, lookAfter, ...options }: DueOptions,
): Promise<void> {
  while (!signal.aborted) {
    await lookAfter().catch((error: unknown) => options.onTrouble(error))
    await sleep(lookEveryMs, undefined, { signal }).catch(() => {})
    if (!signal.aborted) await sendWhatIsDue(boss, options)
  }
}

import type { PgBoss } from 'pg-boss'
import { PlainError } from '../domain/plain-error.ts'
import type { JobContext, RunnableJob } from './job.ts'

/** Called for each job that has ended. */
export type OnEnded = (ended: { job: string; isDone: boolean; seconds: number }) => void

export interface Working {
  readonly context: JobContext
  readonly trouble: (error: unknown, message: string) => void
  readonly onEnded?: OnEnded | undefined
}

/** Polls for jobs of one kind, and runs one at a time. */
export async function takeUp(boss: PgBoss, job: RunnableJob, working: Working): Promise<void> {
  const options = { pollingIntervalSeconds: job.pollSeconds }
  await boss.work(job.name, options, async (jobs) => {
    for (const { data } of jobs) await runOne(job, data, working)
  })
}

async function runOne(
  job: RunnableJob,
  data: unknown,
  { context, trouble, onEnded }: Working,
): Promise<void> {
  const begun = performance.now()
  let isDone = false
  try {
    await job.run(data, context)
    isDone = true
  } catch (error) {
    trouble(error, `The job ${job.name} failed.`)
    // The queue stores the error of a failed job, and a PostgreSQL message may quote the record.
    throw new PlainError(`${job.name} failed; the log says why.`)
  } finally {
    onEnded?.({ job: job.name, isDone, seconds: (performance.now() - begun) / 1000 })
  }
}

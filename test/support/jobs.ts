import type { Db as QueueDb } from 'pg-boss'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Job, JobContext, RunnableJob } from '../../src/jobs/job.ts'
import type { OnEnded } from '../../src/jobs/take-up.ts'
import { openWorker, type Worker, type WorkerOptions } from '../../src/jobs/worker.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'

/** pg-boss queries, on separate connections. */
export function queueDb(url: string): QueueDb {
  const pool = openPool({ url, applicationName: 'queue', connectionsMax: 2, limits: servingLimits })
  onTestFinished(() => pool.end())
  return { executeSql: (text, values) => pool.query(text, values) }
}

/** Creates the queue for a test's own job. */
export async function makeQueue(ownerDb: Db, name: string, options: object = {}): Promise<void> {
  const given = JSON.stringify({ policy: 'standard', retryLimit: 0, ...options })
  await sql`select pgboss.create_queue(${name}, ${given}::jsonb)`.execute(ownerDb)
}

/** A job about a number. */
export function numberJob(
  name: string,
  run: (number: number, context: JobContext) => Promise<void>,
): Job<{ number: number }> {
  return {
    name,
    payload: z.strictObject({ number: z.int() }),
    pollSeconds: 0.5,
    run: ({ number }, context) => run(number, context),
  }
}

/** A line of the log. */
export interface Line {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: object
  readonly message: string
}

/** Starts a worker and stops it with the test; its log is kept. */
export function work(
  url: string,
  jobs: readonly RunnableJob[],
  { onEnded, ...options }: Partial<WorkerOptions> & { onEnded?: OnEnded } = {},
): Worker & { readonly lines: Line[] } {
  const lines: Line[] = []
  const lineOf = (level: Line['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  const log = { info: lineOf('info'), warn: lineOf('warn'), error: lineOf('error') }
  const worker = openWorker({ url, log, jobs, lookEveryMs: 500, ...options })
  worker.start(onEnded)
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= worker.stop())
  onTestFinished(stop)
  return { ...worker, stop, lines }
}

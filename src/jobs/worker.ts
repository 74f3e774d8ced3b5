import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Log } from '../actions/record/deps.ts'
import { PlainError } from '../domain/plain-error.ts'
import { openDb, openPool, type TimeLimits } from '../store/pool.ts'
import { allJobs } from './all.ts'
import { createBoss } from './boss.ts'
import { keepSending, sendWhatIsDue } from './due.ts'
import type { JobContext, RunnableJob } from './job.ts'
import { findQueueSchema } from '../store/schema.ts'
import { openTrouble } from './trouble.ts'

export interface Worker {
  readonly pool: Pool
  readonly start: (onEnded?: OnEnded) => void
  /** Lets the jobs under way end, a few seconds at most. */
  readonly stop: () => Promise<void>
}

/** Told of each job that has ended. */
export type OnEnded = (ended: { job: string; isDone: boolean; seconds: number }) => void

export interface WorkerOptions {
  readonly url: string
  readonly log: Log
  readonly jobs?: readonly RunnableJob[]
  readonly now?: () => number
  /** How often to look whether a job is due by the clock. */
  readonly lookEveryMs?: number
}

/** Nobody waits for a job, and none may keep a write waiting. */
const limits: TimeLimits = {
  connectMs: 5_000,
  statementMs: 10_000,
  lockMs: 1_000,
  idleInTransactionMs: 10_000,
}

/** How long a stop waits: for the jobs, and for a database that may not answer any more. */
const graceMs = 3_000
const patienceMs = 5_000

const longestPauseMs = 60_000

/** Does jobs from its start until it is stopped, whatever happens to the database meanwhile. */
export function openWorker(options: WorkerOptions): Worker {
  const { url, log, now = Date.now } = options
  const sockets = new Set<Socket>()
  const pool = openPool({
    url,
    applicationName: 'counterpoint jobs',
    connectionsMax: 2,
    limits,
    sockets,
  })
  const stopping = new AbortController()
  const { signal } = stopping
  let working: Promise<void> | undefined
  return {
    pool,
    start: (onEnded) => {
      working ??= keepWorking({
        ...options,
        pool,
        trouble: openTrouble(log, now),
        context: { db: openDb(pool), log, signal, now },
        onEnded,
      })
    },
    stop: async () => {
      stopping.abort()
      const late = sleep(patienceMs, 'late' as const, { ref: false })
      if ((await Promise.race([working, late])) === 'late')
        for (const socket of sockets) socket.destroy()
      await pool.end()
    },
  }
}

interface Working extends WorkerOptions {
  readonly pool: Pool
  readonly trouble: (error: unknown, message: string) => void
  readonly context: JobContext
  readonly onEnded?: OnEnded | undefined
}

async function keepWorking(working: Working): Promise<void> {
  const { signal } = working.context
  for (let pauseMs = 1_000; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      await workUntilStopped(working)
    } catch (error) {
      working.trouble(error, 'Jobs wait: their queue cannot be used.')
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
}

async function workUntilStopped(working: Working): Promise<void> {
  const { pool, jobs = allJobs, trouble, lookEveryMs = 60_000, context, log } = working
  const onTrouble = (error: unknown) => trouble(error, 'The queue of jobs met a fault.')
  const schemaVersion = await findQueueSchema(context.db)
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = await createBoss(db, { schemaVersion })
  boss.on('error', onTrouble)
  boss.on('warning', ({ message }) => log.warn({}, message))
  try {
    await boss.start()
    // Before anybody looks, so that what is due need not wait for the second look.
    await sendWhatIsDue(boss, { jobs, onTrouble })
    for (const job of jobs) await takeUp(boss, job, working)
    await keepSending(boss, { jobs, lookEveryMs, signal: context.signal, onTrouble })
  } finally {
    await boss.stop({ timeout: graceMs })
  }
}

async function takeUp(boss: PgBoss, job: RunnableJob, working: Working): Promise<void> {
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
    // The queue keeps what a job failed with, and a message of PostgreSQL may quote the record.
    throw new PlainError(`${job.name} failed; the log says why.`)
  } finally {
    onEnded?.({ job: job.name, isDone, seconds: (performance.now() - begun) / 1000 })
  }
}

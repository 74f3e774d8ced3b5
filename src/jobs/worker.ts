import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Log } from '../actions/record/deps.ts'
import { openDb, openPool, type TimeLimits } from '../store/database/pool.ts'
import { correctQueueTimes } from '../store/queue-times.ts'
import { findQueueSchema } from '../store/database/schema.ts'
import { allJobs } from './all.ts'
import { createBoss } from './boss.ts'
import { keepSending, sendWhatIsDue } from './due.ts'
import type { RunnableJob } from './job.ts'
import { takeUp, type OnEnded, type Working } from './take-up.ts'
import { openTrouble } from './trouble.ts'

export interface Worker {
  readonly pool: Pool
  readonly start: (onEnded?: OnEnded) => void
  /** Lets running jobs finish, for a few seconds at most. */
  readonly stop: () => Promise<void>
}

export interface WorkerOptions {
  readonly url: string
  readonly log: Log
  readonly jobs?: readonly RunnableJob[]
  readonly now?: () => number
  /** How often to check whether a job is due by the clock. */
  readonly lookEveryMs?: number
}

/** Nobody waits for a job, and no job may delay a write. */
const limits: TimeLimits = {
  connectMs: 5_000,
  statementMs: 10_000,
  lockMs: 1_000,
  idleInTransactionMs: 10_000,
}

/** How long a stop waits for running jobs, or for a database that may no longer answer. */
const graceMs = 3_000
const patienceMs = 5_000

const longestPauseMs = 60_000

/** Runs jobs until it is stopped, whatever happens to the database meanwhile. */
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
        trouble: openTrouble(log, () => performance.now()),
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

interface Settings extends WorkerOptions, Working {
  readonly pool: Pool
}

async function keepWorking(settings: Settings): Promise<void> {
  const { signal } = settings.context
  for (let pauseMs = 1_000; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      await workUntilStopped(settings)
    } catch (error) {
      if (!signal.aborted) settings.trouble(error, 'Jobs are waiting: their queue cannot be used.')
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
}

async function workUntilStopped(settings: Settings): Promise<void> {
  const { pool, jobs = allJobs, trouble, lookEveryMs = 60_000, log } = settings
  const { db, signal } = settings.context
  const onTrouble = (error: unknown) => {
    if (!signal.aborted) trouble(error, 'The job queue reported an error.')
  }
  const lookAfter = async () => {
    const corrected = await correctQueueTimes(db)
    if (corrected > 0)
      log.warn({ mended: corrected }, 'The clock was ahead when jobs were sent; they are due now.')
  }
  const onPool = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = await createBoss(onPool, { schemaVersion: await findQueueSchema(db) })
  boss.on('error', onTrouble)
  boss.on('warning', ({ data }) =>
    trouble({ code: 'type' in data ? data.type : '' }, 'The job queue reported a warning.'),
  )
  try {
    await boss.start()
    // Sent before polling begins, so that due jobs need not wait for the second poll.
    await sendWhatIsDue(boss, { jobs, onTrouble })
    for (const job of jobs) await takeUp(boss, job, settings)
    await keepSending(boss, { jobs, lookEveryMs, signal, onTrouble, lookAfter })
  } finally {
    await boss.stop({ timeout: graceMs })
  }
}

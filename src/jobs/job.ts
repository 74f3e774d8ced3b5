import type { z } from 'zod'
import type { Log } from '../actions/record/deps.ts'
import type { Db } from '../store/database/db.ts'

/** What a job gets to work with. */
export interface JobContext {
  readonly db: Db
  readonly log: Log
  /**
   * Aborted when the process stops: the job ends at the next suitable point and resumes in a later
   * run.
   */
  readonly signal: AbortSignal
  /** The clock of this process, in milliseconds since 1970. */
  readonly now: () => number
}

/** Work that any process may do, after the write that requested it or on a schedule. */
export interface Job<Payload extends object> {
  /** Also the name of its queue, which a migration creates. */
  readonly name: string
  /** Ids and numbers, never words of the record: queued data outlives a redaction. */
  readonly payload: z.ZodType<Payload>
  readonly run: (payload: Payload, context: JobContext) => Promise<void>
  /** How often a process polls for it. */
  readonly pollSeconds: number
  /** Its schedule: once per period among all processes. Without one, it runs only when sent. */
  readonly every?: { readonly seconds: number; readonly payload: Payload } | undefined
}

/** A job as the worker sees it, whatever its payload. */
export interface RunnableJob extends Pick<Job<object>, 'name' | 'pollSeconds' | 'every'> {
  /** Runs a queued job, which another version may have sent. */
  readonly run: (data: unknown, context: JobContext) => Promise<void>
}

export function runnable<Payload extends object>(job: Job<Payload>): RunnableJob {
  const { name, pollSeconds, every, payload, run } = job
  return {
    name,
    pollSeconds,
    every,
    run: async (data, context) => run(payload.parse(data), context),
  }
}

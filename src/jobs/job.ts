import type { z } from 'zod'
import type { Log } from '../actions/record/deps.ts'
import type { Db } from '../store/database/db.ts'

/** What a job is given to work with. */
export interface JobContext {
  readonly db: Db
  readonly log: Log
  /** Aborted when the process stops: the job ends at its next good place, and goes on another time. */
  readonly signal: AbortSignal
  /** The clock of this process, in milliseconds since 1970. */
  readonly now: () => number
}

/** A piece of work that any process may do: after the write that asked for it, or by the clock. */
export interface Job<Payload extends object> {
  /** Of its queue too, which a migration makes. */
  readonly name: string
  /** Ids and numbers, never a word of the record: what is in the queue outlives a redaction. */
  readonly payload: z.ZodType<Payload>
  readonly run: (payload: Payload, context: JobContext) => Promise<void>
  /** How often a process looks for one. */
  readonly pollSeconds: number
  /** It is due so often, once among all processes; left out, only when it is sent. */
  readonly every?: { readonly seconds: number; readonly payload: Payload } | undefined
}

/** A job as the worker knows it, whatever it is about. */
export interface RunnableJob extends Pick<Job<object>, 'name' | 'pollSeconds' | 'every'> {
  /** Runs what lies in the queue, where it may have been put by another version. */
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

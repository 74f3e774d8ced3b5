import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { clockFault } from '../domain/clock.ts'
import { answersKeptDays } from '../domain/idempotency.ts'
import { readClock } from '../store/clock.ts'
import { retireAnswers, retireOutbox, type Retired } from '../store/retiring.ts'
import type { Job, JobContext } from './job.ts'

/** Entries that every consumer has passed stay for an hour, in case an operator wants to look. */
const outboxKeptSeconds = 3600
const answersKeptSeconds = answersKeptDays * 86_400

/** Rows per delete statement, which takes some tens of milliseconds. */
const rowsMax = 2_000

/** The rest waits for the next run; the queue aborts a run after two minutes. */
const runMs = 30_000

/** Deletes what operation leaves behind, in small steps, so that no write has to wait. */
export const housekeeping: Job<object> = {
  name: 'housekeeping',
  payload: z.strictObject({}),
  pollSeconds: 30,
  every: { seconds: 600, payload: {} },
  run: async (_, context) => {
    const { db, log, now } = context
    const fault = clockFault(await readClock(db, now))
    // A slow clock deletes too little, which does no harm.
    if (fault?.kind === 'differs') {
      log.warn(
        { seconds: Math.round(fault.ms / 1000) },
        'Housekeeping is suspended while the clock is wrong.',
      )
      return
    }
    const until = performance.now() + runMs
    const answers = await retire(context, until, new Date(0), (after) =>
      retireAnswers(db, { after, olderThanSeconds: answersKeptSeconds, rowsMax }),
    )
    const outbox = await retire(context, until, 0, (after) =>
      retireOutbox(db, { after, olderThanSeconds: outboxKeptSeconds, rowsMax }),
    )
    if (answers + outbox > 0) log.info({ answers, outbox }, 'Housekeeping deleted rows.')
  },
}

/** Processes one batch after the other, resting between them for as long as each took. */
async function retire<Place>(
  { signal }: JobContext,
  until: number,
  from: Place,
  next: (after: Place) => Promise<Retired<Place>>,
): Promise<number> {
  let total = 0
  let batch: Retired<Place> = { count: rowsMax, upTo: from }
  while (batch.count === rowsMax && performance.now() < until && !signal.aborted) {
    const begun = performance.now()
    batch = await next(batch.upTo)
    total += batch.count
    await sleep(performance.now() - begun, undefined, { signal }).catch(() => {})
  }
  return total
}

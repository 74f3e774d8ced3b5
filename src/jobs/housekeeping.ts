import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { clockFault } from '../domain/clock.ts'
import { answersKeptDays } from '../domain/idempotency.ts'
import { readClock } from '../store/clock.ts'
import { retireAnswers, retireOutbox, type Retired } from '../store/retiring.ts'
import type { Job, JobContext } from './job.ts'

/** An operator may still look at what nobody is told of. */
const outboxKeptSeconds = 3600
const answersKeptSeconds = answersKeptDays * 86_400

/** A statement deletes so many rows: some tens of milliseconds. */
const rowsMax = 2_000

/** Then the rest waits for the next run; the queue gives a run up after two minutes. */
const runMs = 30_000

/** Retires what operation leaves behind, in small steps, so that no write waits for it. */
export const housekeeping: Job<object> = {
  name: 'housekeeping',
  payload: z.strictObject({}),
  pollSeconds: 30,
  every: { seconds: 600, payload: {} },
  run: async (_, context) => {
    const { db, log, now } = context
    const fault = clockFault(await readClock(db, now))
    // A clock that stands behind retires too little, which harms nobody.
    if (fault?.kind === 'differs') {
      log.warn({ seconds: Math.round(fault.ms / 1000) }, 'Nothing is retired by a wrong clock.')
      return
    }
    const until = performance.now() + runMs
    const answers = await retire(context, until, new Date(0), (after) =>
      retireAnswers(db, { after, olderThanSeconds: answersKeptSeconds, rowsMax }),
    )
    const outbox = await retire(context, until, 0, (after) =>
      retireOutbox(db, { after, olderThanSeconds: outboxKeptSeconds, rowsMax }),
    )
    if (answers + outbox > 0) log.info({ answers, outbox }, 'Housekeeping retired rows.')
  },
}

/** Takes one batch after the other, and rests between them for as long as each has taken. */
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

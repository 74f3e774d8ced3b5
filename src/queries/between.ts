import { z } from 'zod'
import { found } from '../domain/errors.ts'
import type { WorldDate } from '../domain/world-date.ts'
import {
  findFirstMoment,
  findMoment,
  isAhead,
  type AskedMoment,
  type Moment,
} from '../store/as-of.ts'
import type { Db } from '../store/database/db.ts'
import { instant, viewInstant } from '../views/common.ts'
import { ahead, isSettled, moment, refuseBefore } from './as-of.ts'
import { badQuery } from './bad-query.ts'

/** `?from=&to=`: two moments between which to compare. */
export const betweenParameters = {
  from: moment.meta({
    type: 'string',
    description:
      'The earlier moment: the number of an event, or a time. A day or a month means its beginning in UTC, or the first event if the record begins on that day. A time before the first event is refused.',
    example: '2025-12-03T10:30:00Z',
  }),
  to: moment.optional().meta({
    type: 'string',
    description:
      'The later moment; left out, now. A day or a month means its end in UTC or, before it has ended, now.',
    example: '2026-01',
  }),
}

const momentView = z.object({
  seq: z.int().meta({ description: 'The last event at that moment.' }),
  at: instant,
})

/** The moments that were compared, as fields of an answer. */
export const betweenFields = { from: momentView, to: momentView }

/** Two states of the record, with the words for when they were. */
export interface Between {
  readonly from: Moment
  readonly to: Moment
  /** For a sentence: as asked, or the time of the event. */
  readonly dates: { readonly from: WorldDate; readonly until: WorldDate | undefined }
  /** Whether nothing can be written any more that belongs before the later one. */
  readonly isSettled: boolean
}

interface Asked {
  readonly from: AskedMoment
  readonly to?: AskedMoment | undefined
}

/**
 * Finds the two states.
 *
 * @throws {DomainError} `bad-query` for a moment in the future or before the record began, and for
 * moments in the wrong order
 */
export async function findBetween(db: Db, { from, to }: Asked): Promise<Between> {
  if (await isAhead(db, from)) throw ahead('/from')
  if (to && (await isAhead(db, to))) throw ahead('/to')
  const [start, end] = [await findStart(db, from), await findEnd(db, to)]
  if (end.seq < start.seq || (to && isReversed(from, to))) {
    const message = `It is after \`to\`. Send the earlier moment as \`from\`: event ${end.seq} was at ${viewInstant(end.at)}, event ${start.seq} at ${viewInstant(start.at)}.`
    throw badQuery([{ pointer: '/from', code: 'from-after-to', message }])
  }
  return {
    from: start,
    to: end,
    dates: { from: dateOf(from, start, 'begins'), until: to && dateOf(to, end, 'time') },
    isSettled: to !== undefined && isSettled(to),
  }
}

/** Before a day begins, nothing of that day has happened. */
async function findStart(db: Db, asked: AskedMoment): Promise<Moment> {
  if ('seq' in asked) return (await findMoment(db, asked)) ?? refuseBefore(db, '/from')
  const { begins, time } = asked
  const isSpan = begins < time
  const before = isSpan ? new Date(begins.getTime() - 1) : time
  const state = await findMoment(db, { begins, time: before })
  if (state) return state
  const hasBegun = isSpan && (await findMoment(db, asked)) !== undefined
  return hasBegun ? found(await findFirstMoment(db)) : refuseBefore(db, '/from')
}

async function findEnd(db: Db, asked: AskedMoment | undefined): Promise<Moment> {
  const last = { seq: Number.MAX_SAFE_INTEGER }
  return (await findMoment(db, asked ?? last)) ?? refuseBefore(db, '/to')
}

function isReversed(from: AskedMoment, to: AskedMoment): boolean {
  if ('seq' in from) return 'seq' in to && from.seq > to.seq
  return !('seq' in to) && from.begins > to.time
}

function dateOf(asked: AskedMoment, { at }: Moment, end: 'begins' | 'time'): WorldDate {
  if ('seq' in asked) return viewInstant(at)
  const written = viewInstant(asked[end])
  return asked.begins < asked.time ? written.slice(0, '2025-12-03'.length) : written
}

export function viewBetween({ from, to }: Between): z.output<z.ZodObject<typeof betweenFields>> {
  return {
    from: { seq: from.seq, at: viewInstant(from.at) },
    to: { seq: to.seq, at: viewInstant(to.at) },
  }
}

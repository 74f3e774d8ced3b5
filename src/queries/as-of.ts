import { z } from 'zod'
import { found as known, type DomainError } from '../domain/errors.ts'
import { isInterval, spanOf } from '../domain/world-date.ts'
import { findFirstMoment, findMoment, isAhead, readAsOf, type AskedMoment } from '../store/as-of.ts'
import type { Db } from '../store/database/db.ts'
import { instant, viewInstant } from '../views/common.ts'
import { badQuery } from './bad-query.ts'

/** An event number in plain digits, or a time. */
export const moment = z.string().transform((text, context): AskedMoment => {
  if (/^[1-9]\d{0,14}$/.test(text)) return { seq: Number(text) }
  const span = /^\d*$/.test(text) || isInterval(text) ? undefined : spanOf(text)
  if (span) return { begins: new Date(span.start), time: new Date(span.end ?? span.start) }
  const message =
    'Send the number of an event, or a time that exists, such as 2025-12, 2025-12-03 or 2025-12-03T10:30:00Z.'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** `?asOf=` */
export const asOfParameter = moment.optional().meta({
  type: 'string',
  description:
    'What the service said at that moment: the number of an event (plain digits always mean that), or a time. A day or a month means its end in UTC or, before it has ended, now. A time before the first event is refused, with the time at which the record begins.',
  example: '2025-12-03T10:30:00Z',
})

const asOfView = z
  .object({
    seq: z.int().meta({ description: 'The last event at that moment.' }),
    at: instant,
    words: z.literal('today').meta({
      description:
        'Statuses, cites and the version of the rules are those of that moment; labels and sentences are in the words of today.',
    }),
  })
  .meta({ id: 'AsOf' })

/** An extra field of answers to requests with `asOf`. */
export const asOfField = { asOf: asOfView.optional() }

/** How long a write may take to become visible under the time at which it began. */
const settledAfterMs = 10 * 60_000

/**
 * Answers as of the requested moment, or as of now.
 *
 * @throws {DomainError} `bad-query` for a moment in the future or before the record began
 */
export async function answerAsOf<T extends object>(
  db: Db,
  asked: AskedMoment | undefined,
  answer: (then: Db, seq?: number) => Promise<T>,
) {
  if (!asked) return { status: 200 as const, body: await answer(db) }
  if (await isAhead(db, asked)) throw ahead('/asOf')
  const found = (await findMoment(db, asked)) ?? (await refuseBefore(db, '/asOf'))
  const body = await readAsOf(db, found, async (then) => answer(then, found.seq))
  const asOf = { seq: found.seq, at: viewInstant(found.at), words: 'today' as const }
  return { status: 200 as const, body: { ...body, asOf }, isSettled: isSettled(asked) }
}

/** Whether nothing can be written any more that would belong before that moment. */
export function isSettled(asked: AskedMoment): boolean {
  return 'seq' in asked || asked.time.getTime() < Date.now() - settledAfterMs
}

/** Says that there was no record yet, rather than that nothing exists. */
export async function refuseBefore(db: Db, pointer: string): Promise<never> {
  const { seq, at } = known(await findFirstMoment(db))
  const message = `The record begins at ${viewInstant(at)} with event ${seq}. Send that time or number, or a later one.`
  throw badQuery([{ pointer, code: 'before-record', message }])
}

export function ahead(pointer: string): DomainError {
  const message = 'That is in the future; the record goes up to now.'
  return badQuery([{ pointer, code: 'ahead', message }])
}

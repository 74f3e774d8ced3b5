import { z } from 'zod'
import { DomainError, found } from '../domain/errors.ts'
import { isInterval, spanOf } from '../domain/world-date.ts'
import { findFirstMoment, findMoment, isAhead, readAsOf, type AskedMoment } from '../store/as-of.ts'
import type { Db } from '../store/database/db.ts'
import { instant, viewInstant } from '../views/common.ts'

/** `?asOf=`: an event number in plain digits, or a time. */
export const asOfParameter = z
  .string()
  .transform((text, context): AskedMoment => {
    if (/^[1-9]\d{0,14}$/.test(text)) return { seq: Number(text) }
    const span = /^\d*$/.test(text) || isInterval(text) ? undefined : spanOf(text)
    if (span) return { begins: new Date(span.start), time: new Date(span.end ?? span.start) }
    const message =
      'Send the number of an event, or a time that exists, such as 2025-12, 2025-12-03 or 2025-12-03T10:30:00Z.'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  .optional()
  .meta({
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
  answer: (then: Db) => Promise<T>,
) {
  if (!asked) return { status: 200 as const, body: await answer(db) }
  if (await isAhead(db, asked)) throw ahead()
  const moment = (await findMoment(db, asked)) ?? (await refuseBefore(db))
  const body = await readAsOf(db, moment, answer)
  const asOf = { seq: moment.seq, at: viewInstant(moment.at), words: 'today' as const }
  const isSettled = 'seq' in asked || asked.time.getTime() < Date.now() - settledAfterMs
  return { status: 200 as const, body: { ...body, asOf }, isSettled }
}

/** Says that there was no record yet, rather than that nothing exists. */
async function refuseBefore(db: Db): Promise<never> {
  const { seq, at } = found(await findFirstMoment(db))
  const message = `The record begins at ${viewInstant(at)} with event ${seq}. Send that time or number, or a later one.`
  throw wrong('before-record', message)
}

function ahead(): DomainError {
  return wrong('ahead', 'That is in the future; the record goes up to now.')
}

function wrong(code: string, message: string): DomainError {
  return new DomainError('bad-query', 'A query parameter is wrong; see errors.', [
    { pointer: '/asOf', code, message },
  ])
}

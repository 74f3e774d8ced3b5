import { z } from 'zod'
import type { Actor } from '../../../domain/actor.ts'
import { DomainError } from '../../../domain/errors.ts'
import { id } from '../../../domain/references.ts'
import { statuses } from '../../../domain/status.ts'
import type { Answer, Idempotent } from '../../../actions/record/answer.ts'
import { parse } from '../../../formats/faults.ts'
import type { Idempotency } from '../../../http/contract/idempotency.ts'
import { instant } from '../../../views/common.ts'

const event = z.object({ seq: z.int(), at: instant })

/** What every write of an object answers: the object, its event, and the statuses it moved. */
export function writtenView<T extends z.ZodType>(object: T) {
  return z.object({
    object,
    event,
    statusChanges: z.array(
      z.object({ claim: id, from: z.enum(statuses).nullable(), to: z.enum(statuses).nullable() }),
    ),
  })
}

/** The same of an amendment, which may amend nothing. */
export function amendedView<T extends z.ZodType>(object: T) {
  return writtenView(object).extend({
    event: event.nullable().meta({ description: 'null when nothing was changed.' }),
  })
}

/** A retry is known by the key it comes with; the service's own writes are not retried. */
export function idempotentBy(actor: Actor, idempotency: Idempotency): Idempotent | undefined {
  return actor.id === null ? undefined : { apiKeyId: actor.id, ...idempotency }
}

const identified = z.object({
  object: z.object({ id, version: z.int() }),
  event: z.object({ seq: z.int() }).nullable(),
})

/** A stored answer as the reply of a route: its body, whose object it is, and where that stands. */
export function readWritten<T extends z.ZodType>(answer: Answer, schema: T) {
  const json: unknown = JSON.parse(answer.body)
  const { object, event } = identified.parse(json)
  const body = schema.parse(json)
  if (!event) return { id: object.id, reply: { body } }
  const revision = { version: object.version, seq: event.seq }
  return { id: object.id, reply: { body, revision, seq: event.seq } }
}

/** Reads what an action has put together from a request. @throws {DomainError} `invalid` */
export function parseSent<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = parse(schema, value)
  if (parsed.faults)
    throw new DomainError('invalid', 'The body does not fit; see errors.', parsed.faults)
  return parsed.value
}

import { z } from 'zod'
import type { Actor } from '../../../domain/actor.ts'
import { DomainError } from '../../../domain/errors.ts'
import { id } from '../../../domain/references.ts'
import { statuses } from '../../../domain/status.ts'
import type { Idempotent } from '../../../actions/record/idempotent.ts'
import type { WrittenObject } from '../../../actions/write-object.ts'
import { parse } from '../../../formats/faults.ts'
import type { Idempotency } from '../../../http/contract/idempotency.ts'
import { instant } from '../../../views/common.ts'
import type { Versioned } from '../../../views/revision.ts'

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

/** A write as the reply of a route: what it did, and the revision of its object. */
export function replyOf<V extends Versioned>(written: WrittenObject<V>) {
  return replyWith(written, written.object.version)
}

/** The same of an object whose version stands elsewhere in what is shown of it. */
export function replyWith<V>({ object, event, statusChanges }: WrittenObject<V>, version: number) {
  if (!event) throw new Error('A write left no event.')
  const { seq } = event
  return { body: { object, event, statusChanges }, revision: { version, seq }, seq }
}

/** The same of an amendment, which may have changed nothing. */
export function replyOfAmendment<V extends Versioned>(written: WrittenObject<V>) {
  const { object, event, statusChanges } = written
  return event ? replyOf(written) : { body: { object, event, statusChanges } }
}

/** Reads what an action has put together from a request. @throws {DomainError} `invalid` */
export function parseSent<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = parse(schema, value)
  if (parsed.faults)
    throw new DomainError('invalid', 'The body does not fit; see errors.', parsed.faults)
  return parsed.value
}

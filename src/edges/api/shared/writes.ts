import { z } from 'zod'
import type { Actor } from '../../../domain/actor.ts'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { id } from '../../../domain/references.ts'
import { statuses } from '../../../domain/status.ts'
import { isSubmitted, type Submitted } from '../../../actions/record/submissions.ts'
import type { ObjectWrite, WrittenObject } from '../../../actions/write-object.ts'
import type { Contract } from '../../../http/contract/contract.ts'
import type { Idempotency } from '../../../http/contract/idempotency.ts'
import { instant } from '../../../views/common.ts'
import { previewFields, previewOf } from '../../../views/written/preview.ts'
import type { ApiDeps } from './deps.ts'
import { adviceFields, viewAdvice } from '../../../views/written/advice.ts'

const event = z.object({ seq: z.int(), at: instant })

/** What every write of an object answers: the object, its event, and the statuses it moved. */
export function writtenView<T extends z.ZodType>(object: T) {
  return z.object({
    object,
    event,
    statusChanges: z.array(
      z.object({ claim: id, from: z.enum(statuses).nullable(), to: z.enum(statuses).nullable() }),
    ),
    ...adviceFields,
    ...previewFields,
  })
}

/** The same for an amendment, which may change nothing. */
export function amendedView<T extends z.ZodType>(object: T) {
  return writtenView(object).extend({
    event: event.nullable().meta({ description: 'null when nothing was changed.' }),
  })
}

/** The answers of a route that creates something. Its preview creates nothing. */
export function created<T extends z.ZodType>(description: string, schema: T) {
  return { 201: { description, schema }, 200: { description: 'A preview.', schema } } as const
}

/** Who writes, in which language, whether it is a preview, and the key by which a retry is recognised. */
export function writerOf(asked: AskedWrite): WriterOf {
  const { actor, idempotency, isPreview, language, request } = asked
  return {
    request,
    actor,
    language,
    idempotent:
      idempotency && actor.id !== null ? { apiKeyId: actor.id, ...idempotency } : undefined,
    preview: isPreview ? { language } : undefined,
  }
}

interface AskedWrite {
  readonly actor: Actor
  readonly idempotency: Idempotency | undefined
  readonly isPreview: boolean
  readonly language: DisplayLanguage
  readonly request: object
}

type WriterOf = Pick<ObjectWrite<unknown>, 'actor' | 'idempotent' | 'preview' | 'request'> & {
  readonly language: DisplayLanguage
}

/** The reply to a write that created something. */
export function replyOfNew<V>(
  written: WrittenObject<V> | Submitted,
  versionOf: (object: V) => number,
  locationOf: (written: WrittenObject<V>) => string,
) {
  if (isSubmitted(written)) return replyOfSubmission(written)
  const { body, ...rest } = done(written, versionOf)
  if (written.preview) return { status: 200 as const, body }
  return { status: 201 as const, body, location: locationOf(written), ...rest }
}

/** The reply to a write: what it did, and the revision of its object. */
export function replyOf<V>(
  written: WrittenObject<V> | Submitted,
  versionOf: (object: V) => number,
) {
  if (isSubmitted(written)) return replyOfSubmission(written)
  return { status: 200 as const, ...done(written, versionOf) }
}

function done<V>(written: WrittenObject<V>, versionOf: (object: V) => number) {
  const { event } = written
  if (!event) throw new Error('A write left no event.')
  const body = { ...bodyOf(written), event }
  if (written.preview) return { body }
  const { seq } = event
  return { body, revision: { version: versionOf(written.object), seq }, seq }
}

/** The same for an amendment, which may have changed nothing. */
export function replyOfAmendment<V>(
  written: WrittenObject<V> | Submitted,
  versionOf: (object: V) => number,
) {
  if (isSubmitted(written) || written.event) return replyOf(written, versionOf)
  return { status: 200 as const, body: bodyOf(written) }
}

/** A write that waits for a second person. */
function replyOfSubmission({ submission }: Submitted) {
  return { status: 202 as const, body: { submission } }
}

const submitted = {
  description: 'It takes a second person, and waits for one to decide on it.',
  schema: z.object({ submission: z.object({ id }) }).meta({ id: 'Submitted' }),
} as const

/** The answers of a write of one object. They include 202 if there is a second person to ask. */
export function answersOf<A extends Answers>(
  { hasReview }: Pick<ApiDeps, 'hasReview'>,
  answers: A,
) {
  const all = { ...answers, 202: submitted } as const
  // Without a second person, no reply has the status 202.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return hasReview ? all : (answers as typeof all)
}

type Answers = Contract['answers']

function bodyOf<V>({ object, event, statusChanges, advice, preview }: WrittenObject<V>) {
  const told = { object, event, statusChanges, ...viewAdvice(advice) }
  return { ...told, ...previewOf(preview) }
}

import type { ObjectNoun } from '../../../domain/nouns.ts'
import { z } from 'zod'
import { fixedFields, nullableFields } from '../../../actions/bundle/changes.ts'
import type { ObjectLine } from '../../../actions/bundle/lines.ts'
import { confirm, type Confirmation } from '../../../domain/confirmation.ts'
import { DomainError } from '../../../domain/errors.ts'
import { parse, parseSent } from '../../../formats/faults.ts'
import { jsonBody, mergePatchBody, type BodyFormat } from '../../../http/contract/body-format.ts'
import { mergePatchSchema } from './merge-patch-schema.ts'
import { addressed } from './nouns.ts'

/** The body of a request: the object, and what its sender confirms. */
export interface Sent<T> {
  readonly object: T
  readonly confirm: readonly Confirmation[]
}

/** The body of an object, parsed as the bundle line that would enter it. */
export function bodyOf<T>(
  schema: z.ZodType<T>,
  sentOf: (input: T) => Sent<ObjectLine>,
): BodyFormat<Sent<ObjectLine>> {
  const format = jsonBody(schema)
  return { ...format, read: (bytes) => sentOf(format.read(bytes)) }
}

/**
 * The merged object is validated, so that faults describe the result. A null for an unknown field
 * would vanish in the merge, so unknown fields are checked first.
 */
export function patchOf(
  type: ObjectNoun,
  schema: z.ZodObject,
): BodyFormat<Sent<Record<string, unknown>>> {
  const { name } = addressed[type]
  const fields = mergePatchSchema(schema, fixedFields[type])
  const isAsked = isAskedAbout(type)
  const patch = (isAsked ? fields.safeExtend({ confirm: confirm.optional() }) : fields).meta({
    id: `${name}Patch`,
    description: descriptionOf(type, name),
  })
  const format = mergePatchBody(z.record(z.string(), z.unknown()))
  return {
    ...format,
    schema: patch,
    read: (bytes) => {
      const sent = format.read(bytes)
      const unknown = parse(patch, sent).faults?.filter(
        ({ pointer, code }) =>
          code === 'unknown-field' && !fixedFields[type].includes(pointer.slice(1)),
      )
      if (unknown && unknown.length > 0)
        throw new DomainError(
          'invalid',
          'The patch sets fields that such an object does not have; see errors.',
          unknown,
        )
      const { confirm: confirmed, ...object } = sent
      return { object, ...parseSent(z.object({ confirm }), { confirm: confirmed }) }
    },
  }
}

function descriptionOf(type: ObjectNoun, name: string): string {
  const nullable = nullableFields[type].map((field) => `\`${field}\``).join(' and ')
  const said = nullable && `; for ${nullable} it means that nobody knows`
  return `Fields of New${name} to set; null removes one${said}.`
}

/** Whether entries of this type are checked for duplicates. */
export function isAskedAbout(type: ObjectNoun): boolean {
  return type !== 'link' && type !== 'story'
}

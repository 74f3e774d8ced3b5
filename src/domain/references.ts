import { z } from 'zod'
import { isReservedSlug } from './redaction.ts'
import { nameFault, refuse, textFault } from './text.ts'

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const exampleId = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10'

/** A public id. Ours are UUIDv7; other records may use any lower-case UUID. */
export const id = z.string().regex(idShape, 'It is not an id (a lower-case UUID).').meta({
  id: 'Id',
  description: 'A public id, a UUID.',
  example: exampleId,
})

export function isId(value: string): boolean {
  return idShape.test(value)
}

const slugShape = /^[\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{M}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{M}]+)*$/u
const slugMax = 80

export const slug = z
  .string()
  .superRefine((value, context) => {
    if (!isSlug(value)) {
      const message = `Use lower-case letters and digits of any script and single hyphens, at most ${slugMax} characters; an id is not a slug.`
      refuse(context, { code: 'bad-slug', message })
    }
  })
  .meta({ id: 'Slug', example: 'ms-ai-sales-targets' })

/** A slug chosen by a caller. */
export const chosenSlug = slug.refine((value) => !isReservedSlug(value), {
  message: 'It is reserved for objects whose words were removed; choose another.',
})

export function isSlug(value: string): boolean {
  return slugShape.test(value) && !textFault(value, slugMax) && !nameFault(value) && !isId(value)
}

export function isIdOrSlug(value: string): boolean {
  return isId(value) || isSlug(value)
}

/** A slug made from a name; undefined if the name has no usable characters. */
export function slugFrom(name: string): string | undefined {
  const words =
    name
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{M}]+/gu) ?? []
  const made = [...words.join('-')].slice(0, slugMax).join('').replace(/-$/, '')
  return isSlug(made) && !isReservedSlug(made) ? made : undefined
}

const referenceMax = 200

/**
 * A reference in a body: an id, a slug, or a `ref` of the same import. Published data has refs with
 * spaces.
 */
export const reference = z
  .string()
  .min(1, 'It is empty; give an id, a slug or a ref.')
  .max(referenceMax, `A reference has at most ${referenceMax} characters.`)
  .regex(
    /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\p{C}\p{Z}])?$/u,
    'A reference has no control characters or line breaks, and no space at either end.',
  )
  .superRefine((value, context) => {
    const found = nameFault(value) ?? textFault(value, referenceMax)
    if (found) refuse(context, found)
  })
  .meta({
    id: 'Reference',
    description: 'An id, a slug, or a ref given in the same import.',
    example: exampleId,
  })

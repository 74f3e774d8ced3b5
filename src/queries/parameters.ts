import { z } from 'zod'
import { id, isIdOrSlug } from '../domain/references.ts'
import { isInterval, worldDate } from '../domain/world-date.ts'
import { undated } from '../store/claim-list.ts'
import { searchTerms } from '../domain/search-terms.ts'
import { listed, named } from './values.ts'

/** `/v1/claims/{id}` */
export const idParam = z.object({ id })

/** `/v1/sources/{id}`, by a slug as well */
export const idOrSlugParam = z.object({
  id: z
    .string()
    .refine(isIdOrSlug)
    .meta({ description: 'An id or a slug.', example: 'the-information' }),
})

export const byName =
  'By id, slug, name or alias in any language; a name that has a comma is sent by repeating the parameter. What names nothing, or several, is refused.'

export const references = named.optional()

/** Ids, in either case (RFC 9562). */
export const ids = listed(z.string().toLowerCase().pipe(id)).optional()
const searchMax = 200

/** Words that are looked for. */
export const searchParameter = z
  .string()
  .refine((value) => [...value].length <= searchMax, `At most ${searchMax} characters.`)
  .refine((value) => searchTerms(value).length > 0, 'It has no letter or digit to look for.')
  .optional()

/** A date, of which a filter takes the days or the instant. */
export const dateParameter = worldDate
  .refine((date) => !isInterval(date), 'Send one date; two bounds make an interval.')
  .optional()

/** An instant in the one spelling that cursors have it in. What the database cannot hold is none. */
const cursorInstant = z.string().refine((text) => {
  const time = Date.parse(text)
  return (
    /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === text
  )
})

/** Where a list by time of recording goes on. */
export const newestPosition = z.strictObject({ at: cursorInstant, id })

/** Where a list of the newest claims goes on. */
export const newestClaimPosition = z.strictObject({
  sort: z.literal('newest'),
  key: z.union([cursorInstant, z.literal(undated)]),
  id,
})

const integerMax = 2 ** 31 - 1

/** Where a list of claims goes on, in each of its orders. */
export const claimPosition = z.discriminatedUnion('sort', [
  newestClaimPosition,
  z.strictObject({ sort: z.literal('changed'), key: cursorInstant, id }),
  z.strictObject({ sort: z.literal('most_countered'), key: z.int().min(0).max(integerMax), id }),
  z.strictObject({ sort: z.literal('relevance'), key: z.number().min(0).max(1), id }),
])

export function newestPositionOf(row: { readonly recordedAt: Date; readonly id: string }) {
  return { at: row.recordedAt.toISOString(), id: row.id }
}

import { z } from 'zod'
import { id, isIdOrSlug } from '../domain/references.ts'
import { isInterval, worldDate } from '../domain/world-date.ts'
import { undated } from '../store/claim-order.ts'
import { searchTerms } from '../domain/search/terms.ts'
import { listed, named } from './values.ts'

/** `/v1/claims/{id}` */
export const idParam = z.object({ id })

/** `/v1/sources/{id}`, which accepts a slug as well */
export const idOrSlugParam = z.object({
  id: z
    .string()
    .refine(isIdOrSlug)
    .meta({ description: 'An id or a slug.', example: 'the-information' }),
})

export const byName =
  'By id, slug, name or alias in any language; to send a name with a comma, repeat the parameter. A value that names nothing, or several things, is refused.'

export const references = named.optional()

/** Ids, in either case (RFC 9562). */
export const ids = listed(z.string().toLowerCase().pipe(id)).optional()
const searchMax = 200

/** Search terms. */
export const searchedWords = z
  .string()
  .refine((value) => [...value].length <= searchMax, `At most ${searchMax} characters.`)
  .refine((value) => searchTerms(value).length > 0, 'It has no letter or digit to search for.')
  .refine((value) => {
    const terms = searchTerms(value)
    return terms.length === 0 || terms.some(({ isExcluded }) => !isExcluded)
  }, 'It only says what must not be found; add a word to search for.')

export const searchParameter = searchedWords.optional()

/** The position in a list of what a search found. */
export const foundPosition = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.literal('relevance'), key: z.number().min(0), id }),
  z.strictObject({ sort: z.literal('newest'), id }),
])

/** A date; a filter uses its days or its instant. */
export const dateParameter = worldDate
  .refine((date) => !isInterval(date), 'Send one date; two bounds make an interval.')
  .optional()

/** An instant in the spelling that our cursors use, within the range of the database. */
const cursorInstant = z.string().refine((text) => {
  const time = Date.parse(text)
  return (
    /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === text
  )
})

/** The position in a list ordered by recording time. */
export const newestPosition = z.strictObject({ at: cursorInstant, id })

/** The position in a list of the newest claims. */
export const newestClaimPosition = z.strictObject({
  sort: z.literal('newest'),
  key: z.union([cursorInstant, z.literal(undated)]),
  id,
})

const integerMax = 2 ** 31 - 1

/** The position in a list of claims, in each of its orders. */
export const claimPosition = z.discriminatedUnion('sort', [
  newestClaimPosition,
  z.strictObject({ sort: z.literal('changed'), key: cursorInstant, id }),
  z.strictObject({ sort: z.literal('most_countered'), key: z.int().min(0).max(integerMax), id }),
  z.strictObject({ sort: z.literal('relevance'), key: z.number().min(0), id }),
])

/** The position in a list of the past, which stays at the event that its first page found. */
export const pastClaimPosition = z.strictObject({
  sort: z.literal('past'),
  asOf: z.int().min(1),
  key: z.union([cursorInstant, z.literal(undated)]),
  id,
  until: z.int().min(1),
})

/** The position in a comparison of two lists, which stays at the moments that its first page found. */
export const differencePosition = z.strictObject({
  from: z.int().min(1),
  to: z.int().min(1),
  key: z.union([cursorInstant, z.literal(undated)]),
  id,
})

export function newestPositionOf(row: { readonly recordedAt: Date; readonly id: string }) {
  return { at: row.recordedAt.toISOString(), id: row.id }
}

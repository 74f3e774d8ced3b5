import { z } from 'zod'
import { facetNames, type FacetName } from '../domain/facets.ts'
import type { ClaimFilters } from '../store/claim-filters.ts'
import type { Db } from '../store/database/db.ts'
import { countClaims, type ClaimCounts } from '../store/facets/count-claims.ts'
import { findTotals } from '../store/facets/totals.ts'
import { listed } from './values.ts'

/** What a list of claims is asked to count besides. */
export const countParameters = z.object({
  count: z
    .enum(['true', 'false'])
    .transform((sent) => sent === 'true')
    .optional()
    .meta({ description: 'With `true`, the answer has `count`: how many claims match.' }),
  facets: listed(z.enum(facetNames)).optional().meta({
    description:
      'By what to count the claims that match, with every filter and `q`: the answer has `count` and, in `facets`, the 20 most frequent values of each. `subject` is whom claims are about, `year` that in which they were asserted or in which that time begins.',
  }),
})

/** Counts what filters select. Without any, and if that is much, a job has counted it. */
export async function countAsked(
  db: Db,
  filters: ClaimFilters,
  names: readonly FacetName[],
): Promise<ClaimCounts> {
  if (Object.values(filters).some((value) => value !== undefined))
    return countClaims(db, filters, names)
  const whole = await countClaims(db, filters, [])
  const totals = whole.isMore ? await findTotals(db) : undefined
  if (!totals) return countClaims(db, filters, names)
  const { seq, claims } = totals
  const facets = new Map(names.map((name) => [name, totals.facets[name]]))
  return { count: claims, isMore: false, facets, seq }
}

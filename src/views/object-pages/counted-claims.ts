import type { DisplayLanguage } from '../../domain/display-language.ts'
import { statuses, type Status } from '../../domain/status.ts'
import type { ClaimFilters } from '../../store/claim-filters.ts'
import { listClaims } from '../../store/claim-list.ts'
import { countClaims } from '../../store/facets/count-claims.ts'
import type { Db } from '../../store/database/db.ts'
import type { ClaimView } from '../claim.ts'
import { presentClaims } from '../present-claims.ts'

/** Claims that filters select: how many, with which statuses, and the newest of them. */
export interface CountedClaims {
  readonly count: number
  /** Whether there may be more than were counted. */
  readonly isMore: boolean
  /** The most frequent first. */
  readonly statuses: readonly { readonly status: Status; readonly count: number }[]
  readonly claims: readonly ClaimView[]
}

export async function loadCountedClaims(
  db: Db,
  filters: ClaimFilters,
  max: number,
  language: DisplayLanguage,
): Promise<CountedClaims> {
  const [counts, claims] = await Promise.all([
    countClaims(db, filters, ['status']),
    loadNewest(db, filters, max, language),
  ])
  const values = counts.facets.get('status')?.values ?? []
  return {
    count: counts.count,
    isMore: counts.isMore,
    statuses: values.flatMap(({ value, count }) => {
      const status = statuses.find((each) => each === value)
      return status ? [{ status, count }] : []
    }),
    claims,
  }
}

/** The newest claims that filters select. */
export async function loadNewest(
  db: Db,
  filters: ClaimFilters,
  max: number,
  language: DisplayLanguage,
): Promise<readonly ClaimView[]> {
  const order = { sort: 'newest', after: undefined, limit: max } as const
  const claims = await presentClaims(db, await listClaims(db, filters, order, language), language)
  return claims.map(({ view }) => view)
}

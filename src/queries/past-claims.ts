import type { DisplayLanguage } from '../domain/display-language.ts'
import type { FieldFault } from '../domain/errors.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { ClaimFilters } from '../store/claim-filters.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { listEntries } from '../store/merged-lists.ts'
import { listPast, type PastPlace } from '../store/past/list-past.ts'
import { badQuery } from './bad-query.ts'
import type { ClaimQuery } from './claim-filters.ts'

/** Of these, only today is known. */
const onlyToday = {
  q: 'The words of claims are indexed as they are today',
  leftOpen: 'What answers leave open is listed as it is today',
  role: 'The roles of answers are listed as they are today',
  rating: 'Ratings are listed as they are today',
  count: 'Claims are counted as they are today',
  facets: 'Claims are counted as they are today',
} as const

/**
 * Refuses what a list of the past cannot tell, rather than to answer something else.
 *
 * @throws {DomainError} `bad-query`
 */
export function requirePast(query: ClaimQuery & Readonly<Record<string, unknown>>): void {
  const faults = faultsOfToday(query, 'not-with-as-of', 'leave it or asOf out')
  if (query.sort !== undefined && query.sort !== 'newest')
    faults.push({
      pointer: '/sort',
      code: 'not-with-as-of',
      message: 'A list of the past has one order, newest; leave sort or asOf out.',
    })
  if (faults.length > 0) throw badQuery(faults)
}

/**
 * The same for a comparison of two moments, which has no other form.
 *
 * @throws {DomainError} `bad-query`
 */
export function requireComparable(query: Readonly<Record<string, unknown>>): void {
  const faults = faultsOfToday(query, 'not-with-diff', 'leave it out')
  if (faults.length > 0) throw badQuery(faults)
}

function faultsOfToday(
  query: Readonly<Record<string, unknown>>,
  code: string,
  remedy: string,
): FieldFault[] {
  return Object.entries(onlyToday).flatMap(([name, reason]) =>
    query[name] === undefined
      ? []
      : [{ pointer: `/${name}`, code, message: `${reason}; ${remedy}.` }],
  )
}

/** The filters with every entry of what they name: which of them led then does not matter. */
export async function withEntries(db: Db, filters: ClaimFilters): Promise<ClaimFilters> {
  const entries = async (noun: 'source' | 'report', ids: readonly string[] | undefined) =>
    ids && listEntries(db, noun, ids)
  return {
    ...filters,
    speaker: await entries('source', filters.speaker),
    about: await entries('source', filters.about),
    responseFrom: await entries('source', filters.responseFrom),
    quotedSource: await entries('source', filters.quotedSource),
    report: await entries('report', filters.report),
  }
}

interface PastClaims {
  readonly rows: readonly (ClaimRow & { readonly place: PastPlace })[]
  /** Whether they are as much as one answer says, and more follow. */
  readonly isCut: boolean
  /** Where looking ended before there were enough. */
  readonly end: PastPlace | undefined
}

/** The claims that filters selected at the moment that a transaction shows. */
export async function listClaimsThen(
  then: Db,
  filters: ClaimFilters,
  asked: { readonly after: PastPlace | undefined; readonly limit: number },
  language: DisplayLanguage,
): Promise<PastClaims> {
  const { places, end } = await listPast(then, filters, asked)
  const byId = new Map(places.map((place) => [place.id, place]))
  const { rows, isCut } = await claimsThatFit(then, [...byId.keys()], language)
  const placed = rows.flatMap((row) => {
    const place = byId.get(row.id)
    return place ? [{ ...row, place }] : []
  })
  return { rows: placed, isCut, end }
}

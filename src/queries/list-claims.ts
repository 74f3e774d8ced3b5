import { boundFrom, boundTo, type DateBound } from '../domain/date-range.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { DomainError } from '../domain/errors.ts'
import { groupOf, statuses, type Status } from '../domain/status.ts'
import { knownStartOf } from '../domain/world-date.ts'
import type { ClaimFilters } from '../store/claim-filters.ts'
import { listClaims, type ListedClaimRow } from '../store/claim-list.ts'
import type { ClaimPosition, ClaimSort } from '../store/claim-order.ts'
import type { Db } from '../store/database/db.ts'
import { listTagsOf } from '../store/languages.ts'
import { areMoreThan } from '../store/list-way.ts'
import { findSearch, foundWords, type Search } from '../store/search.ts'
import type { ClaimQuery } from './claim-filters.ts'
import { idsOfNamed, knownIds } from './named-things.ts'
import { badCursor, badQuery } from './bad-query.ts'
import { partsOfNames } from './values.ts'

interface AskedPage {
  readonly after: ClaimPosition | undefined
  readonly limit: number
  /** Those before the position instead, nearest first. */
  readonly isBackwards?: boolean | undefined
}

/**
 * The claims that a query selects, one more than fits on its page, and their order.
 *
 * @param byDefault the order without a search
 * @throws {DomainError} `bad-query`
 */
export async function listAsked(
  db: Db,
  query: ClaimQuery,
  { after, limit, isBackwards }: AskedPage,
  language: DisplayLanguage,
  byDefault: ClaimSort = 'newest',
): Promise<{ rows: ListedClaimRow[]; sort: ClaimSort; filters: ClaimFilters }> {
  const filters = await filtersOf(db, query)
  const { matching } = filters
  const sort = await sortOf(db, { ...query, matching, after, byDefault })
  const rows = await listClaims(
    db,
    filters,
    { sort, after, limit: limit + 1, isBackwards },
    language,
  )
  return { rows, sort, filters }
}

/**
 * What a query asks of a claim, with what it names.
 *
 * @throws {DomainError} `bad-query`
 */
export async function filtersOf(db: Db, query: ClaimQuery): Promise<ClaimFilters> {
  const asserted = boundsOf(query)
  const matching = query.q === undefined ? undefined : await findSearch(db, query.q)
  const ids = await idsOfNamed(db, {
    source: { type: 'source', sent: query.source },
    about: { type: 'source', sent: query.about },
    story: { type: 'story', sent: query.story },
    responseFrom: { type: 'source', sent: query.responseFrom },
    quotedSource: { type: 'source', sent: query.quotedSource },
  })
  return {
    matching,
    status: statusesOf(query.status, query.group),
    kind: query.kind,
    leftOpen: query.leftOpen,
    answered: query.answered,
    textLang: await tagsOf(db, query.textLang),
    speaker: ids.source,
    about: ids.about,
    report: await knownIds(db, 'report', query.report),
    story: ids.story,
    responseFrom: ids.responseFrom,
    role: query.role,
    rating: query.rating?.flatMap((sent) => [sent, ...partsOfNames(sent)]),
    quotedSource: ids.quotedSource,
    ...asserted,
    changedSince: startDate(query.changedSince),
  }
}

/** @throws {DomainError} `bad-query` for bounds with nothing between them */
function boundsOf({ assertedFrom, assertedTo, tz }: ClaimQuery) {
  const from = bound(assertedFrom, tz, boundFrom)
  const to = bound(assertedTo, tz, boundTo)
  if (from && to && isAfter(from, to)) {
    const message = `It is after assertedTo (${assertedTo}), and nothing is between them. Send the earlier date as assertedFrom.`
    throw badQuery([{ pointer: '/assertedFrom', code: 'wrong-order', message }])
  }
  return { assertedFrom: from, assertedTo: to }
}

function isAfter(from: DateBound, to: DateBound): boolean {
  return from.at === null || to.at === null ? from.day > to.day : from.at > to.at
}

/** Ranking reads every claim with the words, each from a page of its own. */
const rankedMax = 2000

/**
 * A page continues in the order of the previous page; if very many claims match, that was newest
 * first.
 *
 * @throws {DomainError} `bad-query` for a position in another order
 */
async function sortOf(
  db: Db,
  {
    sort,
    matching,
    after,
    byDefault,
  }: {
    sort?: ClaimSort | undefined
    matching: Search | undefined
    after: ClaimPosition | undefined
    byDefault: ClaimSort
  },
): Promise<ClaimSort> {
  if (sort === 'relevance' && !matching) throw relevanceOfNothing()
  const asked = sort ?? (matching ? 'relevance' : byDefault)
  const isSame = after?.sort === asked || (asked === 'relevance' && after?.sort === 'newest')
  if (after && !isSame) throw badCursor()
  if (after) return after.sort
  if (asked !== 'relevance' || !matching) return asked
  return (await areMoreThan(db, foundWords(matching, {}), rankedMax)) ? 'newest' : 'relevance'
}

function relevanceOfNothing(): DomainError {
  const message = 'Sorting by relevance needs q.'
  return badQuery([{ pointer: '/sort', code: 'needs-q', message }])
}

/** If both are given, a status must match `status` and `group`. */
function statusesOf(
  asked: readonly Status[] | undefined,
  groups: readonly string[] | undefined,
): Status[] | undefined {
  if (!asked && !groups) return undefined
  return (asked ?? statuses).filter((status) => !groups || groups.includes(groupOf[status]))
}

/** The language tags on record within the requested ranges; undefined if any language will do. */
async function tagsOf(
  db: Db,
  ranges: readonly string[] | undefined,
): Promise<string[] | undefined> {
  return ranges === undefined || ranges.includes('*') ? undefined : listTagsOf(db, ranges)
}

function bound(
  date: string | undefined,
  zone: string | undefined,
  read: typeof boundFrom,
): DateBound | undefined {
  return date === undefined ? undefined : read(date, zone)
}

function startDate(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(knownStartOf(date))
}

import type { z } from 'zod'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { FieldFault } from '../../../domain/errors.ts'
import { facetNames } from '../../../domain/facets.ts'
import { cursorOf } from '../../../http/contract/list-page.ts'
import type { ClaimQuery } from '../../../queries/claim-filters.ts'
import { countAsked } from '../../../queries/count-asked.ts'
import { listAsked } from '../../../queries/list-claims.ts'
import { suggestSearches, type Meant } from '../../../queries/suggest-searches.ts'
import { isFull, positionOf, type ListedClaimRow } from '../../../store/claim-list.ts'
import type { ClaimSort } from '../../../store/claim-order.ts'
import type { Db } from '../../../store/database/db.ts'
import { readSnapshot } from '../../../store/database/transaction.ts'
import type { ClaimView } from '../../../views/claim.ts'
import { presentCounts, type countFields } from '../../../views/facets.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { areHarmless, beforeIn, faultsIn, type AskedOfPage } from './asked.ts'
import { loadNames, type NamesOfValues } from './names.ts'

type Counts = z.output<z.ZodObject<typeof countFields>>

/** What the page of claims shows of a list. */
export interface ClaimsList {
  readonly claims: readonly ClaimView[]
  readonly sort: ClaimSort
  readonly counts: Counts
  readonly names: NamesOfValues
  /** Cursors of the pages beside this one. */
  readonly next: string | null
  readonly previous: string | null
  /** Searches that find something, where this one finds nothing. */
  readonly meant: readonly Meant[]
}

/** The list, or why there is none; a list may have faults that change nothing in it. */
export interface FoundClaims {
  readonly list: ClaimsList | undefined
  readonly faults: readonly FieldFault[]
}

export async function loadClaims(
  db: Db,
  asked: AskedOfPage,
  language: DisplayLanguage,
): Promise<FoundClaims> {
  const { faults } = asked
  // Without a filter, a list shows more than was asked for.
  if (!areHarmless(faults)) return { list: undefined, faults }
  try {
    return { list: await readSnapshot(db, (now) => loadList(now, asked, language)), faults }
  } catch (error) {
    return { list: undefined, faults: [...faults, ...faultsIn(error)] }
  }
}

async function loadList(
  db: Db,
  asked: AskedOfPage,
  language: DisplayLanguage,
): Promise<ClaimsList> {
  const { query, page, isBackwards } = asked
  const { limit, after } = page
  const found = await listAsked(db, query, { after, limit, isBackwards }, language, 'changed')
  const { rows, sort, filters } = found
  const { shown, ...cursors } = pagesBeside(rows, asked, sort)
  const claims = await presentClaims(db, shown, language)
  const counts = await presentCounts(db, await countAsked(db, filters, facetNames), language)
  return {
    claims: claims.map(({ view }) => view),
    sort,
    counts,
    names: await loadNames(db, asked.sent, filters, language),
    ...cursors,
    meant: claims.length === 0 ? await meantBy(db, query, language) : [],
  }
}

/** Only searches that find a claim, with the same filters, are worth offering. */
async function meantBy(
  db: Db,
  { q, ...others }: ClaimQuery,
  language: DisplayLanguage,
): Promise<readonly Meant[]> {
  if (q === undefined) return []
  const sort = others.sort === 'relevance' ? 'newest' : others.sort
  const page = { after: undefined, limit: 1 }
  return suggestSearches(db, q, async (other) => {
    const { rows } = await listAsked(db, { ...others, q: other, sort }, page, language)
    return rows.length > 0
  })
}

/** The rows of this page, in the order of the list, and where the pages before and after it are. */
function pagesBeside(
  rows: readonly ListedClaimRow[],
  { page: { limit, after }, isBackwards, list }: AskedOfPage,
  sort: ClaimSort,
) {
  const nearest = rows.slice(0, limit)
  const goesOn = rows.length > limit || isFull(rows)
  const shown = isBackwards ? nearest.toReversed() : nearest
  const [first, last] = [shown.at(0), shown.at(-1)]
  const hasNext = isBackwards || goesOn
  const hasPrevious = isBackwards ? goesOn : after !== undefined
  return {
    shown,
    next: hasNext && last ? cursorOf(positionOf(last, sort), list) : null,
    previous: hasPrevious && first ? cursorOf(positionOf(first, sort), beforeIn(list)) : null,
  }
}

import type { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { searchTerms, type SearchTerm } from '../domain/search/terms.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { firstThatFit } from '../formats/weight.ts'
import type { ListedClaimRow } from '../store/claim-list.ts'
import type { ClaimSort } from '../store/claim-order.ts'
import type { Db } from '../store/database/db.ts'
import type { QuoteRow } from '../store/finds/quotes.ts'
import type { ReportRow } from '../store/report-rows.ts'
import type { SourceRow } from '../store/source-rows.ts'
import {
  viewFoundClaim,
  viewFoundQuote,
  viewFoundReport,
  viewFoundSource,
  type foundQuoteView,
} from './found.ts'
import type { ClaimView } from './claim.ts'
import { viewReport, viewSource } from './objects.ts'
import { presentClaims, presentInOrder } from './present-claims.ts'

/** The first of one kind, one more than are shown if there are more, and their order. */
export interface FirstFound<R> {
  readonly rows: readonly R[]
  readonly sort: ClaimSort
  /** Whether looking ended before there were enough. */
  readonly endsEarly?: boolean
}

export interface FoundInRecord {
  readonly claims: FirstFound<ListedClaimRow> | undefined
  readonly quotes: FirstFound<QuoteRow> | undefined
  readonly reports: FirstFound<ReportRow> | undefined
  readonly sources: FirstFound<SourceRow> | undefined
}

type FoundQuote = z.output<typeof foundQuoteView>

/** What was found of each kind that was asked for, and where all of it is listed. */
export async function presentFound(
  db: Db,
  { claims, quotes, reports, sources }: FoundInRecord,
  { q, limit }: { readonly q: string; readonly limit: number },
  language: DisplayLanguage,
) {
  const terms = searchTerms(q)
  const first = async <R, V>(
    noun: string,
    found: FirstFound<R> | undefined,
    view: (rows: readonly R[]) => Promise<readonly V[]>,
  ) => {
    if (!found) return undefined
    const items = firstThatFit(await view(found.rows.slice(0, limit)))
    const more = `/v1/${noun}?${new URLSearchParams({ q }).toString()}`
    return {
      items,
      ranking: found.sort,
      more: found.rows.length > items.length || found.endsEarly ? more : null,
    }
  }
  return {
    claims: await first('claims', claims, async (rows) =>
      mapInSlices(await presentClaims(db, rows, language), ({ view }) =>
        viewFoundClaim(view, terms),
      ),
    ),
    quotes: await first('quotes', quotes, async (rows) => {
      const views = await presentQuotes(db, rows, terms, language)
      return rows.flatMap(({ id }) => views.get(id) ?? [])
    }),
    reports: await first('reports', reports, (rows) =>
      mapInSlices(rows, (row) => viewFoundReport(viewReport(row), terms)),
    ),
    sources: await first('sources', sources, (rows) =>
      mapInSlices(rows, (row) => viewFoundSource(viewSource(row), terms)),
    ),
  }
}

/** Quotes with their claims, by the id of the citation: those whose claims fit into one answer. */
export async function presentQuotes(
  db: Db,
  rows: readonly QuoteRow[],
  terms: readonly SearchTerm[],
  language: DisplayLanguage,
): Promise<ReadonlyMap<string, FoundQuote>> {
  const ids = [...new Set(rows.map(({ claim }) => claim))]
  const claims = new Map<string, ClaimView>(
    (await presentInOrder(db, ids, language)).map(({ view }) => [view.id, view]),
  )
  const views = await mapInSlices(rows, (row) => {
    const claim = claims.get(row.claim)
    return claim ? [[row.id, viewFoundQuote(row, claim, terms)] as const] : []
  })
  return new Map(views.flat())
}

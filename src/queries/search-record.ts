import type { DisplayLanguage } from '../domain/display-language.ts'
import { found as known } from '../domain/errors.ts'
import type { Db } from '../store/database/db.ts'
import type { ClaimSort } from '../store/claim-order.ts'
import { listReportsFound, listSourcesFound } from '../store/finds/named.ts'
import { listQuotes } from '../store/finds/quotes.ts'
import { findSearch } from '../store/search.ts'
import type { FirstFound, FoundInRecord } from '../views/present-found.ts'
import { listAsked } from './list-claims.ts'

/** What a search looks for, in the order of an answer. */
export const searchedKinds = ['claim', 'quote', 'report', 'source'] as const
export type SearchedKind = (typeof searchedKinds)[number]

/** Looks for the same words among things of several kinds, each by itself. */
export async function searchRecord(
  db: Db,
  {
    q,
    kinds,
    limit,
  }: {
    readonly q: string
    readonly kinds: readonly SearchedKind[]
    readonly limit: number
  },
  language: DisplayLanguage,
): Promise<FoundInRecord> {
  // The parameter has a word to search for.
  const search = known(await findSearch(db, q))
  const asked = { search, after: undefined, limit: limit + 1 }
  const of = async <R>(kind: SearchedKind, list: () => Promise<FirstFound<R>>) =>
    kinds.includes(kind) ? list() : undefined
  return {
    claims: await of('claim', async () =>
      listAsked(db, { q }, { after: undefined, limit }, language),
    ),
    quotes: await of('quote', async () => rowsOf(await listQuotes(db, asked, language))),
    reports: await of('report', async () => rowsOf(await listReportsFound(db, asked, language))),
    sources: await of('source', async () => rowsOf(await listSourcesFound(db, asked, language))),
  }
}

function rowsOf<R>({
  found,
  sort,
  end,
}: {
  readonly found: readonly { readonly row: R }[]
  readonly sort: ClaimSort
  readonly end: object | undefined
}): FirstFound<R> {
  return { rows: found.map(({ row }) => row), sort, endsEarly: end !== undefined }
}

export function isNothing({ claims, quotes, reports, sources }: FoundInRecord): boolean {
  return [claims, quotes, reports, sources].every((one) => (one?.rows.length ?? 0) === 0)
}

import { z } from 'zod'
import { found as known } from '../../../domain/errors.ts'
import { searchTerms } from '../../../domain/search/terms.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { route } from '../../../http/route.ts'
import { claimSorts } from '../../../store/claim-order.ts'
import { foundPosition, searchedWords } from '../../../queries/parameters.ts'
import { isNothing, searchedKinds, searchRecord } from '../../../queries/search-record.ts'
import { suggestSearches } from '../../../queries/suggest-searches.ts'
import { listed, wholeNumber } from '../../../queries/values.ts'
import { listQuotes } from '../../../store/finds/quotes.ts'
import { findSearch } from '../../../store/search.ts'
import {
  foundClaimView,
  foundQuoteView,
  foundReportView,
  foundSourceView,
} from '../../../views/found.ts'
import { presentFound, presentQuotes } from '../../../views/present-found.ts'

const eachMax = 20

const ranking = z.enum(claimSorts).meta({
  description: '`relevance`, or `newest` if very many have the words.',
})

function firstOf<T extends z.ZodType>(item: T) {
  return z
    .object({
      items: z.array(item),
      ranking,
      more: z.string().nullable().meta({
        description: 'The address that lists all, if there are more.',
      }),
    })
    .optional()
}

const foundView = z
  .object({
    claims: firstOf(foundClaimView),
    quotes: firstOf(foundQuoteView),
    reports: firstOf(foundReportView),
    sources: firstOf(foundSourceView),
    suggestions: z.array(z.string()).meta({
      description:
        'If nothing is found: what may have been meant. Names and frequent words are suggested.',
    }),
  })
  .meta({ id: 'Found' })

const words = searchedWords.meta({
  description:
    'Words, or phrases in quotation marks, all of which must occur in one text, as in `q` of the list of claims. A name of a source also finds its other names.',
})

export function searchRoutes(http: Http): void {
  route(http, {
    method: 'get',
    path: '/v1/search',
    operationId: 'search',
    tag: 'lookup',
    summary: 'Search claims, quotes, reports and sources',
    description:
      'The first claims, quotes, reports (by their titles) and sources (by their names) with the words, each kind by itself: how well a name answers a search cannot be compared with how well a text does. Whole words come first. Nothing voided, redacted or merged away is found.',
    query: z.object({
      q: words,
      type: listed(z.enum(searchedKinds)).optional().meta({
        description: 'What to look for; left out, all kinds.',
      }),
      each: wholeNumber(1, eachMax).default(5).meta({
        description: 'How many of each kind to show at most.',
      }),
    }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'What was found.', schema: foundView } },
  }).handle(async ({ db, query: { q, type, each }, language }) => {
    const asked = { q, kinds: type ?? searchedKinds, limit: each }
    const found = await searchRecord(db, asked, language)
    const body = await presentFound(db, found, { q, limit: each }, language)
    const finds = async (other: string) =>
      !isNothing(await searchRecord(db, { ...asked, q: other, limit: 1 }, language))
    const meant = isNothing(found) ? await suggestSearches(db, q, finds) : []
    return { status: 200, body: { ...body, suggestions: meant.map((each) => each.q) } }
  })

  route(http, {
    method: 'get',
    path: '/v1/quotes',
    operationId: 'listQuotes',
    tag: 'reports',
    summary: 'Search quotes',
    description:
      'Quotes of reports with the words, each with the claim that it is evidence of, or from which its link starts. By relevance; if very many have the words, the newest ids come first.',
    query: z.object({ q: words }),
    page: foundPosition,
    localized: true,
    readsRecord: true,
    answers: {
      200: {
        description: 'A page of quotes.',
        schema: listOf(foundQuoteView).extend({ ranking }),
      },
    },
  }).handle(async ({ db, query: { q }, page, language }) => {
    const search = known(await findSearch(db, q))
    const asked = { search, after: page.after, limit: page.limit + 1 }
    const { found, sort, end } = await listQuotes(db, asked, language)
    const rows = found.map(({ row }) => row)
    const views = await presentQuotes(db, rows, searchTerms(q), language)
    const shown = found.flatMap(({ place, row }) => {
      const view = views.get(row.id)
      return view ? [{ place, view }] : []
    })
    const body = page.close(
      shown,
      ({ place }) => place,
      ({ view }) => view,
      shown.length < found.length,
      end,
    )
    return { status: 200, body: { ...body, ranking: sort } }
  })
}

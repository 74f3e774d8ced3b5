import type { z } from 'zod'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { Page } from '../../../http/contract/list-page.ts'
import { answerAsOf, asOfParameter } from '../../../queries/as-of.ts'
import { badCursor } from '../../../queries/bad-query.ts'
import type { ClaimQuery } from '../../../queries/claim-filters.ts'
import { filtersOf } from '../../../queries/list-claims.ts'
import type { claimPosition, pastClaimPosition } from '../../../queries/parameters.ts'
import { listClaimsThen, requirePast, withEntries } from '../../../queries/past-claims.ts'
import type { AskedMoment } from '../../../store/as-of.ts'
import type { Db } from '../../../store/database/db.ts'
import type { PastPlace } from '../../../store/past/list-past.ts'
import { presentClaims } from '../../../views/present-claims.ts'

export const asOfOfLists = asOfParameter.meta({
  ...asOfParameter.meta(),
  description:
    'The claims that matched at that moment, as they stood then: the number of an event, or a time; a day or a month means its end in UTC or, before it has ended, now. Newest first. What sources, stories and reports are called is looked up as of today. A request looks at a limited number of claims, so a page may have fewer items than asked for, or none, and still have a `next`. `q`, `leftOpen`, `role`, `rating`, `count` and `facets` are of today only, and are refused.',
})

/** A page of the claims that a query selected at a moment; further pages stay at it. */
export async function answerPastClaims(
  db: Db,
  {
    query,
    asOf,
    page,
  }: {
    readonly query: ClaimQuery
    readonly asOf: AskedMoment
    readonly page: Page<z.output<typeof claimPosition> | z.output<typeof pastClaimPosition>>
  },
  language: DisplayLanguage,
) {
  const { after, limit } = page
  if (after && after.sort !== 'past') throw badCursor()
  requirePast(query)
  const filters = await withEntries(db, await filtersOf(db, query))
  const asked = { after, limit: limit + 1 }
  return answerAsOf(db, after ? { seq: after.asOf } : asOf, async (then, seq = 1) => {
    const { rows, isCut, end } = await listClaimsThen(then, filters, asked, language)
    const positionOf = ({ key, id, until }: PastPlace) => {
      return { sort: 'past' as const, asOf: seq, key, id, until }
    }
    const body = page.close(
      await presentClaims(then, rows, language),
      ({ row }) => positionOf(row.place),
      ({ view }) => view,
      isCut,
      end && positionOf(end),
    )
    return { ...body, ranking: 'newest' as const }
  })
}

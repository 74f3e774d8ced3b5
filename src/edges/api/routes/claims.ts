import { isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { Db } from '../../../store/database/db.ts'
import { isFull, positionOf } from '../../../store/claim-list.ts'
import { claimSorts } from '../../../store/claim-order.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import { listAsked } from '../../../queries/list-claims.ts'
import { claimFilters } from '../../../queries/claim-filters.ts'
import { countAsked, countParameters } from '../../../queries/count-asked.ts'
import { countFields, presentCounts } from '../../../views/facets.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, showLasting } from '../../../views/lasting.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { claimPosition, idParam, pastClaimPosition } from '../../../queries/parameters.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { aClaim } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { claimView } from '../../../views/claim.ts'
import { loadSince, sinceView, viewSince } from '../../../views/since.ts'
import { isInterval, startOf } from '../../../domain/world-date.ts'
import { isInFuture } from '../../../domain/world-time.ts'
import { loadWhatWouldChange, whatWouldChangeView } from '../../../views/what-would-change.ts'
import { badCursor, badQuery } from '../../../queries/bad-query.ts'
import { listed } from '../../../queries/values.ts'
import { readSnapshot } from '../../../store/database/transaction.ts'
import { claimText } from '../../../formats/claim-text.ts'
import type { ToText } from '../../../http/contract/contract.ts'
import { answerPastClaims, asOfOfLists } from './past-claims.ts'
import { claimAddress } from '../../../html/addresses.ts'

const claimAsOfView = claimView
  .extend({
    ...asOfField,
    since: sinceView.optional(),
    whatWouldChange: whatWouldChangeView.nullable().optional().meta({
      description: 'With `include=whatWouldChange`; null for a voided claim.',
    }),
  })
  .meta({ id: 'ClaimAsOf' })

const included = listed(z.enum(['whatWouldChange']))
  .optional()
  .meta({
    description:
      '`whatWouldChange`: which single events would move the status. It is computed from the record of now, so it cannot be combined with `asOf`.',
  })

const inText: ToText = (sent, { language, publicUrl }) => {
  const claim = claimAsOfView.parse(sent)
  return claimText(claim, { language, address: claimAddress(publicUrl, claim.id) })
}

function notWithAsOf(pointer: string) {
  const message = 'It compares with the record of now; leave out asOf, or this.'
  return { pointer, code: 'not-with-as-of', message }
}

const ahead = {
  pointer: '/since',
  code: 'ahead',
  message: 'That is in the future; the record goes up to now.',
}

const rankedPage = listOf(claimView).extend({
  ranking: z.enum(claimSorts).meta({
    description:
      'The order of the items: as asked for, except that `relevance` becomes `newest` if very many claims match.',
  }),
  ...countFields,
  ...asOfField,
})

/** `?since=`: a date or a time. */
const sinceParameter = z
  .string()
  .refine((date) => startOf(date) !== undefined && !isInterval(date), {
    error: 'Send a time that exists, such as 2025-12, 2025-12-03 or 2025-12-03T10:30:00Z.',
  })
  .optional()
  .meta({
    type: 'string',
    description:
      'When a reader last saw the claim: adds what has changed since, which is its status, and by kind how many answers, quotes and other details.',
    example: '2025-12-03',
  })

export function claimRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tag: 'claims',
    summary: 'List claims',
    description:
      'Claims that are not voided. `newest` sorts by the date asserted, `changed` by the last change of status or cites, `most_countered` by the number of counterpoints, and `relevance` by how large a part of the claim `q` is. If very many claims match, relevance says little, and they are sorted by `newest`.',
    query: claimFilters.extend({ ...countParameters.shape, asOf: asOfOfLists }),
    adding: Object.keys(countParameters.shape),
    page: z.discriminatedUnion('sort', [...claimPosition.options, pastClaimPosition]),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: rankedPage } },
  }).handle(async ({ db, query, page, language }) => {
    const { after, limit } = page
    if (query.asOf) return answerPastClaims(db, { query, asOf: query.asOf, page }, language)
    if (after?.sort === 'past') throw badCursor()
    const { rows, sort, filters } = await listAsked(db, query, { after, limit }, language)
    const counts =
      query.count === true || query.facets
        ? await countAsked(db, filters, query.facets ?? [])
        : undefined
    const claims = await presentClaims(db, rows, language)
    const body = page.close(
      claims,
      ({ row }) => positionOf(row, sort),
      ({ view }) => view,
      isFull(rows),
    )
    const counted = counts && (await presentCounts(db, counts, language))
    return { status: 200, body: { ...body, ranking: sort, ...counted } }
  })

  route(http, {
    method: 'get',
    path: '/v1/claims/{id}',
    operationId: 'getClaim',
    tag: 'claims',
    summary: 'Get a claim',
    description:
      'One claim with its status, the explanation of the status, and its badges; as plain text if the client prefers `text/plain`.',
    params: idParam,
    isVisible: isThere(primary, 'claim'),
    query: z.object({ asOf: asOfParameter, include: included, since: sinceParameter }),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'The claim.', schema: claimAsOfView, text: inText } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const show = async (then: Db) => showLasting(then, aClaim, params.id, language)
    const isIncluded = query.include?.includes('whatWouldChange') ?? false
    const { since } = query
    if (query.asOf) {
      const onlyNow = [...(isIncluded ? ['/include'] : []), ...(since ? ['/since'] : [])]
      if (onlyNow.length > 0) throw badQuery(onlyNow.map(notWithAsOf))
    }
    if (since !== undefined && isInFuture(since, new Date())) throw badQuery([ahead])
    if (query.asOf) return answerAsOf(db, query.asOf, async (then) => (await show(then)).body)
    if (!isIncluded && since === undefined) return { status: 200, ...(await show(db)) }
    // Its ETag is made from the bytes: more than the events of this claim may change it.
    const body = await readSnapshot(db, async (now) => {
      const { body: claim } = await show(now)
      return {
        ...claim,
        ...(since !== undefined && {
          since: viewSince(await loadSince(now, claim.id, since), claim, language),
        }),
        ...(isIncluded && {
          whatWouldChange: await loadWhatWouldChange(now, claim, language),
        }),
      }
    })
    return { status: 200, body }
  })
}

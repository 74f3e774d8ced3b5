import { isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { Db } from '../../../store/database/db.ts'
import { isFull, positionOf } from '../../../store/claim-list.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import { listAsked } from '../../../queries/list-claims.ts'
import { claimFilters } from '../../../queries/claim-filters.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, showLasting } from '../../../views/lasting.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { claimPosition, idParam } from '../../../queries/parameters.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { aClaim } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { claimView } from '../../../views/claim.ts'
import { claimText } from '../../../formats/claim-text.ts'
import type { ToText } from '../../../http/contract/contract.ts'
import { claimAddress } from '../../../html/addresses.ts'

const claimAsOfView = claimView.extend(asOfField).meta({ id: 'ClaimAsOf' })

const inText: ToText = (sent, { language, publicUrl }) => {
  const claim = claimAsOfView.parse(sent)
  return claimText(claim, { language, address: claimAddress(publicUrl, claim.id) })
}

export function claimRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tag: 'claims',
    summary: 'List claims',
    description:
      'Claims that are not voided. `newest` sorts by the date asserted, `changed` by the last change of status or cites, `most_countered` by the number of counterpoints, and `relevance` by how large a part of the claim `q` is. If very many claims match, relevance says little, and they are sorted by `newest`.',
    query: claimFilters,
    page: claimPosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(claimView) } },
  }).handle(async ({ db, query, page, language }) => {
    const { rows, sort } = await listAsked(db, query, page, language)
    const claims = await presentClaims(db, rows, language)
    const body = page.close(
      claims,
      ({ row }) => positionOf(row, sort),
      ({ view }) => view,
      isFull(rows),
    )
    return { status: 200, body }
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
    query: z.object({ asOf: asOfParameter }),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'The claim.', schema: claimAsOfView, text: inText } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const show = async (then: Db) => showLasting(then, aClaim, params.id, language)
    if (query.asOf) return answerAsOf(db, query.asOf, async (then) => (await show(then)).body)
    return { status: 200, ...(await show(db)) }
  })
}

import { z } from 'zod'
import type { Http } from '../../../http/contract/env.ts'
import { route } from '../../../http/route.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import { idParam } from '../../../queries/parameters.ts'
import type { Db } from '../../../store/database/db.ts'
import { readSnapshot } from '../../../store/database/transaction.ts'
import { isThere } from '../../../store/references.ts'
import { attributionView } from '../../../views/attribution.ts'
import { ledAway, showLasting } from '../../../views/lasting.ts'
import { loadAttribution } from '../../../views/load-attribution.ts'
import { aClaim } from '../../../views/remaining.ts'

const attributionAsOfView = attributionView.extend(asOfField).meta({ id: 'ClaimAttributionAsOf' })

export function attributionRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/attribution',
    operationId: 'getAttribution',
    tag: 'claims',
    summary: 'Get where a claim was said, and who relays it',
    description:
      'Of a claim and its restatements: the earliest on record, the independent originals, the reports that relay them, and figures that differ among what goes back to the same claims. It follows from citations and links alone: several reports of one text are one original only if the record shows it, by a citation with `relay` or by a claim that they rely on.',
    params: idParam,
    isVisible: isThere(primary, 'claim'),
    query: z.object({ asOf: asOfParameter }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'Its attribution.', schema: attributionAsOfView } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const show = async (then: Db) => {
      const { body: claim } = await showLasting(then, aClaim, params.id, language)
      return loadAttribution(then, claim, language)
    }
    return answerAsOf(db, query.asOf, query.asOf ? show : (now) => readSnapshot(now, show))
  })
}

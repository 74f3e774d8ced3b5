import { found } from '../../../domain/errors.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { route } from '../../../http/route.ts'
import { idParam, newestClaimPosition } from '../../../queries/parameters.ts'
import { isFull, listClaims, positionOf } from '../../../store/claim-list.ts'
import type { Db } from '../../../store/database/db.ts'
import { isThere } from '../../../store/references.ts'
import { findReportRow } from '../../../store/report-rows.ts'
import { ledAway, requireUnmerged } from '../../../views/lasting.ts'
import { openClaimView, withOpenPoints } from '../../../views/left-open.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { aReport } from '../../../views/remaining.ts'

export function leftOpenRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/reports/{id}/left-open',
    operationId: 'listLeftOpen',
    tag: 'reports',
    summary: 'List what answers leave open of a report',
    description:
      'The claims cited from it that the parties they are about have not answered, or not in full, newest first: what to ask next. Claims that their speakers took back are left out, and so are those about nobody but their speaker.',
    params: idParam,
    isVisible: isThere(primary, 'report'),
    page: newestClaimPosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(openClaimView) } },
    problems: ledAway,
  }).handle(async ({ db, params, page, language }) => {
    const report = found(await findReportRow(db, params.id, language))
    await requireUnmerged(db, aReport, report, language)
    const rows = await listClaims(
      db,
      { report: [params.id], leftOpen: true },
      { sort: 'newest', after: page.after, limit: page.limit + 1 },
      language,
    )
    const claims = await presentClaims(db, rows, language)
    const open = await withOpenPoints(
      db,
      claims.map(({ view }) => view),
      language,
    )
    const body = page.close(
      rows.slice(0, open.length).map((row, index) => ({ row, view: found(open[index]) })),
      ({ row }) => positionOf(row, 'newest'),
      ({ view }) => view,
      isFull(rows) || open.length < rows.length,
    )
    return { status: 200, body }
  })
}

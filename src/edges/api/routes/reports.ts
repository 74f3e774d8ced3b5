import { isThere } from '../../../store/references.ts'
import { found } from '../../../domain/errors.ts'
import { z } from 'zod'
import type { Db } from '../../../store/database/db.ts'
import { listClaims, isFull, positionOf } from '../../../store/claim-list.ts'
import { findReportRow, listReports } from '../../../store/report-rows.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, requireUnmerged, showLasting } from '../../../views/lasting.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { listReportsFound } from '../../../store/finds/named.ts'
import {
  newestClaimPosition,
  byName,
  idParam,
  newestPositionOf,
  references,
  searchParameter,
} from '../../../queries/parameters.ts'
import { findAnswered } from '../../../store/answered.ts'
import { idsOfNamed } from '../../../queries/named-things.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { aReport } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { claimView } from '../../../views/claim.ts'
import { reportView, viewReport } from '../../../views/objects.ts'
import { answerFound, foundOrNewest, newestIn, rankedListOf } from '../shared/found-lists.ts'

const reportedClaimView = claimView
  .extend({
    answered: z.boolean().meta({
      description:
        'Whether somebody rebuts it or a restatement of it, or undercuts or qualifies it: whether it has a counterpoint of the direction `onto`. What it rebuts itself does not answer it.',
    }),
  })
  .meta({ id: 'ReportedClaim' })

export function reportRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/reports',
    operationId: 'listReports',
    tag: 'reports',
    summary: 'List reports',
    description:
      'Reports that are not voided, newest on record first; with `q`, by relevance or, if very many have the words, the newest ids first.',
    query: z.object({
      q: searchParameter.meta({
        description: 'Words, or phrases in quotation marks, all of which must occur in its title.',
      }),
      source: references.meta({ description: `Whose reports. ${byName}` }),
    }),
    page: foundOrNewest,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of reports.', schema: rankedListOf(reportView) } },
  }).handle(async ({ db, query, page, language }) => {
    const { source } = await idsOfNamed(db, { source: { type: 'source', sent: query.source } })
    if (query.q !== undefined)
      return answerFound(page, query.q, viewReport, (asked) =>
        listReportsFound(db, { ...asked, source }, language),
      )
    const after = newestIn(page)
    const rows = await listReports(db, { source, after, limit: page.limit + 1 }, language)
    const body = page.close(rows, newestPositionOf, viewReport)
    return { status: 200, body: { ...body, ranking: 'newest' as const } }
  })

  route(http, {
    method: 'get',
    path: '/v1/reports/{id}',
    operationId: 'getReport',
    tag: 'reports',
    summary: 'Get a report',
    description: 'One report, with the number of its claims that were answered.',
    params: idParam,
    isVisible: isThere(primary, 'report'),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'The report.', schema: reportView } },
    problems: ledAway,
  }).handle(async ({ db, params, language }) => {
    return { status: 200, ...(await showLasting(db, aReport, params.id, language)) }
  })

  route(http, {
    method: 'get',
    path: '/v1/reports/{id}/claims',
    operationId: 'listClaimsOfReport',
    tag: 'reports',
    summary: 'List the claims of a report',
    description: 'The claims cited from it, newest first, and whether each was answered.',
    params: idParam,
    isVisible: isThere(primary, 'report'),
    page: newestClaimPosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(reportedClaimView) } },
    problems: ledAway,
  }).handle(async ({ db, params, page, language }) => {
    const report = found(await findReportRow(db, params.id, language))
    await requireUnmerged(db, aReport, report, language)
    const rows = await listClaims(
      db,
      { report: [params.id] },
      { sort: 'newest', after: page.after, limit: page.limit + 1 },
      language,
    )
    const answered = await findAnswered(
      db,
      rows.map(({ id }) => id),
    )
    const body = page.close(
      await presentClaims(db, rows, language),
      ({ row }) => positionOf(row, 'newest'),
      ({ view }) => ({ ...view, answered: answered.has(view.id) }),
      isFull(rows),
    )
    return { status: 200, body }
  })
}

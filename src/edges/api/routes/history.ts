import { isThere } from '../../../store/references.ts'
import { found } from '../../../domain/errors.ts'
import { z } from 'zod'
import { label } from '../../../domain/vocabulary.ts'
import type { Db } from '../../../store/database/db.ts'
import { id } from '../../../domain/references.ts'
import { rulesPath } from '../../../domain/rules.ts'
import { statuses } from '../../../domain/status.ts'
import { findClaimRow } from '../../../store/claim-rows.ts'
import { firstThatFit, weightOf } from '../../../formats/weight.ts'
import {
  listAmendments,
  listHistory,
  type AmendmentRow,
  type HistoryRow,
} from '../../../store/history.ts'
import { readInParts } from '../../../store/read-in-parts.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, requireUnmerged, showLasting } from '../../../views/lasting.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { idParam } from '../../../queries/parameters.ts'
import { aClaim } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { instant, rulesFields } from '../../../views/common.ts'
import { eventView, viewEvent } from '../../../views/event.ts'

const historyView = z
  .object({
    seq: z.int().meta({ description: 'Last event of the transaction that changed it.' }),
    at: instant,
    label: label.nullable(),
    status: z.enum(statuses).nullable(),
    cites: z.array(id),
    ...rulesFields,
    event: eventView,
  })
  .meta({ id: 'StatusChange' })

const amendmentView = z
  .object({
    version: z.int().meta({ description: 'The version of the claim that it created.' }),
    seq: z.int().meta({
      description:
        'Its event; read the claim with `asOf` set to an earlier number to see the previous version.',
    }),
    at: instant,
    event: eventView,
  })
  .meta({ id: 'Amendment' })

const amendmentsMax = 200
const amendmentsWeightMax = 500_000

const claimHistoryView = listOf(historyView).extend({
  amendments: z.array(amendmentView).meta({
    description: `Changes to its transcription, newest first, at most ${amendmentsMax} and fewer if they are very long; the same on every page.`,
  }),
})

export function historyRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/history',
    operationId: 'listStatusHistory',
    tag: 'claims',
    summary: 'List every status that a claim had, and its amendments',
    description:
      'One item for each change of label, status or cites, newest first, with the event that caused it, and its amendments. With `asOf` the claim itself is read as it was at any of these numbers.',
    params: idParam,
    isVisible: isThere(primary, 'claim'),
    page: z.strictObject({ seq: z.int().min(1) }),
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'A page of changes.', schema: claimHistoryView } },
    problems: ledAway,
  }).handle(async ({ db, params, page, language }) => {
    const [row, { rows, isCut }, amendments] = await Promise.all([
      findClaimRow(db, params.id, language),
      readInParts<HistoryRow>(page.limit + 1, ({ count, last }) =>
        listHistory(db, params.id, { before: last?.seq ?? page.after?.seq, limit: count }),
      ),
      listAmendments(db, params.id, { limit: amendmentsMax }),
    ])
    const { redaction, ...claim } = found(row)
    await requireUnmerged(db, aClaim, claim, language)
    if (redaction) await showLasting(db, aClaim, params.id, language)
    const body = page.close(
      rows,
      ({ seq }) => ({ seq }),
      ({ at, cause, ...row }) => ({
        ...row,
        rules: rulesPath(row.rulesVersion),
        at: at.toISOString(),
        event: viewEvent(cause),
      }),
      isCut,
    )
    const shown = firstThatFit(amendments.map(viewAmendment), weightOf, amendmentsWeightMax)
    return { status: 200, body: { ...body, amendments: [...shown] } }
  })
}

function viewAmendment({ at, event, ...row }: AmendmentRow): z.output<typeof amendmentView> {
  return { ...row, at: at.toISOString(), event: viewEvent(event) }
}

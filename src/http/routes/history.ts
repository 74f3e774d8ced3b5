import { z } from 'zod'
import { id } from '../../domain/references.ts'
import { labels, statuses } from '../../domain/status.ts'
import { findClaimRow } from '../../store/claim-rows.ts'
import type { Db } from '../../store/db.ts'
import { listHistory } from '../../store/history.ts'
import type { Http } from '../env.ts'
import { listOf } from '../page.ts'
import { found, idParam } from '../parameters.ts'
import { route } from '../route.ts'
import { instant } from '../views/common.ts'
import { eventView, viewEvent } from '../views/event.ts'

const historyView = z
  .object({
    seq: z.int().meta({ description: 'Last event of the transaction that changed it.' }),
    at: instant,
    label: z.enum(labels).nullable(),
    status: z.enum(statuses).nullable(),
    cites: z.array(id),
    rulesVersion: z.int(),
    event: eventView,
  })
  .meta({ id: 'StatusChange' })

export function historyRoutes(http: Http, { db }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/history',
    operationId: 'listStatusHistory',
    tag: 'claims',
    summary: 'List every status that a claim had',
    description:
      'One item for each change of label, status or cites, the newest first, with the event that caused it.',
    params: idParam,
    page: z.object({ seq: z.int() }),
    answers: { 200: { description: 'A page of changes.', schema: listOf(historyView) } },
  }).handle(async ({ params, page, language }) => {
    found(await findClaimRow(db, params.id, language))
    const rows = await listHistory(db, params.id, {
      before: page.after?.seq,
      limit: page.limit + 1,
    })
    const body = page.close(
      rows,
      ({ seq }) => ({ seq }),
      ({ at, cause, ...row }) => ({ ...row, at: at.toISOString(), event: viewEvent(cause) }),
    )
    return { status: 200, body }
  })
}

import { z } from 'zod'
import { listEvents } from '../../../store/events.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { wholeNumber } from '../../../queries/values.ts'
import { route } from '../../../http/route.ts'
import { eventView, viewEvent } from '../../../views/event.ts'

export function eventRoutes(http: Http): void {
  route(http, {
    method: 'get',
    path: '/v1/events',
    operationId: 'listEvents',
    tag: 'record',
    summary: 'Follow the changes of the record',
    description:
      'Every change of the record after a given event, oldest first. To continue, ask again with the number of the last event you have.',
    query: z.object({
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER)
        .default(0)
        .meta({ description: 'The number of the last event you have.', default: 0 }),
    }),
    page: z.object({ seq: z.int() }),
    readsRecord: true,
    answers: { 200: { description: 'A page of events.', schema: listOf(eventView) } },
  }).handle(async ({ db, query, page }) => {
    const after = page.after?.seq ?? query.after
    const rows = await listEvents(db, { after, limit: page.limit + 1 })
    const body = page.close(
      rows,
      ({ seq }) => ({ seq }),
      (row) => viewEvent(row.body),
    )
    return { status: 200, body }
  })
}

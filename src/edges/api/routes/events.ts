import { z } from 'zod'
import { listEvents } from '../../../store/events.ts'
import { readInParts } from '../../../store/read-in-parts.ts'
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
    const first = page.after?.seq ?? query.after
    const { rows, isCut } = await readInParts<{ seq: number; body: string }>(
      page.limit + 1,
      ({ count, last }) => listEvents(db, { after: last?.seq ?? first, limit: count }),
    )
    const body = page.close(
      rows,
      ({ seq }) => ({ seq }),
      (row) => viewEvent(row.body),
      isCut,
    )
    return { status: 200, body }
  })
}

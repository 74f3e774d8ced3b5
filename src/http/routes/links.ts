import type { Db } from '../../store/db.ts'
import { loadLinkRows } from '../../store/link-rows.ts'
import type { Http } from '../env.ts'
import { found, idParam } from '../parameters.ts'
import { route } from '../route.ts'
import { linkSeq, linkView, viewLink } from '../views/objects.ts'

export function linkRoutes(http: Http, { db }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/links/{id}',
    operationId: 'getLink',
    tag: 'links',
    summary: 'Get a link',
    description: 'One link, with the label of what an undercut of it attacks.',
    params: idParam,
    localized: true,
    answers: { 200: { description: 'The link.', schema: linkView } },
  }).handle(async ({ params, language }) => {
    const [first] = await loadLinkRows(db, [params.id], language)
    const row = found(first)
    const revision = { version: row.version, seq: linkSeq(row) }
    return { status: 200, body: viewLink(row), revision }
  })
}

import type { Db } from '../../store/db.ts'
import type { Http } from '../env.ts'
import { idParam, isThere } from '../parameters.ts'
import { route } from '../route.ts'
import { showLink } from '../show.ts'
import { linkView } from '../views/objects.ts'

export function linkRoutes(http: Http, { db }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/links/{id}',
    operationId: 'getLink',
    tag: 'links',
    summary: 'Get a link',
    description: 'One link, with the label of what an undercut of it attacks.',
    params: idParam,
    isVisible: isThere(db, 'link'),
    localized: true,
    answers: { 200: { description: 'The link.', schema: linkView } },
  }).handle(async ({ params, language }) => {
    return { status: 200, ...(await showLink(db, params.id, language)) }
  })
}

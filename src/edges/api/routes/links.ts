import { isThere } from '../../../store/references.ts'
import type { Db } from '../../../store/database/db.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, showLasting } from '../../../views/lasting.ts'
import { idParam } from '../../../queries/parameters.ts'
import { aLink } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { linkView } from '../../../views/objects.ts'

export function linkRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/links/{id}',
    operationId: 'getLink',
    tag: 'links',
    summary: 'Get a link',
    description: 'One link, with the label of its guard, which an undercut of the link attacks.',
    params: idParam,
    isVisible: isThere(primary, 'link'),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'The link.', schema: linkView } },
    problems: ledAway,
  }).handle(async ({ db, params, language }) => {
    return { status: 200, ...(await showLasting(db, aLink, params.id, language)) }
  })
}

import type { Db } from '../../store/db.ts'
import type { Http } from '../env.ts'
import { idParam, isThere } from '../parameters.ts'
import { removed, requireWords } from '../require-words.ts'
import { route } from '../route.ts'
import { showLink } from '../show.ts'
import { linkView } from '../views/objects.ts'
import { linkTombstone } from '../views/tombstone.ts'

export function linkRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/links/{id}',
    operationId: 'getLink',
    tag: 'links',
    summary: 'Get a link',
    description: 'One link, with the label of what an undercut of it attacks.',
    params: idParam,
    isVisible: isThere(primary, 'link'),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'The link.', schema: linkView } },
    problems: removed,
  }).handle(async ({ db, params, language }) => {
    const link = requireWords(await showLink(db, params.id, language), linkTombstone)
    return { status: 200, ...link }
  })
}

import { idOf, isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { Db } from '../../../store/database/db.ts'
import { sourceKinds } from '../../../domain/kinds.ts'
import { readInParts } from '../../../store/read-in-parts.ts'
import { listSources, type SourceRow } from '../../../store/source-rows.ts'
import { listSourcesFound } from '../../../store/finds/named.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, showLasting } from '../../../views/lasting.ts'
import { idOrSlugParam, newestPositionOf, searchParameter } from '../../../queries/parameters.ts'
import { listed } from '../../../queries/values.ts'
import { aSource } from '../../../views/remaining.ts'
import { route } from '../../../http/route.ts'
import { sourceView, viewSource } from '../../../views/objects.ts'
import { answerFound, foundOrNewest, newestIn, rankedListOf } from '../shared/found-lists.ts'

export function sourceRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/sources',
    operationId: 'listSources',
    tag: 'sources',
    summary: 'List sources',
    description:
      'Sources that are not voided, newest on record first; with `q`, by relevance or, if very many have the words, the newest ids first.',
    query: z.object({
      q: searchParameter.meta({
        description:
          'Words, or phrases in quotation marks, all of which must occur in its names and aliases.',
      }),
      kind: listed(z.enum(sourceKinds)).optional(),
    }),
    page: foundOrNewest,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of sources.', schema: rankedListOf(sourceView) } },
  }).handle(async ({ db, query: { q, kind }, page, language }) => {
    if (q !== undefined)
      return answerFound(page, q, viewSource, (asked) =>
        listSourcesFound(db, { ...asked, kind }, language),
      )
    const first = newestIn(page)
    const { rows, isCut } = await readInParts<SourceRow>(page.limit + 1, ({ count, last }) => {
      const after = last ? newestPositionOf(last) : first
      return listSources(db, { kind, after, limit: count }, language)
    })
    const body = page.close(rows, newestPositionOf, viewSource, isCut)
    return { status: 200, body: { ...body, ranking: 'newest' as const } }
  })

  route(http, {
    method: 'get',
    path: '/v1/sources/{id}',
    operationId: 'getSource',
    tag: 'sources',
    summary: 'Get a source',
    description: 'One source with its names and affiliations.',
    params: idOrSlugParam,
    isVisible: isThere(primary, 'source'),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'The source.', schema: sourceView } },
    problems: ledAway,
  }).handle(async ({ db, params, language }) => {
    const id = await idOf(db, 'source', params.id)
    return { status: 200, ...(await showLasting(db, aSource, id, language)) }
  })
}

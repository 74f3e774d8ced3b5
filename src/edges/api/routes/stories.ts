import { findId, idOf, isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { Db } from '../../../store/database/db.ts'
import { listStories } from '../../../store/story-rows.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { idOrSlugParam, newestPosition, newestPositionOf } from '../../../queries/parameters.ts'
import { removed, requireWords } from '../../../views/require-words.ts'
import { route } from '../../../http/route.ts'
import { showStory } from '../../../views/show.ts'
import { storySummaryView, storyView, viewStorySummary } from '../../../views/story.ts'
import { storyTombstone } from '../../../views/tombstone.ts'

const storyAsOfView = storyView.extend(asOfField).meta({ id: 'StoryAsOf' })

export function storyRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/stories',
    operationId: 'listStories',
    tag: 'stories',
    summary: 'List stories',
    description: 'Stories that are not voided, newest on record first.',
    page: newestPosition,
    readsRecord: true,
    answers: { 200: { description: 'A page of stories.', schema: listOf(storySummaryView) } },
  }).handle(async ({ db, page }) => {
    const rows = await listStories(db, { after: page.after, limit: page.limit + 1 })
    return { status: 200, body: page.close(rows, newestPositionOf, viewStorySummary) }
  })

  route(http, {
    method: 'get',
    path: '/v1/stories/{id}',
    operationId: 'getStory',
    tag: 'stories',
    summary: 'Get a story',
    description: 'One story with its claims, in its own order.',
    params: idOrSlugParam,
    isVisible: isThere(primary, 'story'),
    query: z.object({ asOf: asOfParameter }),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'The story.', schema: storyAsOfView } },
    problems: removed,
  }).handle(async ({ db, params, query, language }) => {
    const show = async (then: Db, id: string) =>
      requireWords(await showStory(then, id, language), storyTombstone)
    if (query.asOf)
      return answerAsOf(db, query.asOf, async (then) => {
        // Today's address also names the story in the past.
        const id = (await findId(then, 'story', params.id)) ?? (await idOf(db, 'story', params.id))
        return (await show(then, id)).body
      })
    const id = await idOf(db, 'story', params.id)
    return { status: 200, ...(await show(db, id)) }
  })
}

import type { Db } from '../../store/db.ts'
import { listStories } from '../../store/story-rows.ts'
import type { Http } from '../env.ts'
import { listOf } from '../page.ts'
import { idOf, idOrSlugParam, newestPosition, newestPositionOf } from '../parameters.ts'
import { route } from '../route.ts'
import { showStory } from '../show.ts'
import { storySummaryView, storyView, viewStorySummary } from '../views/story.ts'

export function storyRoutes(http: Http, { db }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/stories',
    operationId: 'listStories',
    tag: 'stories',
    summary: 'List stories',
    description: 'Stories that are not voided, those recorded last first.',
    page: newestPosition,
    answers: { 200: { description: 'A page of stories.', schema: listOf(storySummaryView) } },
  }).handle(async ({ page }) => {
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
    localized: true,
    answers: { 200: { description: 'The story.', schema: storyView } },
  }).handle(async ({ params, language }) => {
    const id = await idOf(db, 'story', params.id)
    return { status: 200, ...(await showStory(db, id, language)) }
  })
}

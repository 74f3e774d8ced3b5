import { findId, idOf, isThere } from '../../../store/references.ts'
import { z } from 'zod'
import { found } from '../../../domain/errors.ts'
import type { Db } from '../../../store/database/db.ts'
import { readInParts } from '../../../store/read-in-parts.ts'
import { findStoryRow, listStories, type ListedStoryRow } from '../../../store/story-rows.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { idOrSlugParam, newestPosition, newestPositionOf } from '../../../queries/parameters.ts'
import { removed, requireWords } from '../../../views/require-words.ts'
import { route } from '../../../http/route.ts'
import { claimView } from '../../../views/claim.ts'
import { presentInOrder } from '../../../views/present-claims.ts'
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
    const { rows, isCut } = await readInParts<ListedStoryRow>(page.limit + 1, ({ count, last }) =>
      listStories(db, { after: last ? newestPositionOf(last) : page.after, limit: count }),
    )
    return { status: 200, body: page.close(rows, newestPositionOf, viewStorySummary, isCut) }
  })

  route(http, {
    method: 'get',
    path: '/v1/stories/{id}',
    operationId: 'getStory',
    tag: 'stories',
    summary: 'Get a story',
    description: 'One story with its first claims, in its own order.',
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
  route(http, {
    method: 'get',
    path: '/v1/stories/{id}/claims',
    operationId: 'listClaimsOfStory',
    tag: 'stories',
    summary: 'List the claims of a story',
    description: 'All claims of a story, in its own order.',
    params: idOrSlugParam,
    isVisible: isThere(primary, 'story'),
    page: z.strictObject({ place: z.int().nonnegative() }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(claimView) } },
    problems: removed,
  }).handle(async ({ db, params, page, language }) => {
    const id = await idOf(db, 'story', params.id)
    const story = found(await findStoryRow(db, id))
    if (story.redaction) requireWords(await showStory(db, id, language), storyTombstone)
    const first = page.after ? page.after.place + 1 : 0
    const ids = story.claims.slice(first)
    const claims = await presentInOrder(db, ids.slice(0, page.limit), language)
    const body = page.close(
      claims.map(({ view }, index) => ({ view, place: first + index })),
      ({ place }) => ({ place }),
      ({ view }) => view,
      claims.length < ids.length,
    )
    return { status: 200, body }
  })
}

import { z } from 'zod'
import { listOf } from '../../../http/contract/list-page.ts'
import { id } from '../../../domain/references.ts'
import type { Http } from '../../../http/contract/env.ts'
import { route } from '../../../http/route.ts'
import {
  betweenFields,
  betweenParameters,
  findBetween,
  viewBetween,
} from '../../../queries/between.ts'
import { idOrSlugParam, idParam } from '../../../queries/parameters.ts'
import type { Db } from '../../../store/database/db.ts'
import { idOf, isThere } from '../../../store/references.ts'
import { claimDiffView } from '../../../views/claim-diff.ts'
import { ledAway } from '../../../views/lasting.ts'
import { loadClaimDiff } from '../../../views/load-claim-diff.ts'
import { removed } from '../../../views/require-words.ts'
import { comparedMax, loadStoryDiff, storyStepView } from '../../../views/story-diff.ts'

const claimDiffBetweenView = claimDiffView.extend(betweenFields).meta({ id: 'ClaimDiffBetween' })

const storyDiffView = listOf(storyStepView)
  .extend({
    ...betweenFields,
    story: id,
    isNew: z.boolean().meta({ description: 'Whether it was not on record at the earlier moment.' }),
    moreClaims: z.int().meta({
      description: `How many claims it has beyond the first ${comparedMax}, which are compared.`,
    }),
  })
  .meta({ id: 'StoryDiff' })

export function diffRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/diff',
    operationId: 'getClaimDiff',
    tag: 'claims',
    summary: 'Get what changed of a claim between two moments',
    description:
      'The status, the cites and the words at both moments, and what else changed for a reader, by kind and in one line. What was added and taken back in between is not told. Words that were removed since are in neither state.',
    params: idParam,
    isVisible: isThere(primary, 'claim'),
    query: z.object(betweenParameters),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'What changed.', schema: claimDiffBetweenView } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const between = await findBetween(db, query)
    const diff = await loadClaimDiff(db, params.id, between, language)
    const body = { ...diff, ...viewBetween(between) }
    return { status: 200, body, isSettled: between.isSettled }
  })

  route(http, {
    method: 'get',
    path: '/v1/stories/{id}/diff',
    operationId: 'listStoryChanges',
    tag: 'stories',
    summary: 'List what changed in a story between two moments',
    description:
      'In order of time: claims that were added to it or removed from it, a new title, and of the claims it has at the later moment, since they were added, every change of status or of what it rests on, amendments, and answers that are still there.',
    params: idOrSlugParam,
    isVisible: isThere(primary, 'story'),
    query: z.object(betweenParameters),
    page: z.strictObject({ seq: z.int().min(1), place: z.string().max(100) }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of changes.', schema: storyDiffView } },
    problems: removed,
  }).handle(async ({ db, params, query, page, language }) => {
    const between = await findBetween(db, query)
    const id = await idOf(db, 'story', params.id)
    const asked = { after: page.after, limit: page.limit + 1 }
    const { steps, ...about } = await loadStoryDiff(db, id, between, asked, language)
    const list = page.close(
      steps,
      ({ step: { seq, place } }) => ({ seq, place }),
      ({ view }) => view,
    )
    const body = { ...list, ...about, ...viewBetween(between) }
    return { status: 200, body, isSettled: between.isSettled }
  })
}

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
import { claimFilters } from '../../../queries/claim-filters.ts'
import { filtersOf } from '../../../queries/list-claims.ts'
import { differencePosition, idOrSlugParam, idParam } from '../../../queries/parameters.ts'
import { requireComparable, withEntries } from '../../../queries/past-claims.ts'
import type { Db } from '../../../store/database/db.ts'
import { idOf, isThere } from '../../../store/references.ts'
import { claimDiffView } from '../../../views/claim-diff.ts'
import { ledAway } from '../../../views/lasting.ts'
import { loadClaimDiff } from '../../../views/load-claim-diff.ts'
import { removed } from '../../../views/require-words.ts'
import { listDifferenceView, loadListDiff } from '../../../views/list-diff.ts'
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

const listDiffView = listOf(listDifferenceView).extend(betweenFields).meta({ id: 'ListDiff' })

export function diffRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/diff/claims',
    operationId: 'listClaimDifferences',
    tag: 'claims',
    summary: 'List the claims that entered a list, left it, or changed in it between two moments',
    description:
      'Compares what a list of claims with these filters had at both moments, in the order of the list, newest first. What entered and left again in between is not told. A request compares a limited number of claims, so a page may have fewer items than asked for, or none, and still have a `next`; further pages stay at the events that the first one found. What sources, stories and reports are called is looked up as of today. `q`, `leftOpen`, `role` and `rating` are of today only, and are refused.',
    query: claimFilters.omit({ sort: true }).extend(betweenParameters),
    page: differencePosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of differences.', schema: listDiffView } },
  }).handle(async ({ db, query, page, language }) => {
    requireComparable(query)
    const { after, limit } = page
    const asked = after ? { from: { seq: after.from }, to: { seq: after.to } } : query
    const between = await findBetween(db, asked)
    const { from, to } = between
    const filters = await withEntries(db, await filtersOf(db, query))
    const { items, end } = await loadListDiff(db, filters, { from, to, after, limit }, language)
    const positionOf = ({ key, id }: { key: string; id: string }) => {
      return { from: from.seq, to: to.seq, key, id }
    }
    const list = page.close(
      items,
      ({ place }) => positionOf(place),
      ({ view }) => view,
      false,
      end && positionOf(end),
    )
    const body = { ...list, ...viewBetween(between) }
    return { status: 200, body, isSettled: between.isSettled }
  })

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

import { isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { ApiDeps } from '../shared/deps.ts'
import { mergeable, newMerge, type Mergeable } from '../../../domain/merge.ts'
import { isId } from '../../../domain/references.ts'
import { text, textMax } from '../../../domain/text.ts'
import type { Db } from '../../../store/database/db.ts'
import { findMerge } from '../../../store/merges.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { mergeView } from '../../../views/merge.ts'
import { showMerge } from '../../../views/show.ts'
import { answersOf, created, replyOf, replyOfNew, writerOf, writtenView } from '../shared/writes.ts'

const written = writtenView(mergeView).meta({ id: 'WrittenMerge' })
const voiding = z.strictObject({ reason: text(textMax.note) }).meta({ id: 'MergeError' })

const names: Readonly<Record<Mergeable, string>> = {
  source: 'Source',
  report: 'Report',
  claim: 'Claim',
}

const conditions: Readonly<Record<Mergeable, string>> = {
  source: 'Claims that name either are judged again.',
  report: 'Claims cited from either are then cited from the one that remains.',
  claim:
    'Both are spoken by one side. The one that remains gets the links and the evidence of both; links that are equal then count once.',
}

/** Merges two entries of the same thing, and undoes merges. */
export function mergeRoutes(http: Http, deps: ApiDeps): void {
  for (const noun of mergeable) {
    route(http, {
      method: 'post',
      path: `/v1/${noun}s/{id}/merge`,
      operationId: `merge${names[noun]}`,
      tag: `${noun}s`,
      summary: `Merge a ${noun} into another`,
      description: `Two entries of the same ${noun} become one: this one redirects to the other (301), and references to it now name the other. ${conditions[noun]} Voiding the merge undoes it.`,
      scope: 'edit',
      writesRecord: true,
      localized: true,
      params: idParam,
      isVisible: isThere(deps.db, noun),
      body: jsonBody(newMerge),
      ifMatch: true,
      answers: answersOf(deps, created('The merge, and the statuses that it changed.', written)),
      problems: ['conflict'],
    }).handle(async ({ params, body, versions, ...asked }) => {
      const answer = await deps.writes.mergeObject({
        ...writerOf(asked),
        noun,
        id: params.id,
        versions,
        merge: body,
      })
      return replyOfNew(
        answer,
        ({ version }) => version,
        ({ id }) => `/v1/merges/${id}`,
      )
    })
  }

  route(http, {
    method: 'get',
    path: '/v1/merges/{id}',
    operationId: 'getMerge',
    tag: 'record',
    summary: 'Get a merge',
    description: 'One merge: what was merged into what, and why.',
    params: idParam,
    isVisible: (id) => isMerge(deps.db, id),
    readsRecord: true,
    answers: { 200: { description: 'The merge.', schema: mergeView } },
  }).handle(async ({ db, params }) => ({ status: 200, ...(await showMerge(db, params.id)) }))

  route(http, {
    method: 'post',
    path: '/v1/merges/{id}/void',
    operationId: 'voidMerge',
    tag: 'record',
    summary: 'Void a merge',
    description:
      'The two turn out to be different: both exist again, each with what it had. What the remaining one gained after the merge stays there.',
    scope: 'edit',
    writesRecord: true,
    localized: true,
    params: idParam,
    isVisible: (id) => isMerge(deps.db, id),
    body: jsonBody(voiding),
    ifMatch: true,
    answers: answersOf(deps, {
      200: { description: 'The merge, and the statuses that this changed.', schema: written },
    }),
    problems: ['conflict'],
  }).handle(async ({ params, body, versions, ...asked }) => {
    const answer = await deps.writes.unmergeObject({
      ...writerOf(asked),
      id: params.id,
      versions,
      reason: body.reason,
    })
    return replyOf(answer, ({ version }) => version)
  })
}

async function isMerge(db: Db, id: string): Promise<boolean> {
  return isId(id) && (await findMerge(db, id)) !== undefined
}

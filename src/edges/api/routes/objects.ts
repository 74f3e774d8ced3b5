import { objectNouns, type ObjectNoun } from '../../../domain/nouns.ts'
import { isThere } from '../../../store/references.ts'
import type { ObjectLine } from '../../../actions/bundle/lines.ts'
import type { ApiDeps } from '../shared/deps.ts'
import { newClaim } from '../../../domain/claim.ts'
import { confirm } from '../../../domain/confirmation.ts'
import { newLink } from '../../../domain/link.ts'
import { newReport } from '../../../domain/report.ts'
import { newSource } from '../../../domain/source.ts'
import { newStory } from '../../../domain/story.ts'
import type { BodyFormat } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { bodyOf, isAskedAbout, patchOf, type Sent } from '../shared/object-bodies.ts'
import { addressed } from '../shared/nouns.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import {
  amendedView,
  answersOf,
  created,
  replyOfAmendment,
  replyOfNew,
  writerOf,
  writtenView,
} from '../shared/writes.ts'

/** What of each noun a request enters and amends. */
const bodies: Readonly<Record<ObjectNoun, Bodies>> = {
  source: {
    body: bodyOf(
      newSource.safeExtend({ confirm }).meta({ id: 'AddedSource' }),
      ({ confirm, ...input }) => ({ object: { type: 'source', ...input }, confirm }),
    ),
    patch: patchOf('source', newSource),
  },
  report: {
    body: bodyOf(
      newReport.safeExtend({ confirm }).meta({ id: 'AddedReport' }),
      ({ confirm, ...input }) => ({ object: { type: 'report', ...input }, confirm }),
    ),
    patch: patchOf('report', newReport),
  },
  claim: {
    body: bodyOf(
      newClaim.safeExtend({ confirm }).meta({ id: 'AddedClaim' }),
      ({ confirm, ...input }) => ({ object: { type: 'claim', ...input }, confirm }),
    ),
    patch: patchOf('claim', newClaim),
  },
  link: {
    body: bodyOf(newLink, (input) => ({ object: { type: 'link', ...input }, confirm: [] })),
    patch: patchOf('link', newLink),
  },
  story: {
    body: bodyOf(newStory, (input) => ({ object: { type: 'story', ...input }, confirm: [] })),
    patch: patchOf('story', newStory),
  },
}

interface Bodies {
  readonly body: BodyFormat<Sent<ObjectLine>>
  readonly patch: BodyFormat<Sent<Record<string, unknown>>>
}

/** Adding and amending, the same for every noun. */
export function objectRoutes(http: Http, deps: ApiDeps): void {
  for (const type of objectNouns) registerNoun(http, deps, type)
}

function registerNoun(http: Http, deps: ApiDeps, type: ObjectNoun): void {
  const { name, path, tag, view } = addressed[type]
  const { body, patch } = bodies[type]
  const problems = isAskedAbout(type)
    ? (['conflict', 'likely-duplicate'] as const)
    : (['conflict'] as const)
  const written = writtenView(view).meta({ id: `Written${name}` })
  const amended = amendedView(view).meta({ id: `Amended${name}` })

  route(http, {
    method: 'post',
    path: `/v1/${path}`,
    operationId: `add${name}`,
    tag,
    summary: `Add a ${type}`,
    description: `Enters a ${type}. References are ids, or slugs of sources and stories.`,
    scope: 'edit',
    writesRecord: true,
    localized: true,
    body,
    answers: answersOf(
      deps,
      created(`The ${type}, and the statuses that adding it changed.`, written),
    ),
    problems,
  }).handle(async ({ body: sent, ...asked }) => {
    const answer = await deps.writes.addObject({
      ...writerOf(asked),
      ...sent,
    })
    return replyOfNew(
      answer,
      ({ version }) => version,
      ({ id }) => `/v1/${path}/${id}`,
    )
  })

  route(http, {
    method: 'patch',
    path: `/v1/${path}/{id}`,
    operationId: `amend${name}`,
    tag,
    summary: `Amend a ${type}`,
    description:
      'A JSON Merge Patch (RFC 7396) of what was entered: it amends our transcription, never what was said. The earlier version stays readable. A patch that changes nothing creates no version and no event.',
    scope: 'edit',
    writesRecord: true,
    localized: true,
    params: idParam,
    isVisible: isThere(deps.db, type),
    body: patch,
    ifMatch: true,
    answers: answersOf(deps, {
      200: { description: `The ${type} as it is now.`, schema: amended },
    }),
    problems,
  }).handle(async ({ params, body, versions, ...asked }) => {
    const answer = await deps.writes.amendObject({
      ...writerOf(asked),
      type,
      id: params.id,
      versions,
      patch: body.object,
      confirm: body.confirm,
    })
    return replyOfAmendment(answer, ({ version }) => version)
  })
}

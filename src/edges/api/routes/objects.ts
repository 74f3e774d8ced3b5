import { isThere } from '../../../store/references.ts'
import type { z } from 'zod'
import type { Versioned } from '../../../views/revision.ts'
import { addObject } from '../../../actions/add-object.ts'
import { amendObject } from '../../../actions/amend-object.ts'
import type { ObjectLine, ObjectType } from '../../../actions/bundle/lines.ts'
import type { Deps } from '../../../actions/record/deps.ts'
import { newClaim } from '../../../domain/claim.ts'
import { confirm } from '../../../domain/confirmation.ts'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { newLink } from '../../../domain/link.ts'
import { newReport } from '../../../domain/report.ts'
import { newSource } from '../../../domain/source.ts'
import { newStory } from '../../../domain/story.ts'
import { bundleLine } from '../../../formats/bundle.ts'
import type { BodyFormat } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { bodyOf, isAskedAbout, patchOf, type Sent } from '../shared/object-bodies.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import {
  showClaim,
  showLink,
  showReport,
  showSource,
  showStory,
  type Show,
} from '../../../views/show.ts'
import type { Tag } from '../../../http/contract/tags.ts'
import { claimView } from '../../../views/claim.ts'
import { linkView, reportView, sourceView } from '../../../views/objects.ts'
import { storyView } from '../../../views/story.ts'
import {
  amendedView,
  answersOf,
  created,
  parseSent,
  replyOfAmendment,
  replyOfNew,
  writerOf,
  writtenView,
} from '../shared/writes.ts'

interface Noun {
  readonly type: ObjectType
  readonly name: string
  readonly path: Tag
  readonly body: BodyFormat<Sent<ObjectLine>>
  readonly patch: BodyFormat<Sent<Record<string, unknown>>>
  readonly view: z.ZodType
  readonly show: Show<Versioned>
}

/** Adding and amending, the same for every noun. */
export function objectRoutes(http: Http, deps: Deps): void {
  registerNoun(http, deps, {
    type: 'source',
    name: 'Source',
    path: 'sources',
    body: bodyOf(
      newSource.safeExtend({ confirm }).meta({ id: 'AddedSource' }),
      ({ confirm, ...input }) => {
        return { object: { type: 'source', ...input }, confirm }
      },
    ),
    patch: patchOf('source', 'Source', newSource),
    view: sourceView,
    show: showSource,
  })
  registerNoun(http, deps, {
    type: 'report',
    name: 'Report',
    path: 'reports',
    body: bodyOf(
      newReport.safeExtend({ confirm }).meta({ id: 'AddedReport' }),
      ({ confirm, ...input }) => {
        return { object: { type: 'report', ...input }, confirm }
      },
    ),
    patch: patchOf('report', 'Report', newReport),
    view: reportView,
    show: showReport,
  })
  registerNoun(http, deps, {
    type: 'claim',
    name: 'Claim',
    path: 'claims',
    body: bodyOf(
      newClaim.safeExtend({ confirm }).meta({ id: 'AddedClaim' }),
      ({ confirm, ...input }) => {
        return { object: { type: 'claim', ...input }, confirm }
      },
    ),
    patch: patchOf('claim', 'Claim', newClaim),
    view: claimView,
    show: showClaim,
  })
  registerNoun(http, deps, {
    type: 'link',
    name: 'Link',
    path: 'links',
    body: bodyOf(newLink, (input) => ({ object: { type: 'link', ...input }, confirm: [] })),
    patch: patchOf('link', 'Link', newLink),
    view: linkView,
    show: showLink,
  })
  registerNoun(http, deps, {
    type: 'story',
    name: 'Story',
    path: 'stories',
    body: bodyOf(newStory, (input) => ({ object: { type: 'story', ...input }, confirm: [] })),
    patch: patchOf('story', 'Story', newStory),
    view: storyView,
    show: showStory,
  })
}

function registerNoun(http: Http, deps: Deps, noun: Noun): void {
  const { type, name, path, body, patch, view, show } = noun
  const problems = isAskedAbout(type)
    ? (['conflict', 'likely-duplicate'] as const)
    : (['conflict'] as const)
  const written = writtenView(view).meta({ id: `Written${name}` })
  const amended = amendedView(view).meta({ id: `Amended${name}` })
  const showing = (language: DisplayLanguage) => async (tx: Deps['db'], id: string) =>
    (await show(tx, id, language)).body

  route(http, {
    method: 'post',
    path: `/v1/${path}`,
    operationId: `add${name}`,
    tag: path,
    summary: `Add a ${type}`,
    description: `Enters a ${type}. References are ids, or slugs of sources and stories.`,
    scope: 'edit',
    writesRecord: true,
    localized: true,
    body,
    answers: answersOf(deps, created(`The ${type}, and what adding it moved.`, written)),
    problems,
  }).handle(async ({ body: sent, ...asked }) => {
    const answer = await addObject(deps, {
      ...writerOf(asked),
      ...sent,
      show: showing(asked.language),
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
    tag: path,
    summary: `Amend a ${type}`,
    description:
      'A JSON Merge Patch (RFC 7396) of what was entered: it amends our transcription, never what was said. The earlier version stays readable. A patch that changes nothing makes no version and no event.',
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
    const answer = await amendObject(deps, {
      ...writerOf(asked),
      type,
      id: params.id,
      versions,
      patch: body.object,
      confirm: body.confirm,
      parse: (value) => parseSent(bundleLine, value),
      show: showing(asked.language),
    })
    return replyOfAmendment(answer, ({ version }) => version)
  })
}

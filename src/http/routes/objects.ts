import { z } from 'zod'
import { addObject } from '../../actions/add-object.ts'
import { amendObject } from '../../actions/amend-object.ts'
import { fixedFields } from '../../actions/bundle/changes.ts'
import type { ObjectLine, ObjectType } from '../../actions/bundle/lines.ts'
import type { Deps } from '../../actions/deps.ts'
import { newClaim } from '../../domain/claim.ts'
import { DomainError } from '../../domain/errors.ts'
import { newLink } from '../../domain/link.ts'
import { newReport } from '../../domain/report.ts'
import { newSource } from '../../domain/source.ts'
import { newStory } from '../../domain/story.ts'
import { bundleLine } from '../../formats/bundle.ts'
import { jsonBody, mergePatchBody, type BodyFormat } from '../body-format.ts'
import type { Http } from '../env.ts'
import { parse } from '../faults.ts'
import { mergePatchSchema } from '../merge-patch-schema.ts'
import { idParam, isThere } from '../parameters.ts'
import { route } from '../route.ts'
import { showClaim, showLink, showReport, showSource, showStory, type Show } from '../show.ts'
import type { Tag } from '../tags.ts'
import { claimView } from '../views/claim.ts'
import { linkView, reportView, sourceView } from '../views/objects.ts'
import { storyView } from '../views/story.ts'
import { amendedView, idempotentBy, parseSent, readWritten, writtenView } from '../writes.ts'

interface Noun {
  readonly type: ObjectType
  readonly name: string
  readonly path: Tag
  readonly body: BodyFormat<ObjectLine>
  readonly patch: BodyFormat<Record<string, unknown>>
  readonly view: z.ZodType
  readonly show: Show<unknown>
}

/** Adding and amending, alike for every noun. */
export function objectRoutes(http: Http, deps: Deps): void {
  registerNoun(http, deps, {
    type: 'source',
    name: 'Source',
    path: 'sources',
    body: bodyOf(newSource, (input) => ({ type: 'source', ...input })),
    patch: patchOf('source', 'Source', newSource),
    view: sourceView,
    show: showSource,
  })
  registerNoun(http, deps, {
    type: 'report',
    name: 'Report',
    path: 'reports',
    body: bodyOf(newReport, (input) => ({ type: 'report', ...input })),
    patch: patchOf('report', 'Report', newReport),
    view: reportView,
    show: showReport,
  })
  registerNoun(http, deps, {
    type: 'claim',
    name: 'Claim',
    path: 'claims',
    body: bodyOf(newClaim, (input) => ({ type: 'claim', ...input })),
    patch: patchOf('claim', 'Claim', newClaim),
    view: claimView,
    show: showClaim,
  })
  registerNoun(http, deps, {
    type: 'link',
    name: 'Link',
    path: 'links',
    body: bodyOf(newLink, (input) => ({ type: 'link', ...input })),
    patch: patchOf('link', 'Link', newLink),
    view: linkView,
    show: showLink,
  })
  registerNoun(http, deps, {
    type: 'story',
    name: 'Story',
    path: 'stories',
    body: bodyOf(newStory, (input) => ({ type: 'story', ...input })),
    patch: patchOf('story', 'Story', newStory),
    view: storyView,
    show: showStory,
  })
}

/** The body of an object, read as the line of a bundle that would enter it. */
function bodyOf<T>(schema: z.ZodType<T>, lineOf: (input: T) => ObjectLine): BodyFormat<ObjectLine> {
  const format = jsonBody(schema)
  return { ...format, read: (bytes) => lineOf(format.read(bytes)) }
}

/**
 * The merged object is validated, by which faults are told of what it would become. There a null of
 * what no object has would be gone, so unknown fields are found before.
 */
function patchOf(
  type: ObjectType,
  name: string,
  schema: z.ZodObject,
): BodyFormat<Record<string, unknown>> {
  const patch = mergePatchSchema(schema, fixedFields[type]).meta({
    id: `${name}Patch`,
    description: `Fields of New${name} to set; null removes one.`,
  })
  const format = mergePatchBody(z.record(z.string(), z.unknown()))
  return {
    ...format,
    schema: patch,
    read: (bytes) => {
      const sent = format.read(bytes)
      const unknown = parse(patch, sent).faults?.filter(
        ({ pointer, code }) =>
          code === 'unknown-field' && !fixedFields[type].includes(pointer.slice(1)),
      )
      if (!unknown || unknown.length === 0) return sent
      throw new DomainError(
        'invalid',
        'The patch sets what no such object has; see errors.',
        unknown,
      )
    },
  }
}

function registerNoun(http: Http, deps: Deps, noun: Noun): void {
  const { type, name, path, body, patch, view, show } = noun
  const written = writtenView(view).meta({ id: `Written${name}` })
  const amended = amendedView(view).meta({ id: `Amended${name}` })
  const showing = (language: 'en' | 'ko') => async (tx: Deps['db'], id: string) =>
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
    answers: { 201: { description: `The ${type}, and what adding it moved.`, schema: written } },
    problems: ['conflict'],
  }).handle(async ({ actor, body: object, language, idempotency }) => {
    const answer = await addObject(deps, {
      actor,
      idempotent: idempotentBy(actor, idempotency),
      object,
      show: showing(language),
    })
    const { id, reply } = readWritten(answer, written)
    return { status: 201, ...reply, location: `/v1/${path}/${id}` }
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
    answers: { 200: { description: `The ${type} as it is now.`, schema: amended } },
    problems: ['conflict'],
  }).handle(async ({ actor, params, body, versions, language }) => {
    const answer = await amendObject(deps, {
      actor,
      type,
      id: params.id,
      versions,
      patch: body,
      parse: (value) => parseSent(bundleLine, value),
      show: showing(language),
    })
    return { status: 200, ...readWritten(answer, amended).reply }
  })
}

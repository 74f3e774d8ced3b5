import { nouns, type Noun } from '../../../domain/nouns.ts'
import { isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { ApiDeps } from '../shared/deps.ts'
import { newCitation } from '../../../domain/citation.ts'
import { claimFields } from '../../../domain/claim.ts'
import { text, textMax } from '../../../domain/text.ts'
import { worldDate } from '../../../domain/world-date.ts'
import type { BundleLineOf } from '../../../formats/bundle.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { addressed } from '../shared/nouns.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { answersOf, replyOf, writerOf, writtenView } from '../shared/writes.ts'

const reason = text(textMax.note)
const { citations } = claimFields
const citation = newCitation.optional().meta({ description: 'Short for `citations` of one.' })
const fields = { at: worldDate, reason, citation, citations }
const withdrawal = z.strictObject(fields).meta({ id: 'NewWithdrawal' })
const end = z.strictObject(fields).meta({ id: 'NewEnd' })
const entryError = z.strictObject({ reason }).meta({ id: 'EntryError' })

type Ending = BundleLineOf<'withdrawal' | 'end' | 'void'>

interface Verb<Body> {
  readonly path: `/v1/${string}/{id}/${string}`
  readonly operationId: string
  readonly type: Noun
  readonly summary: string
  readonly description: string
  readonly body: z.ZodType<Body>
  readonly ending: (id: string, body: Body) => Ending
}

/** Ends of lives: withdrawing a claim, dropping a link, voiding an entry error. */
export function endingRoutes(http: Http, deps: ApiDeps): void {
  registerVerb(http, deps, {
    path: '/v1/claims/{id}/withdraw',
    operationId: 'withdrawClaim',
    type: 'claim',
    summary: 'Withdraw a claim',
    description:
      'Records that its speaker took it back, with at least one citation that shows it. Nobody else can take it back.',
    body: withdrawal,
    ending: (claim, entered) => ({ ...entered, type: 'withdrawal', claim }),
  })
  registerVerb(http, deps, {
    path: '/v1/claims/{id}/withdrawal/void',
    operationId: 'voidWithdrawal',
    type: 'claim',
    summary: 'Void the withdrawal of a claim',
    description:
      'Marks a withdrawal that we entered wrongly. The claim stands as if it had never been withdrawn; the history keeps the statuses in between.',
    body: entryError,
    ending: (claim, { reason }) => ({ type: 'void', withdrawal: claim, reason }),
  })
  registerVerb(http, deps, {
    path: '/v1/links/{id}/end',
    operationId: 'endLink',
    type: 'link',
    summary: 'End a link',
    description:
      'Records that its author dropped it, with its citations if there are any. It stays visible but has no effect.',
    body: end,
    ending: (link, entered) => ({ ...entered, type: 'end', link }),
  })
  registerVerb(http, deps, {
    path: '/v1/links/{id}/end/void',
    operationId: 'voidEnd',
    type: 'link',
    summary: 'Void the end of a link',
    description:
      'Marks an end that we entered wrongly. The link takes effect again. What a concession gave up comes back when the concession is voided.',
    body: entryError,
    ending: (link, { reason }) => ({ type: 'void', end: link, reason }),
  })
  for (const type of nouns)
    registerVerb(http, deps, {
      path: `/v1/${addressed[type].path}/{id}/void`,
      operationId: `void${addressed[type].name}`,
      type,
      summary: `Void a ${type}`,
      description: `Marks a ${type} that we entered wrongly. It reads "entry error", and neither it nor any link that depends on it has any effect.`,
      body: entryError,
      ending: (id, { reason }) => ({ type: 'void', [type]: id, reason }),
    })
}

function registerVerb<Body>(http: Http, deps: ApiDeps, verb: Verb<Body>): void {
  const { name, tag, view } = addressed[verb.type]
  const written = writtenView(view).meta({ id: `Written${name}` })
  route(http, {
    method: 'post',
    path: verb.path,
    operationId: verb.operationId,
    tag,
    summary: verb.summary,
    description: verb.description,
    scope: 'edit',
    writesRecord: true,
    localized: true,
    params: idParam,
    isVisible: isThere(deps.db, verb.type),
    body: jsonBody(verb.body),
    ifMatch: true,
    answers: answersOf(deps, {
      200: { description: 'The object, and the statuses that this changed.', schema: written },
    }),
    problems: ['conflict'],
  }).handle(async ({ params, body, versions, ...asked }) => {
    const answer = await deps.writes.endLife({
      ...writerOf(asked),
      type: verb.type,
      id: params.id,
      versions,
      ending: verb.ending(params.id, body),
    })
    return replyOf(answer, ({ version }) => version)
  })
}

import { isThere } from '../../../store/references.ts'
import { z } from 'zod'
import type { Versioned } from '../../../views/revision.ts'
import type { Deps } from '../../../actions/record/deps.ts'
import { endLife } from '../../../actions/end-life.ts'
import { newCitation } from '../../../domain/citation.ts'
import { text, textMax } from '../../../domain/text.ts'
import { worldDate } from '../../../domain/world-date.ts'
import type { BundleLineOf, Voidable } from '../../../formats/bundle.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { nouns } from '../shared/nouns.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { showClaim, showLink, type Show } from '../../../views/show.ts'
import type { Tag } from '../../../http/contract/tags.ts'
import { claimView } from '../../../views/claim.ts'
import { linkView } from '../../../views/objects.ts'
import { answersOf, replyOf, writerOf, writtenView } from '../shared/writes.ts'

const reason = text(textMax.note)
const withdrawal = z
  .strictObject({ at: worldDate, reason, citation: newCitation })
  .meta({ id: 'NewWithdrawal' })
const end = z
  .strictObject({ at: worldDate, reason, citation: newCitation.optional() })
  .meta({ id: 'NewEnd' })
const entryError = z.strictObject({ reason }).meta({ id: 'EntryError' })

type Ending = BundleLineOf<'withdrawal' | 'end' | 'void'>

interface Verb<Body> {
  readonly path: `/v1/${string}/{id}/${string}`
  readonly operationId: string
  readonly type: Voidable
  readonly name: string
  readonly tag: Tag
  readonly summary: string
  readonly description: string
  readonly body: z.ZodType<Body>
  readonly view: z.ZodType
  readonly ending: (id: string, body: Body) => Ending
  readonly show: Show<Versioned>
}

/** Ends of lives: withdrawing a claim, dropping a link, voiding an entry error. */
export function endingRoutes(http: Http, deps: Deps): void {
  registerVerb(http, deps, {
    path: '/v1/claims/{id}/withdraw',
    operationId: 'withdrawClaim',
    type: 'claim',
    name: 'Claim',
    tag: 'claims',
    summary: 'Withdraw a claim',
    description:
      'Records that its speaker took it back, and where that stands. Nobody else can take it back.',
    body: withdrawal,
    view: claimView,
    ending: (claim, entered) => ({ ...entered, type: 'withdrawal', claim }),
    show: showClaim,
  })
  registerVerb(http, deps, {
    path: '/v1/claims/{id}/withdrawal/void',
    operationId: 'voidWithdrawal',
    type: 'claim',
    name: 'Claim',
    tag: 'claims',
    summary: 'Void the withdrawal of a claim',
    description:
      'Marks a withdrawal that we entered wrongly. The claim stands as if it had never been withdrawn; the history keeps what was said in between.',
    body: entryError,
    view: claimView,
    ending: (claim, { reason }) => ({ type: 'void', withdrawal: claim, reason }),
    show: showClaim,
  })
  registerVerb(http, deps, {
    path: '/v1/links/{id}/end',
    operationId: 'endLink',
    type: 'link',
    name: 'Link',
    tag: 'links',
    summary: 'End a link',
    description:
      'Records that its author dropped it, with its source if there is one. It stays visible, without force.',
    body: end,
    view: linkView,
    ending: (link, entered) => ({ ...entered, type: 'end', link }),
    show: showLink,
  })
  registerVerb(http, deps, {
    path: '/v1/links/{id}/end/void',
    operationId: 'voidEnd',
    type: 'link',
    name: 'Link',
    tag: 'links',
    summary: 'Void the end of a link',
    description:
      'Marks an end that we entered wrongly. The link has its force again; an end by a concession goes by voiding the concession.',
    body: entryError,
    view: linkView,
    ending: (link, { reason }) => ({ type: 'void', end: link, reason }),
    show: showLink,
  })
  for (const noun of nouns)
    registerVerb(http, deps, {
      path: `/v1/${noun.path}/{id}/void`,
      operationId: `void${noun.name}`,
      type: noun.type,
      name: noun.name,
      tag: noun.tag,
      summary: `Void a ${noun.type}`,
      description: `Marks a ${noun.type} that we entered wrongly. It reads "entry error" and counts for nothing, with all that hangs from it.`,
      body: entryError,
      view: noun.view,
      ending: (id, { reason }) => ({ type: 'void', [noun.type]: id, reason }),
      show: noun.show,
    })
}

function registerVerb<Body>(http: Http, deps: Deps, verb: Verb<Body>): void {
  const written = writtenView(verb.view).meta({ id: `Written${verb.name}` })
  route(http, {
    method: 'post',
    path: verb.path,
    operationId: verb.operationId,
    tag: verb.tag,
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
      200: { description: 'The object, and what this moved.', schema: written },
    }),
    problems: ['conflict'],
  }).handle(async ({ params, body, versions, ...asked }) => {
    const answer = await endLife(deps, {
      ...writerOf(asked),
      id: params.id,
      versions,
      ending: verb.ending(params.id, body),
      show: async (tx, id) => (await verb.show(tx, id, asked.language)).body,
    })
    return replyOf(answer, ({ version }) => version)
  })
}

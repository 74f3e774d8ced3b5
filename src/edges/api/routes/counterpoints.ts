import { isThere } from '../../../store/references.ts'
import { found } from '../../../domain/errors.ts'
import { z } from 'zod'
import type { ApiDeps } from '../shared/deps.ts'
import { countering, newCounterpoint } from '../../../domain/counterpoint.ts'
import { counterpointRoles, directions } from '../../../domain/kinds.ts'
import { id } from '../../../domain/references.ts'
import type { CounterpointRow } from '../../../store/counterpoints.ts'
import { loadCiting, loadCounterpoints } from '../../../store/counterpoints.ts'
import { answerAsOf, asOfField, asOfParameter } from '../../../queries/as-of.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { ledAway, requireUnmerged } from '../../../views/lasting.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { idParam } from '../../../queries/parameters.ts'
import { presentCounterpoints } from '../../../views/present-counterpoints.ts'
import { badCursor } from '../../../queries/bad-query.ts'
import { aClaim } from '../../../views/remaining.ts'
import { listed, wholeNumber } from '../../../queries/values.ts'
import { route } from '../../../http/route.ts'
import { counterpointView } from '../../../views/counterpoint.ts'
import { answersOf, created, replyOfNew, writerOf, writtenView } from '../shared/writes.ts'

const pageView = listOf(counterpointView).extend(asOfField)
const written = writtenView(counterpointView).meta({ id: 'WrittenCounterpoint' })

export function counterpointRoutes(http: Http, deps: ApiDeps): void {
  route(http, {
    method: 'get',
    path: '/v1/claims/{id}/counterpoints',
    operationId: 'listCounterpoints',
    tag: 'counterpoints',
    summary: 'List the counterpoints to a claim',
    description:
      'Claims that rebut, undercut or qualify it, and claims that it rebuts: in the order of its cites and then oldest first, each with its own counterpoints down to `depth`. One answer has at most 1,000 of these, level by level, and of each counterpoint either all of its own or none; `counts` says whether it has any. A rebuttal joins every restatement of one claim to every restatement of the other. `counts` of the claim says how many distinct claims are listed for each relation.',
    params: idParam,
    isVisible: isThere(deps.db, 'claim'),
    query: z.object({
      asOf: asOfParameter,
      depth: wholeNumber(1, 5).default(1),
      relation: listed(z.enum(countering)).optional(),
      role: listed(z.enum(counterpointRoles)).optional(),
      direction: listed(z.enum(directions)).optional(),
    }),
    page: z.strictObject({ claim: id, link: id }),
    localized: true,
    readsRecord: true,
    isCached: true,
    answers: { 200: { description: 'A page of counterpoints.', schema: pageView } },
    problems: ledAway,
  }).handle(async ({ db, params, query, page, language }) =>
    answerAsOf(db, query.asOf, async (then) => {
      const citing = loadCiting(then, [params.id])
      const [[claim], answering] = await Promise.all([
        citing,
        loadCounterpoints(then, [params.id], { citing }),
      ])
      await requireUnmerged(then, aClaim, found(claim), language)
      const all = answering.filter(
        ({ relation, role, direction }) =>
          (!query.relation || query.relation.some((asked) => asked === relation)) &&
          (!query.role || query.role.includes(role)) &&
          (!query.direction || query.direction.includes(direction)),
      )
      const rest = all.slice(placeAfter(all, page.after))
      const shown = await presentCounterpoints(
        then,
        rest.slice(0, page.limit),
        query.depth,
        language,
      )
      return page.close(
        shown,
        ({ claim, link }) => ({ claim: claim.id, link: link.id }),
        (view) => view,
        shown.length < rest.length,
      )
    }),
  )

  route(http, {
    method: 'post',
    path: '/v1/claims/{id}/counterpoints',
    operationId: 'fileCounterpoint',
    tag: 'counterpoints',
    summary: 'File a counterpoint to a claim',
    description:
      'Enters, in one step, a claim that answers this one, its evidence, and the link between them. Speaker, report and publisher may be given in full if they are not on record.',
    scope: 'edit',
    writesRecord: true,
    localized: true,
    params: idParam,
    isVisible: isThere(deps.db, 'claim'),
    body: jsonBody(newCounterpoint),
    answers: answersOf(
      deps,
      created('The counterpoint, and the statuses that it changed.', written),
    ),
    problems: ['conflict', 'likely-duplicate'],
  }).handle(async ({ params, body, ...asked }) => {
    const answer = await deps.writes.fileCounterpoint({
      ...writerOf(asked),
      answered: params.id,
      counterpoint: body,
    })
    return replyOfNew(
      answer,
      ({ claim }) => claim.version,
      ({ object }) => `/v1/claims/${object.claim.id}`,
    )
  })
}

/**
 * Where the page after a counterpoint begins.
 *
 * @throws {DomainError} `bad-query` if it is not among these, or has been voided since
 */
function placeAfter(
  rows: readonly CounterpointRow[],
  after: { readonly claim: string; readonly link: string } | undefined,
): number {
  if (!after) return 0
  const place = rows.findIndex(({ claim, link }) => claim === after.claim && link === after.link)
  if (place === -1) throw badCursor()
  return place + 1
}

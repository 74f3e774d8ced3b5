import { z } from 'zod'
import { claimKinds } from '../../domain/kinds.ts'
import { language } from '../../domain/language.ts'
import { id } from '../../domain/references.ts'
import { groupOf, statuses, statusGroups, type Status } from '../../domain/status.ts'
import { knownEndOf, knownStartOf } from '../../domain/world-date.ts'
import { claimSorts, listClaims, positionOf } from '../../store/claim-list.ts'
import type { Db } from '../../store/db.ts'
import type { Http } from '../env.ts'
import { listOf } from '../page.ts'
import { dateParameter, idParam, ids, idsOf, references } from '../parameters.ts'
import { presentClaims } from '../present-claims.ts'
import { listed } from '../query-values.ts'
import { route } from '../route.ts'
import { showClaim } from '../show.ts'
import { claimView } from '../views/claim.ts'

const filters = z.object({
  status: listed(z.enum(statuses)).optional(),
  group: listed(z.enum(statusGroups)).optional(),
  kind: listed(z.enum(claimKinds)).optional(),
  source: references.meta({ description: 'Speakers, by id or slug.' }),
  about: references.meta({ description: 'Whom it is about, by id or slug.' }),
  report: ids.meta({ description: 'Reports that it is cited from.' }),
  story: references.meta({ description: 'Stories that it is part of, by id or slug.' }),
  textLang: listed(language).optional(),
  assertedFrom: dateParameter,
  assertedTo: dateParameter.meta({ description: 'Inclusive, at the precision given.' }),
  changedSince: dateParameter.meta({ description: 'Its status or cites changed then or later.' }),
  responseFrom: references.meta({ description: 'Sources that rebut, undercut or qualify it.' }),
  sort: z.enum(claimSorts).default('newest'),
})

export function claimRoutes(http: Http, { db }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tag: 'claims',
    summary: 'List claims',
    description:
      'Claims that are not voided. `newest` is by the time asserted, `changed` by the last change of status or cites, `most_countered` by the number of counterpoints.',
    query: filters,
    page: z.object({ key: z.union([z.string(), z.number()]), id }),
    localized: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(claimView) } },
  }).handle(async ({ query, page, language }) => {
    const rows = await listClaims(
      db,
      {
        status: statusesOf(query.status, query.group),
        kind: query.kind,
        textLang: query.textLang,
        speaker: await idsOf(db, 'source', query.source),
        about: await idsOf(db, 'source', query.about),
        report: query.report,
        story: await idsOf(db, 'story', query.story),
        responseFrom: await idsOf(db, 'source', query.responseFrom),
        assertedFrom: startDate(query.assertedFrom),
        assertedBefore: query.assertedTo ? new Date(knownEndOf(query.assertedTo)) : undefined,
        changedSince: startDate(query.changedSince),
      },
      { sort: query.sort, after: page.after, limit: page.limit + 1 },
      language,
    )
    const claims = await presentClaims(db, rows, language)
    const body = page.close(
      claims,
      ({ row }) => positionOf(row, query.sort),
      ({ view }) => view,
    )
    return { status: 200, body }
  })

  route(http, {
    method: 'get',
    path: '/v1/claims/{id}',
    operationId: 'getClaim',
    tag: 'claims',
    summary: 'Get a claim',
    description: 'One claim with its status, why it has it, and what stands beside it.',
    params: idParam,
    localized: true,
    answers: { 200: { description: 'The claim.', schema: claimView } },
  }).handle(async ({ params, language }) => {
    return { status: 200, ...(await showClaim(db, params.id, language)) }
  })
}

/** A status must be one of `status` and in one of `group`, where both are asked. */
function statusesOf(
  asked: readonly Status[] | undefined,
  groups: readonly string[] | undefined,
): Status[] | undefined {
  if (!asked && !groups) return undefined
  return (asked ?? statuses).filter((status) => !groups || groups.includes(groupOf[status]))
}

function startDate(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(knownStartOf(date))
}

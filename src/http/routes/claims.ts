import { z } from 'zod'
import { boundFrom, boundTo, type DateBound } from '../../domain/date-range.ts'
import { DomainError } from '../../domain/errors.ts'
import { claimKinds } from '../../domain/kinds.ts'
import { languageRange } from '../../domain/language.ts'
import { groupOf, statuses, statusGroups, type Status } from '../../domain/status.ts'
import { timeZone } from '../../domain/time-zone.ts'
import { knownStartOf } from '../../domain/world-date.ts'
import {
  claimSorts,
  listClaims,
  positionOf,
  type ClaimPosition,
  type ClaimSort,
} from '../../store/claim-list.ts'
import type { Db } from '../../store/db.ts'
import { listTagsOf } from '../../store/languages.ts'
import { estimateFound, findSearchQuery } from '../../store/search.ts'
import { answerAsOf, asOfField, asOfParameter } from '../as-of.ts'
import type { Http } from '../env.ts'
import { ledAway, showLasting } from '../lasting.ts'
import { listOf } from '../page.ts'
import {
  claimPosition,
  dateParameter,
  idParam,
  byName,
  ids,
  isThere,
  references,
  searchParameter,
} from '../parameters.ts'
import { idsOfNamed, knownIds } from '../named-things.ts'
import { presentClaims } from '../present-claims.ts'
import { badCursor } from '../query.ts'
import { listed } from '../query-values.ts'
import { aClaim } from '../remaining.ts'
import { route } from '../route.ts'
import { claimView } from '../views/claim.ts'

const claimAsOfView = claimView.extend(asOfField).meta({ id: 'ClaimAsOf' })

const filters = z.object({
  q: searchParameter.meta({
    description:
      'Words, or phrases in double quotes, that its text or a translation has, all of them; quotes of reports are not searched. A name of a source finds its other names too. Korean is found inside longer words and whatever its particles. Nothing else in it is an operator.',
  }),
  status: listed(z.enum(statuses)).optional(),
  group: listed(z.enum(statusGroups)).optional(),
  kind: listed(z.enum(claimKinds)).optional(),
  source: references.meta({ description: `Speakers. ${byName}` }),
  about: references.meta({ description: `Whom it is about. ${byName}` }),
  report: ids.meta({ description: 'Reports that it is cited from.' }),
  story: references.meta({ description: `Stories that it is part of. ${byName}` }),
  textLang: listed(languageRange)
    .optional()
    .meta({ description: 'The language of its original words: `ko` finds `ko-KR`, too.' }),
  assertedFrom: dateParameter.meta({
    description:
      'Asserted on that day or later. A date is matched as it is written: a claim of `2025-07-01T08:30:00+09:00` is found on 1 July. An interval, a year or a month is found on each of its days, and what has no date is never found.',
  }),
  assertedTo: dateParameter.meta({
    description: 'Asserted on that day or earlier: to the end of the day, month or year given.',
  }),
  tz: timeZone.optional().meta({
    description:
      'Whose days `assertedFrom` and `assertedTo` are: instants are matched by their day in this time zone of the IANA database. Bare days are the same in every zone.',
  }),
  changedSince: dateParameter.meta({ description: 'Its status or cites changed then or later.' }),
  responseFrom: references.meta({
    description: `Sources that rebut, undercut or qualify it. ${byName}`,
  }),
  sort: z.enum(claimSorts).optional().meta({
    description: 'When left out, `relevance` with `q` and `newest` without.',
  }),
})

export function claimRoutes(http: Http, { db: primary }: { db: Db }): void {
  route(http, {
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tag: 'claims',
    summary: 'List claims',
    description:
      'Claims that are not voided. `newest` is by the time asserted, `changed` by the last change of status or cites, `most_countered` by the number of counterpoints, `relevance` by how much of a claim `q` is; where very many claims have its words that tells little, and they come as `newest`.',
    query: filters,
    page: claimPosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(claimView) } },
  }).handle(async ({ db, query, page, language }) => {
    const matching = query.q === undefined ? undefined : await findSearchQuery(db, query.q)
    const sort = await sortOf(db, { ...query, matching, after: page.after })
    const ids = await idsOfNamed(db, {
      source: { type: 'source', sent: query.source },
      about: { type: 'source', sent: query.about },
      story: { type: 'story', sent: query.story },
      responseFrom: { type: 'source', sent: query.responseFrom },
    })
    const rows = await listClaims(
      db,
      {
        matching,
        status: statusesOf(query.status, query.group),
        kind: query.kind,
        textLang: await tagsOf(db, query.textLang),
        speaker: ids.source,
        about: ids.about,
        report: await knownIds(db, 'report', query.report),
        story: ids.story,
        responseFrom: ids.responseFrom,
        assertedFrom: bound(query.assertedFrom, query.tz, boundFrom),
        assertedTo: bound(query.assertedTo, query.tz, boundTo),
        changedSince: startDate(query.changedSince),
      },
      { sort, after: page.after, limit: page.limit + 1 },
      language,
    )
    const claims = await presentClaims(db, rows, language)
    const body = page.close(
      claims,
      ({ row }) => positionOf(row, sort),
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
    isVisible: isThere(primary, 'claim'),
    query: z.object({ asOf: asOfParameter }),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'The claim.', schema: claimAsOfView } },
    problems: ledAway,
  }).handle(async ({ db, params, query, language }) => {
    const show = async (then: Db) => showLasting(then, aClaim, params.id, language)
    if (query.asOf) return answerAsOf(db, query.asOf, async (then) => (await show(then)).body)
    return { status: 200, ...(await show(db)) }
  })
}

/** Ranking reads every claim that is found. */
const rankedMax = 2000

/**
 * A page goes on in the order of the page before: of very many claims that one was of the newest.
 *
 * @throws {DomainError} `bad-query` for a position in another order
 */
async function sortOf(
  db: Db,
  {
    sort,
    matching,
    after,
  }: {
    sort?: ClaimSort | undefined
    matching: string | undefined
    after: ClaimPosition | undefined
  },
): Promise<ClaimSort> {
  if (sort === 'relevance' && !matching) throw relevanceOfNothing()
  const asked = sort ?? (matching ? 'relevance' : 'newest')
  const isSame = after?.sort === asked || (asked === 'relevance' && after?.sort === 'newest')
  if (after && !isSame) throw badCursor()
  if (after) return after.sort
  if (asked !== 'relevance' || !matching) return asked
  return (await estimateFound(db, matching)) > rankedMax ? 'newest' : 'relevance'
}

function relevanceOfNothing(): DomainError {
  const message = 'Sorting by relevance needs q.'
  return new DomainError('bad-query', 'A query parameter is wrong; see errors.', [
    { pointer: '/sort', code: 'needs-q', message },
  ])
}

/** A status must be one of `status` and in one of `group`, where both are asked. */
function statusesOf(
  asked: readonly Status[] | undefined,
  groups: readonly string[] | undefined,
): Status[] | undefined {
  if (!asked && !groups) return undefined
  return (asked ?? statuses).filter((status) => !groups || groups.includes(groupOf[status]))
}

/** The tags on record that are of the ranges asked for; none where every language will do. */
async function tagsOf(
  db: Db,
  ranges: readonly string[] | undefined,
): Promise<string[] | undefined> {
  return ranges === undefined || ranges.includes('*') ? undefined : listTagsOf(db, ranges)
}

function bound(
  date: string | undefined,
  zone: string | undefined,
  read: typeof boundFrom,
): DateBound | undefined {
  return date === undefined ? undefined : read(date, zone)
}

function startDate(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(knownStartOf(date))
}

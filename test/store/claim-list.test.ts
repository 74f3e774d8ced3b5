import * as fc from '../support/fast-check.ts'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { syntheticRecord } from '../../bench/record/bundle.ts'
import { boundFrom, boundTo } from '../../src/domain/date-range.ts'
import { claimKinds, counterpointRoles } from '../../src/domain/kinds.ts'
import { statuses } from '../../src/domain/status.ts'
import type { ClaimFilters } from '../../src/store/claim-filters.ts'
import { listClaims, positionOf } from '../../src/store/claim-list.ts'
import { claimSorts, type ClaimPosition, type ClaimSort } from '../../src/store/claim-order.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Search } from '../../src/store/search.ts'
import { usualLimits, type WayLimits } from '../../src/store/list-way.ts'
import { randomFrom } from '../oracle/random.ts'
import { importLines } from '../support/import.ts'
import { it as withDb } from '../support/it.ts'
import { plainList } from '../support/plain-list.ts'
import { enterRandom, play } from '../support/random-merges.ts'

/** Each way to reach the claims of a list, made the only one. */
const ways: Readonly<Record<string, WayLimits>> = {
  'as usual': usualLimits,
  'from few candidates': {
    few: 1e6,
    remembered: 1e6,
    gathered: 0,
    dated: 0,
    inOrder: 0,
    tried: 0,
    counted: 1e6,
    found: 1e6,
  },
  'beside many candidates': {
    few: -1,
    remembered: 1e6,
    gathered: -1,
    dated: -1,
    inOrder: -1,
    tried: 400,
    counted: -1,
    found: 1e6,
  },
  'by reading all matches': {
    few: -1,
    remembered: 1e6,
    gathered: 1e6,
    dated: 1e6,
    inOrder: 1e6,
    tried: 400,
    counted: -1,
    found: -1,
  },
  'in order, one after the other': {
    few: -1,
    remembered: -1,
    gathered: -1,
    dated: -1,
    inOrder: -1,
    tried: 400,
    counted: -1,
    found: -1,
  },
}

interface Named {
  readonly sources: readonly string[]
  readonly reports: readonly string[]
  readonly stories: readonly string[]
  readonly quoted: readonly string[]
  readonly ratings: readonly string[]
}

/** A record of stories in two languages, and small ones whose parts were merged, amended and voided. */
const it = withDb.extend('record', { scope: 'file' }, async ({ db, ownerDb }): Promise<Named> => {
  const { shared, own } = syntheticRecord(400)
  await importLines(db, shared)
  await importLines(db, own)
  const random = randomFrom(20_251_203)
  for (const seed of [1, 2, 3]) {
    const changes = play(db, random, await enterRandom(db, seed), { changes: 40, edits: 0.6 })
    while (!(await changes.next()).done);
  }
  await sql`analyze`.execute(ownerDb)
  return {
    sources: await namedBy(db, sql`select speaker_id as id from claim`),
    reports: await namedBy(db, sql`select report_id as id from citation`),
    stories: await namedBy(db, sql`select story_id as id from story_claim`),
    quoted: await namedBy(
      db,
      sql`select source_id as id from report join citation on report_id = report.id`,
    ),
    ratings: await ratingsIn(db),
  }
})

/** The ids that come most often, and the newest of those that come seldom. */
async function namedBy(db: Db, ids: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (${ids}) as named where id is not null group by id order by count(*) desc, id
  `.execute(db)
  const all = rows.map(({ id }) => id)
  return [...all.slice(0, 6), ...all.slice(6).toSorted().slice(-12)]
}

/** The ratings on record, once more in capitals, and one that is not. */
async function ratingsIn(db: Db): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select distinct body from words where field = '/rating'
  `.execute(db)
  const all = rows.map(({ body }) => body)
  return [...all, ...all.map((rating) => rating.toUpperCase()), 'Nobody says so']
}

const filterNames = [
  'matching',
  'status',
  'kind',
  'textLang',
  'speaker',
  'about',
  'report',
  'story',
  'responseFrom',
  'role',
  'rating',
  'quotedSource',
  'answered',
  'assertedFrom',
  'assertedTo',
  'changedSince',
] as const satisfies (keyof ClaimFilters)[]

function some<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
}

function filtersOf(record: Named): fc.Arbitrary<ClaimFilters> {
  const { sources, reports, stories, quoted, ratings } = record
  const days = fc
    .date({ min: new Date('2004-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const words: Search[] = [
    { query: "'the'", typed: ["'the'"], inOrder: undefined },
    { query: "'sales'", typed: ["'sales'"], inOrder: undefined },
    { query: "'매출'", typed: ["'매출':A"], inOrder: undefined },
    { query: "'매출' & '목표'", typed: ["'매출'", "'목표'"], inOrder: "'매출' <2> '목표'" },
    { query: "'percent' | '매출'", typed: ["'percent'"], inOrder: undefined },
    { query: "'the' & !'sales'", typed: ["'the'"], inOrder: undefined },
    { query: "'nobody'", typed: ["'nobody'"], inOrder: undefined },
  ]
  const all = fc.record({
    matching: fc.constantFrom(...words),
    status: some(statuses),
    kind: some(claimKinds),
    textLang: some(['en', 'ko', 'fr']),
    speaker: some(sources),
    about: some(sources),
    report: some(reports),
    story: some(stories),
    responseFrom: some(sources),
    role: some(counterpointRoles),
    rating: some(ratings),
    quotedSource: some(quoted),
    answered: fc.boolean(),
    assertedFrom: days.map((day) => boundFrom(day, undefined)),
    assertedTo: days.map((day) => boundTo(day, undefined)),
    changedSince: days.map((day) => new Date(day)),
  })
  // Of all at once, nothing would match.
  const names = fc.oneof(
    { weight: 2, arbitrary: fc.subarray([...filterNames], { maxLength: 3 }) },
    // Words, and what shares an index with them.
    fc
      .subarray(['kind', 'textLang', 'speaker'] as const, { minLength: 1, maxLength: 2 })
      .map((facets) => ['matching', ...facets] as const),
  )
  return fc
    .tuple(all, names)
    .map(([filters, chosen]) => Object.fromEntries(chosen.map((name) => [name, filters[name]])))
}

describe.each(Object.entries(ways))('a list of claims, read %s', (_, limits) => {
  it('is what a plain statement finds, in its order, page by page', async ({ db, record }) => {
    const property = fc.asyncProperty(
      filtersOf(record),
      fc.constantFrom(...claimSorts),
      fc.integer({ min: 1, max: 60 }),
      async (filters, sort, limit) => {
        fc.pre(sort !== 'relevance' || filters.matching !== undefined)
        const expected = await plainList(db, filters, sort)

        const listed = await allPages(db, filters, { sort, limit, pages: 4 }, limits)

        expect(listed).toEqual(expected.slice(0, 4 * limit))
      },
    )
    await fc.assert(property, { numRuns: 150, seed: 20_251_203 })
  })
})

/** The ids of some pages. */
async function allPages(
  db: Db,
  filters: ClaimFilters,
  { sort, limit, pages }: { sort: ClaimSort; limit: number; pages: number },
  limits: WayLimits,
): Promise<string[]> {
  const ids: string[] = []
  let after: ClaimPosition | undefined
  for (let page = 0; page < pages; page++) {
    const rows = await listClaims(db, filters, { sort, after, limit }, 'en', limits)
    ids.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (!last || rows.length < limit) break
    after = positionOf(last, sort)
  }
  return ids
}

import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { facetNames, type FacetName } from '../../src/domain/facets.ts'
import { countAll } from '../../src/store/facets/totals.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomFrom } from '../oracle/random.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { amendment, it as withApi, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { enterRandom, play } from '../support/random-merges.ts'
import { aClaim, aSource, type Wrote } from '../support/record.ts'
import { seedLines } from '../support/seed.ts'

interface Facet {
  readonly values: { value: string; id?: string; name?: string; count: number; more: boolean }[]
  readonly others: number
}

interface Answer {
  readonly items: { readonly id: string }[]
  readonly next: string | null
  readonly count?: { count: number; more: boolean }
  readonly facets?: Partial<Record<FacetName, Facet>>
  readonly countedUpTo?: number | null
}

async function asked(api: Api, query: Record<string, string>): Promise<Answer> {
  return read<Answer>(api, `/v1/claims?${new URLSearchParams(query).toString()}`)
}

/** The ids of all claims that a query lists, page by page. */
async function allListed(api: Api, query: Record<string, string>): Promise<string[]> {
  const ids: string[] = []
  let cursor: Record<string, string> = {}
  for (;;) {
    const { items, next } = await asked(api, { ...query, limit: '200', ...cursor })
    ids.push(...items.map(({ id }) => id))
    if (next === null) return ids
    cursor = { cursor: next }
  }
}

/** The values of each facet of one claim, by plain statements. */
const values: Readonly<Record<FacetName, ReturnType<typeof sql>>> = {
  status: sql`select id, status as value from claim`,
  kind: sql`select id, kind as value from claim`,
  language: sql`select id, lang::text as value from claim`,
  year: sql`select id, left(asserted_at, 4) as value from claim where asserted_at !~ '^\\.\\.'`,
  speaker: sql`select id, speaker_id::text as value from claim`,
  subject: sql`
    select distinct claim.id, coalesce(source.merged_into, source.id)::text as value
    from claim, claim_about, source
    where claim_id = claim.id and seq = claim.content_seq and source.id = source_id
  `,
  story: sql`
    select distinct coalesce(claim.merged_into, claim.id) as id, story.id::text as value
    from story, story_claim, claim
    where story_id = story.id and seq = story.content_seq and claim.id = claim_id
      and story.voided_at is null
  `,
}

async function expected(db: Db, name: FacetName, ids: readonly string[]) {
  const { rows } = await sql<{ value: string; count: number }>`
    select value, count(*) as count from (${values[name]}) as each
    where id = any(${ids}::uuid[]) and value is not null
    group by value
  `.execute(db)
  return new Map(rows.map(({ value, count }) => [value, count]))
}

const it = withApi.extend('entered', { scope: 'file', auto: true }, async ({ db }) => {
  await importLines(db, seedLines())
  for (const seed of [1, 2])
    await importLines(
      db,
      toBundle(randomRecord(seed, { sources: 6, claims: 14, links: 22 }), `facets-${seed}`),
    )
  const random = randomFrom(7)
  for (const seed of [4, 5, 6]) {
    const changes = play(db, random, await enterRandom(db, seed), { changes: 60, edits: 0.5 })
    while (!(await changes.next()).done);
  }
  return true
})

/** The facets of every claim in words. */
async function loadFacets(db: Db) {
  const { rows } = await sql<{ id: string; has: string }>`
    select claim_id as id, string_agg(code || ':' || value, ' ' order by code, value) as has
    from claim_facets cross join unnest(facets) as no join facet using (no)
    group by claim_id order by claim_id
  `.execute(db)
  return rows
}

/** Compares the facets of every claim with those made from scratch. */
async function expectRight(db: Db, ownerDb: Db): Promise<void> {
  const kept = await loadFacets(db)
  await ownerDb.transaction().execute(async (tx) => {
    await sql`select remake_facets()`.execute(tx)
    expect(kept).toEqual(await loadFacets(tx))
  })
  const { rows } = await sql`select from facets_to_count`.execute(ownerDb)
  expect(rows).toEqual([])
}

/** One of each way to count, and every filter. */
const queries: Record<string, string>[] = [
  {},
  { status: 'denied,disputed' },
  { group: 'untested' },
  { kind: 'fact', answered: 'true' },
  { textLang: 'ko' },
  { about: 'microsoft' },
  { source: 'microsoft', answered: 'false' },
  { story: 'ms-ai-sales-targets', kind: 'opinion' },
  { leftOpen: 'false' },
  { leftOpen: 'true', status: 'denied' },
  { assertedFrom: '2025-12-03', assertedTo: '2025-12-04' },
  { changedSince: '2020' },
  { report: '019ae1e5-0015-7886-a92a-07cf17fe9dda' },
  { responseFrom: 'microsoft' },
  { role: 'party_response' },
  { quotedSource: 'the-information' },
  { rating: 'False' },
  { q: '매출' },
  { q: '매출 목표', about: 'microsoft' },
  { q: 'Microsoft', status: 'denied', kind: 'fact' },
  { q: '매출', role: 'party_response' },
  { q: 'nobodysaysthis' },
]

describe('GET /v1/claims?facets=', () => {
  it.for(queries)('counts what the list has: %j', async (query, { api, db }) => {
    const ids = await allListed(api, query)

    const { count, facets, countedUpTo } = await asked(api, {
      ...query,
      facets: facetNames.join(','),
      limit: '1',
    })

    expect(count).toEqual({ count: ids.length, more: false })
    expect(countedUpTo).toBeNull()
    for (const name of facetNames) {
      const counts = await expected(db, name, ids)
      const given = facets?.[name]
      for (const each of given?.values ?? [])
        expect([name, each.value, each.count]).toEqual([
          name,
          each.value,
          counts.get(each.id ?? each.value),
        ])
      expect([name, (given?.values.length ?? 0) + (given?.others ?? 0)]).toEqual([
        name,
        counts.size,
      ])
      const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, given?.values.length)
      expect(given?.values.map((each) => each.count)).toEqual(most)
    }
  })

  it('has the facets that were asked for, and none without', async ({ api }) => {
    expect(Object.keys((await asked(api, { facets: 'year,kind' })).facets ?? {})).toEqual([
      'year',
      'kind',
    ])
    const counted = await asked(api, { count: 'true' })
    expect([counted.facets, counted.count?.more]).toEqual([undefined, false])
    const plain = await asked(api, { count: 'false' })
    expect([plain.facets, plain.count, plain.countedUpTo]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('names sources and stories in the language of the reader', async ({ api }) => {
    const query = { about: 'microsoft', facets: 'subject,story', lang: 'ko' }
    const { facets } = await asked(api, query)

    expect(facets?.subject?.values[0]).toMatchObject({ value: 'microsoft', name: '마이크로소프트' })
    expect(facets?.story?.values[0]).toMatchObject({ value: 'ms-ai-sales-targets' })
  })

  it('continues pages that were asked for without counts', async ({ api }) => {
    const { next } = await asked(api, { kind: 'fact', limit: '1', facets: 'status' })

    const { status } = await api(`/v1/claims?kind=fact&limit=1&cursor=${next}`)

    expect(status).toBe(200)
  })

  it('400: names what no facet is', async ({ api }) => {
    const { status, text } = await api('/v1/claims?facets=colour')

    expect(status).toBe(400)
    expect(text).toContain('/facets/0')
  })
})

describe('facets', () => {
  it('are right after random writes, merges and their ends, amendments and voids', async ({
    db,
    ownerDb,
  }) => {
    await expectRight(db, ownerDb)
  })

  it('follow each kind of write', async ({ api, db, ownerDb }) => {
    const about = await aSource(api)
    const claim = await aClaim(api, { about: [about] })
    const of = async () => (await asked(api, { about, facets: 'kind,status,subject' })).count?.count
    expect(await of()).toBe(1)
    await api(`/v1/claims/${claim.id}`, amendment({ kind: 'opinion', about: [] }, 1))
    expect(await of()).toBe(0)
    await api(`/v1/claims/${claim.id}`, amendment({ about: [about] }, 2))
    expect(await of()).toBe(1)

    const { json: story } = await api<Wrote<{ id: string }>>('/v1/stories', {
      body: { title: 'One of them', claims: [claim.id] },
    })
    const inStory = async () =>
      (await asked(api, { about, facets: 'story' })).facets?.story?.values.length
    expect(await inStory()).toBe(1)
    await api(`/v1/stories/${story.object.id}`, amendment({ claims: [] }, 1))
    expect(await inStory()).toBe(0)

    const version = { headers: { 'if-match': '"3"' } }
    await api(`/v1/claims/${claim.id}/redact`, { body: { ground: 'erased' }, ...version })
    expect(await of()).toBe(1)
    await api(`/v1/claims/${claim.id}/void`, {
      body: { reason: 'Entered twice.' },
      headers: { 'if-match': '"4"' },
    })
    expect(await of()).toBe(0)
    await expectRight(db, ownerDb)
  })

  it('leave nothing of a preview', async ({ api, db }) => {
    const about = await aSource(api)
    const body = { kind: 'fact', text: 'So.', lang: 'en', about: [about], assertedAt: null }
    const { status } = await api('/v1/claims?preview=true', { body: { ...body, speaker: about } })

    expect(status).toBe(200)
    const rows = await db.selectFrom('facet').select('no').where('value', '=', about).execute()
    expect(rows).toEqual([])
  })
})

describe('the counts of all claims', () => {
  it('are what the list has, as of the event that they name', async ({ api, db }) => {
    const { facets, count } = await asked(api, { facets: facetNames.join(','), limit: '1' })

    const seq = await countAll(db)

    const { rows } = await sql<{ seq: number; claims: number; totals: Record<string, Facet> }>`
      select seq, claims, totals from facet_totals
    `.execute(db)
    expect(rows[0]).toMatchObject({ seq, claims: count?.count })
    const kinds = facets?.kind?.values.map(({ value, count: each }) => [value, each])
    expect(rows[0]?.totals['2']?.values).toEqual(kinds)
    const subjects = facets?.subject?.values.map(({ id, count: each }) => [id, each])
    expect(rows[0]?.totals['6']?.values).toEqual(subjects)
  })

  it('are not made again while nothing has changed', async ({ api, db }) => {
    await countAll(db)
    expect(await countAll(db)).toBeUndefined()
    await aClaim(api)
    expect(await countAll(db)).toBeGreaterThan(0)
  })
})

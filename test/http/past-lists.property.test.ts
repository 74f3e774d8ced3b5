import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { readAsOf } from '../../src/store/as-of.ts'
import { listPast, type PastLimits, type PastPlace } from '../../src/store/past/list-past.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'

interface Page {
  items: ClaimView[]
  next: string | null
  ranking: string
  asOf?: { seq: number }
}

/** Filters that only need what stands in the record of any moment. */
const plain = [
  '',
  'group=open',
  'group=does_not_stand',
  'status=unchallenged,denied,disputed',
  'kind=figure,ruling',
  'textLang=en',
  'answered=true',
  'answered=false',
  'assertedFrom=2024-06',
  'assertedTo=2024-12',
  'assertedFrom=2023&assertedTo=2024',
  'changedSince=2020',
  'changedSince=2999',
]

describe('GET /v1/claims?asOf=', () => {
  it.for([1, 2])(
    'lists exactly what was listed then, in the same order, history %i',
    { timeout: 120_000 },
    async (seed, { api, db }) => {
      const record = randomRecord(seed, { sources: 4, claims: 8, links: 14 })
      const then: { seq: number; said: Map<string, string> }[] = []
      const sources = new Set<string>()
      for (const lines of toBundleSteps(record, seed, `past-lists-${seed}`)) {
        const done = await importLines(db, lines)
        if (!done.events) continue
        const { items } = await read<Page>(api, '/v1/claims?limit=200')
        for (const { speaker, about } of items)
          for (const each of [speaker, ...about]) if (each) sources.add(each.slug)
        then.push({ seq: done.events.last, said: await listed(api, plain.concat(named(sources))) })
      }

      expect(then.length).toBeGreaterThan(1)
      for (const { seq, said } of then)
        expect([seq, await listed(api, said.keys(), seq)]).toEqual([seq, said])
    },
  )

  it('says of each claim what the claim says of itself as of that moment', async ({ api, db }) => {
    const { rows } = await sql<{ seq: number }>`
      select distinct batch as seq from event order by batch
    `.execute(db)
    let compared = 0
    for (const { seq } of rows.filter((_, index) => index % 3 === 0)) {
      const { items } = await read<Page>(api, `/v1/claims?asOf=${seq}&limit=200&lang=ko`)
      for (const item of items) {
        const own = await read<ClaimView>(api, `/v1/claims/${item.id}?asOf=${seq}&lang=ko`)
        expect({ ...own, asOf: undefined }).toEqual({ ...item, asOf: undefined })
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(10)
  })

  it('finds each claim once, however little one request looks at', async ({ db }) => {
    const { rows } = await sql<{ seq: number }>`
      select distinct batch as seq from event order by batch
    `.execute(db)
    for (const { seq } of rows.filter((_, index) => index % 4 === 0)) {
      const all = await placesOf(db, seq, { looked: 1000, lookedRelated: 1000, rounds: 9, few: 0 })
      for (const looked of [1, 2, 3]) {
        const limits = { looked, lookedRelated: looked, rounds: 2, few: 0 }
        expect([seq, looked, await placesOf(db, seq, limits)]).toEqual([seq, looked, all])
      }
    }
  })

  it('400: refuses what is known of today only, and a moment without a record', async ({ api }) => {
    const faults = async (query: string) => {
      const { status, json } = await api<{ errors: { pointer: string; code: string }[] }>(
        `/v1/claims?${query}`,
      )
      return [status, ...json.errors.map(({ pointer, code }) => `${pointer} ${code}`)]
    }

    expect(await faults('asOf=3&q=a&facets=status&count=true&leftOpen=true')).toEqual([
      400,
      '/q not-with-as-of',
      '/leftOpen not-with-as-of',
      '/count not-with-as-of',
      '/facets not-with-as-of',
    ])
    expect(await faults('asOf=3&role=ruling&rating=x&sort=changed')).toEqual([
      400,
      '/role not-with-as-of',
      '/rating not-with-as-of',
      '/sort not-with-as-of',
    ])
    expect(await faults('asOf=2999-01')).toEqual([400, '/asOf ahead'])
    expect(await faults('asOf=1999-01')).toEqual([400, '/asOf before-record'])
    const now = await read<Page>(api, '/v1/claims?limit=1')
    expect(await faults(`limit=1&asOf=3&cursor=${now.next}`)).toEqual([400, '/cursor bad-cursor'])
  })
})

function named(sources: ReadonlySet<string>): string[] {
  return [...sources].flatMap((slug) =>
    ['source', 'about', 'responseFrom', 'quotedSource'].map((filter) => `${filter}=${slug}`),
  )
}

/** What is listed by each query, page by page, as bytes. */
async function listed(
  api: Api,
  queries: Iterable<string>,
  asOf?: number,
): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const query of queries) {
    const items: ClaimView[] = []
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next && `&cursor=${next}`
      const then = asOf === undefined ? '' : `&asOf=${asOf}`
      const page: Page = await read(api, `/v1/claims?${query}&sort=newest&limit=7${then}${cursor}`)
      if (page.asOf?.seq !== asOf) throw new Error(`${query} is as of ${page.asOf?.seq}`)
      items.push(...page.items)
      next = page.next
    }
    said.set(query, JSON.stringify(items))
  }
  return said
}

async function placesOf(db: Db, seq: number, limits: PastLimits): Promise<readonly string[]> {
  return readAsOf(db, { seq, at: new Date() }, async (then) => {
    const ids: string[] = []
    let after: PastPlace | undefined
    do {
      const { places, end } = await listPast(then, { answered: false }, { after, limit: 3 }, limits)
      ids.push(...places.map(({ id }) => id))
      after = places.length === 3 ? places.at(-1) : end
    } while (after)
    return ids
  })
}

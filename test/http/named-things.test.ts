import * as fc from '../support/fast-check.ts'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { indexMissingNames } from '../../src/actions/index-missing-names.ts'
import { it as withApi, type Api } from '../support/api.ts'
import { searchedBy } from '../../src/store/search.ts'
import { listReportsFound } from '../../src/store/finds/named.ts'
import type { Place } from '../../src/store/finds/places.ts'
import { importLines, quiet } from '../support/import.ts'
import { redact } from '../support/redact.ts'

interface Refused {
  readonly errors: readonly {
    readonly pointer: string
    readonly code: string
    readonly message: string
    readonly candidates?: readonly { readonly id: string; readonly slug: string }[]
  }[]
}

interface Listed {
  readonly items: readonly { readonly id: string }[]
}

const it = withApi.extend('things', { scope: 'file' }, async ({ api }) => {
  const lines = [
    { type: 'bundle', duplicates: 'new' },
    { type: 'source', ref: 'paper', kind: 'outlet', name: 'The Paper' },
    {
      type: 'source',
      ref: 'halden',
      kind: 'company',
      name: 'Halden Steel',
      names: [{ lang: 'ko', name: '할덴제강' }],
      aliases: ['HS', 'Halden & Co.'],
    },
    { type: 'source', ref: 'amazon', kind: 'company', name: 'Amazon.com, Inc.' },
    { type: 'source', ref: 'mercury1', kind: 'company', name: 'Mercury', slug: 'mercury-motors' },
    { type: 'source', ref: 'mercury2', kind: 'outlet', name: 'Mercury', slug: 'mercury-news' },
    aClaimAbout('A', ['halden']),
    aClaimAbout('B', ['amazon']),
    aClaimAbout('C', ['mercury1']),
    { type: 'story', ref: 's', title: 'Steel and dust', slug: 'steel', claims: ['A'] },
    {
      type: 'report',
      ref: 'r',
      source: 'paper',
      kind: 'article',
      title: '제강 회사의 먼지 — what the smoke hides',
      lang: 'ko',
    },
  ]
  const { json, text } = await api<{ refs: Record<string, string> }>('/v1/import', {
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  if (!json.refs) throw new Error(text)
  return json.refs
})

function aClaimAbout(ref: string, about: readonly string[]) {
  const text = `Statement ${ref} on what they do`
  return {
    type: 'claim',
    ref,
    kind: 'fact',
    speaker: 'paper',
    about,
    text,
    lang: 'en',
    assertedAt: '2025',
  }
}

async function idsAt(api: Api, path: string): Promise<string[]> {
  const { status, text, json } = await api<Listed>(path)
  if (status !== 200) throw new Error(text)
  return json.items.map(({ id }) => id).toSorted()
}

const about = (...names: string[]) =>
  names.map((name) => `about=${encodeURIComponent(name)}`).join('&')

describe('a filter names a source', () => {
  it.for([
    ['by slug', 'halden-steel'],
    ['by name', 'Halden Steel'],
    ['in other letters', 'HALDEN  steel'],
    ['by its slug in capitals', 'Halden-Steel'],
    ['by its name in another language', '할덴제강'],
    ['in decomposed letters', '할덴제강'.normalize('NFD')],
    ['by an alias', 'hs'],
    ['with marks', 'halden & co.'],
  ])('%s: %s', async ([, name], { api, things }) => {
    expect(await idsAt(api, `/v1/claims?${about(name ?? '')}`)).toEqual([things['A']])
  })

  it('by id, in either case', async ({ api, things }) => {
    for (const id of [things['halden'] ?? '', things['halden']?.toUpperCase() ?? ''])
      expect(await idsAt(api, `/v1/claims?${about(id)}`)).toEqual([things['A']])
  })

  it('with a comma in it by repetition, and also alone where its parts name nobody', async ({
    api,
    things,
  }) => {
    const both = [things['A'], things['B']].toSorted()

    expect(await idsAt(api, `/v1/claims?${about('Amazon.com, Inc.', 'hs')}`)).toEqual(both)
    expect(await idsAt(api, `/v1/claims?${about('Amazon.com, Inc.')}`)).toEqual([things['B']])
    expect(await idsAt(api, `/v1/claims?${about('hs,amazon-com-inc')}`)).toEqual(both)
    expect(
      await idsAt(api, `/v1/claims?${about('hs,paper', 'amazon-com-inc')}`.replace('paper', 'HS')),
    ).toEqual(both)
  })

  it('and a story by its title', async ({ api, things }) => {
    expect(await idsAt(api, '/v1/claims?story=Steel%20AND%20dust')).toEqual([things['A']])
  })
})

describe('400: a filter names nobody', () => {
  it.for([
    ['/v1/claims?about=haldne-steel', '/about/0', 'halden-steel'],
    ['/v1/claims?source=the-papr', '/source/0', 'the-paper'],
    ['/v1/claims?responseFrom=halden', '/responseFrom/0', 'halden-steel'],
    ['/v1/claims?about=hs,Amazn.com', '/about/1', 'amazon-com-inc'],
    ['/v1/claims?about=%ED%95%A0%EB%8C%84%EC%A0%9C%EA%B0%95', '/about/0', 'halden-steel'],
    ['/v1/claims?story=stele-and-dust', '/story/0', 'steel'],
    ['/v1/reports?source=The%20Papper', '/source/0', 'the-paper'],
  ])('%s: says who may be meant', async ([path, pointer, slug], { api, things: _ }) => {
    const { status, json } = await api<Refused>(path ?? '')

    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ pointer, code: 'unknown-reference' }])
    expect(json.errors[0]?.candidates?.[0]?.slug).toBe(slug)
    expect(json.errors[0]?.message).toContain(`Did you mean ${slug} (`)
  })

  it.for([
    'about=zzzzzz',
    'about=019ae1e5-0016-72bc-80b2-26737410fee0',
    'about=%E2%98%85',
    'source=-',
    'story=nowhere',
    'report=019ae1e5-0016-72bc-80b2-26737410fee0',
    'about=hs&about=zzzzzz',
  ])('%s: suggests nobody', async (query, { api, things: _ }) => {
    const { status, json } = await api<Refused>(`/v1/claims?${query}`)

    expect(status).toBe(400)
    expect(json.errors).toHaveLength(1)
    expect(json.errors[0]?.code).toBe('unknown-reference')
    expect(json.errors[0]).not.toHaveProperty('candidates')
  })

  it('names every filter that is wrong at once', async ({ api, things: _ }) => {
    const { json } = await api<Refused>('/v1/claims?about=hs,zzzz&source=yyyy&story=xxxx')

    expect(json.errors.map(({ pointer }) => pointer)).toEqual(['/source/0', '/about/1', '/story/0'])
  })

  it.for([
    ['about=', 'blank'],
    ['about=hs,', 'blank'],
    ['about=a%00b', 'control-character'],
    [`about=${'a'.repeat(201)}`, 'too-long'],
    [`about=${'a,'.repeat(100)}a`, 'invalid'],
    [`about=${Array(101).fill('hs').join('&about=')}`, 'too-long'],
  ])('%s: is no name at all', async ([query, code], { api, things: _ }) => {
    const { status, json } = await api<Refused>(`/v1/claims?${query}`)

    expect([status, json.errors[0]?.code]).toEqual([400, code])
  })
})

describe('400: a filter names several', () => {
  it('lists them, and each can be named by its slug', async ({ api, things }) => {
    const { status, json } = await api<Refused>('/v1/claims?about=mercury')

    expect(status).toBe(400)
    expect(json.errors[0]).toMatchObject({ pointer: '/about/0', code: 'ambiguous' })
    expect(json.errors[0]?.candidates?.map(({ slug }) => slug).toSorted()).toEqual([
      'mercury-motors',
      'mercury-news',
    ])
    expect(await idsAt(api, '/v1/claims?about=mercury-motors')).toEqual([things['C']])
  })
})

describe('a name', () => {
  it('whatever it is, finds its own and no other; one letter wrong, it is suggested', async ({
    api,
    things: _,
  }) => {
    const letters = fc.constantFrom(
      ...'abcdefghijklmnopqrstuvwxyz가나다라마바사아자차카타파하東西南北',
    )
    const name = fc.string({ unit: letters, minLength: 8, maxLength: 30 })
    let nth = 0
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), async (made, at) => {
        nth += 1
        const full = `${made} ${nth}`
        const body = { kind: 'company', name: full }
        const { json: added } = await api<{ object: { id: string; slug: string } }>('/v1/sources', {
          body,
        })
        const place = at % made.length
        const mistaken = `${made.slice(0, place)}x${made.slice(place + 1)} ${nth}`.toUpperCase()

        expect((await api(`/v1/claims?${about(full.toUpperCase())}`)).status).toBe(200)
        if (mistaken.toLowerCase() === full) return
        const { status, json } = await api<Refused>(`/v1/claims?${about(mistaken)}`)
        const suggested = json.errors[0]?.candidates?.map(({ id }) => id)
        expect([status, mistaken, suggested]).toEqual([
          400,
          mistaken,
          expect.arrayContaining([added.object.id]),
        ])
      }),
      { numRuns: 40, seed: 20_251_203 },
    )
  })

  it('that was amended no longer names it, and the new one does', async ({ api, things: _ }) => {
    const { json } = await api<{ object: { id: string } }>('/v1/sources', {
      body: { kind: 'company', name: 'Olding Works' },
    })
    await api(`/v1/sources/${json.object.id}`, {
      method: 'PATCH',
      body: { name: 'Newing Works' },
      headers: { 'if-match': '"1"' },
    })

    expect((await api('/v1/claims?about=Newing%20Works')).status).toBe(200)
    const refused = await api<Refused>('/v1/claims?about=Olding%20Works')
    expect(refused.status).toBe(400)
  })

  it('that was removed names and suggests nobody', async ({ api, db, things: _ }) => {
    const { json } = await api<{ object: { id: string } }>('/v1/sources', {
      body: { kind: 'person', name: 'Wilhelmina Privately', aliases: ['Mina Privately'] },
    })
    expect((await api('/v1/claims?about=wilhelmina-privatly')).text).toContain('Wilhelmina')

    await redact(db, 'source', json.object.id)

    for (const name of ['wilhelmina-privatly', 'Wilhelmina Privately', 'Mina Privately']) {
      const { status, text } = await api(`/v1/claims?${about(name)}`)
      expect(status).toBe(400)
      expect(text.replaceAll(name, '')).not.toMatch(/wilhelmina|privately|removed/i)
    }
    expect((await api<Listed>('/v1/sources?q=privately')).json.items).toEqual([])
  })
})

describe('what was entered before names were indexed, or by an older version', () => {
  it('is indexed when the service starts', async ({ api, db, ownerDb, things }) => {
    await sql`truncate name_search`.execute(ownerDb)
    await sql`insert into name_search_missing select id, 'source' from source`.execute(ownerDb)
    expect((await api('/v1/claims?about=Halden%20Steel')).status).toBe(400)

    await indexMissingNames(quiet(db))

    expect(await idsAt(api, '/v1/claims?about=Halden%20Steel&story=Steel%20and%20dust')).toEqual([
      things['A'],
    ])
    expect(await idsAt(api, '/v1/reports?q=smoke')).toEqual([things['r']])
    expect((await sql`select from name_search_missing`.execute(db)).rows).toEqual([])
  })
})

describe('q', () => {
  it('finds sources by words of any of their names', async ({ api, things }) => {
    for (const q of ['halden', 'STEEL halden', '할덴', '"halden steel"', 'hs'])
      expect(await idsAt(api, `/v1/sources?q=${encodeURIComponent(q)}`)).toEqual([things['halden']])
    expect(await idsAt(api, '/v1/sources?q=halden&kind=outlet')).toEqual([])
    expect(await idsAt(api, '/v1/sources?q=nowhere')).toEqual([])
  })

  it('finds reports by words of their titles', async ({ api, things }) => {
    for (const q of ['smoke', '먼지', '제강회사', 'hides 회사의'])
      expect(await idsAt(api, `/v1/reports?q=${encodeURIComponent(q)}`)).toEqual([things['r']])
    expect(await idsAt(api, `/v1/reports?q=${encodeURIComponent('제지회사')}`)).toEqual([])
    expect(await idsAt(api, '/v1/reports?q=smoke&source=The%20Paper')).toEqual([things['r']])
  })

  it('ranks reports and sources, and lists all of them page by page', async ({ api, db }) => {
    const titles = [
      'Lanterns',
      'Lanterns at the pier',
      'The old lanternsmith and lanterns of brass',
    ]
    const { refs } = await importLines(db, [
      ...['One Lamp', 'Lamp', 'Two Lamp Makers'].map((name, index) => ({
        type: 'source',
        ref: `lamp-${index}`,
        name,
        kind: index === 0 ? 'outlet' : 'company',
      })),
      ...Array.from({ length: 9 }, (_, index) => ({
        type: 'report',
        ref: `report-${index}`,
        source: `lamp-${index % 3}`,
        kind: 'article',
        lang: 'en',
        title: titles[index % 3],
      })),
    ])
    const all = async (path: string) => {
      const ids: string[] = []
      for (let next: string | null = ''; next !== null;) {
        const cursor: string = next && `&cursor=${next}`
        const { json }: { json: Listed & { next: string | null; ranking: string } } = await api(
          `${path}&limit=2${cursor}`,
        )
        expect(json.ranking).toBe('relevance')
        ids.push(...json.items.map(({ id }) => id))
        next = json.next
      }
      return ids
    }
    const reports = (numbers: readonly number[]) => numbers.map((each) => refs[`report-${each}`])

    const found = await all('/v1/reports?q=lanterns')
    expect(found.slice(0, 3).toSorted()).toEqual(reports([0, 3, 6]).toSorted())
    expect(found.toSorted()).toEqual(reports([0, 1, 2, 3, 4, 5, 6, 7, 8]).toSorted())
    const ofOne = await all(`/v1/reports?q=lanterns&source=${refs['lamp-1']}`)
    expect(ofOne.toSorted()).toEqual(reports([1, 4, 7]).toSorted())
    expect(await all('/v1/sources?q=lamp')).toHaveLength(3)
    expect((await all('/v1/sources?q=lamp'))[0]).toBe(refs['lamp-1'])
    expect(await all('/v1/sources?q=lamp&kind=outlet')).toEqual([refs['lamp-0']])
  })

  it('finds reports of big sources, and those of words that very many have', async ({ db }) => {
    const sources = ['Big Desk', 'Small Desk'].map((name, index) => {
      return { type: 'source', ref: `desk-${index}`, kind: 'outlet', name }
    })
    const reports = Array.from({ length: 40 }, (_, index) => ({
      type: 'report',
      ref: `r-${index}`,
      source: `desk-${index % 4 === 0 ? 1 : 0}`,
      kind: 'article',
      lang: 'en',
      title: `Kiosk ${index}`,
    }))
    const { refs } = await importLines(db, [...sources, ...reports])
    const search = searchedBy('kiosk')
    for (const ranked of [3, 2000])
      for (const source of [undefined, [refs['desk-0'] ?? ''], [refs['desk-1'] ?? '']])
        for (const [walked, few] of [
          [3, 0],
          [1000, 0],
          [1000, 500],
        ] as const) {
          const limits = { ranked, walked, rounds: 2, few }
          const found: string[] = []
          let after: Place | undefined
          for (;;) {
            const asked = { search, after, limit: 3, source }
            const page = await listReportsFound(db, asked, 'en', limits)
            found.push(...page.found.map(({ row }) => row.id))
            after = page.end ?? page.found.at(-1)?.place
            if (page.found.length < 3 && !page.end) break
          }
          const expected = reports.flatMap((report) =>
            source === undefined || refs[report.source] === source[0] ? [refs[report.ref]] : [],
          )
          expect([ranked, source, walked, few, found.toSorted()]).toEqual([
            ranked,
            source,
            walked,
            few,
            expected.toSorted(),
          ])
        }
  })

  it('400: has something to look for', async ({ api, things: _ }) => {
    for (const path of ['/v1/sources?q=', '/v1/reports?q=%21', `/v1/sources?q=${'a'.repeat(201)}`])
      expect((await api(path)).status).toBe(400)
  })
})

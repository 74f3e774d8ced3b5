import { sql } from 'kysely'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { indexMissingNames } from '../../../src/actions/index-missing-names.ts'
import { listQuotes } from '../../../src/store/finds/quotes.ts'
import { findSearch } from '../../../src/store/search.ts'
import { it as withApi, read, type Api } from '../../support/api.ts'
import { importLines } from '../../support/import.ts'
import { redaction } from '../../support/marked-record.ts'

interface Hit {
  field: string
  start: number
  end: number
}

interface First<T> {
  items: (T & { hits: Hit[] })[]
  ranking: string
  more: string | null
}

interface Found {
  claims?: First<{ claim: { id: string; text: string } }>
  quotes?: First<{ citation: { id: string; quote: string }; of: object; claim: { id: string } }>
  reports?: First<{ report: { id: string; title: string } }>
  sources?: First<{ source: { slug: string; name: string } }>
  suggestions: string[]
}

const quotes = [
  'The harbour board denies it',
  'Harbour dues fell by 250명',
  '항구 요금을 올린다',
  'He harbours doubts about the harbourmaster',
]

const it = withApi.extend('refs', { scope: 'file' }, async ({ db, ownerDb }) => {
  const { refs } = await importLines(db, [
    { type: 'source', ref: 'board', kind: 'body', name: 'Harbour Board', aliases: ['HB'] },
    {
      type: 'source',
      ref: 'halden',
      kind: 'company',
      name: 'Halden Steel',
      names: [{ lang: 'ko', name: '할덴' }],
    },
    { type: 'source', ref: 'paper', kind: 'outlet', name: 'Paper' },
    { type: 'source', ref: 'twin', kind: 'outlet', name: 'Twin of Halden' },
    report('dues', 'Harbour dues'),
    report('steel', 'Steel and the harbours'),
    report('void', 'Harbour, entered wrongly'),
    ...quotes.map((quote, index) => ({
      type: 'claim',
      ref: `C${index}`,
      kind: 'fact',
      speaker: 'paper',
      about: ['halden'],
      text: `Claim number ${index} of parliament`,
      lang: 'en',
      assertedAt: '2025-12-03',
      citations: [{ report: index === 1 ? 'steel' : 'dues', quote }],
    })),
    {
      type: 'link',
      ref: 'L',
      relation: 'qualifies',
      from: 'C2',
      to: { claim: 'C3' },
      citations: [{ report: 'dues', quote: 'A lighthouse keeps watch' }],
    },
  ])
  await sql`analyze claim_search`.execute(ownerDb)
  return refs
})

function report(ref: string, title: string) {
  return { type: 'report', ref, source: 'paper', kind: 'article', title, lang: 'en' }
}

async function search(api: Api, q: string, more = ''): Promise<Found> {
  return read<Found>(api, `/v1/search?q=${encodeURIComponent(q)}${more}`)
}

const said = (text: string, hits: readonly Hit[]) =>
  hits.map(({ start, end }) => text.slice(start, end))

describe('GET /v1/search', () => {
  it('200: finds each kind by itself, whole words first, and marks the words', async ({
    api,
    refs,
  }) => {
    const { claims, quotes: found, reports, sources, suggestions } = await search(api, 'harbour')

    expect(claims?.items).toEqual([])
    expect(found?.items.map(({ citation: { quote } }) => quote)).toEqual([
      'The harbour board denies it',
      'Harbour dues fell by 250명',
      'He harbours doubts about the harbourmaster',
    ])
    expect(found?.items.map(({ citation, hits }) => said(citation.quote, hits))).toEqual([
      ['harbour'],
      ['Harbour'],
      ['harbours'],
    ])
    expect(found?.items[0]).toMatchObject({
      of: { claim: refs['C0'] },
      claim: { id: refs['C0'], title: expect.stringContaining('Paper') },
    })
    expect(reports?.items.map(({ report: { title } }) => title)).toEqual([
      'Harbour dues',
      'Harbour, entered wrongly',
      'Steel and the harbours',
    ])
    expect(sources?.items.map(({ source }) => source.slug)).toEqual(['harbour-board'])
    expect(sources?.items[0]?.hits).toEqual([{ field: '/name', start: 0, end: 7 }])
    expect([found, reports, sources].map((each) => [each?.ranking, each?.more])).toEqual([
      ['relevance', null],
      ['relevance', null],
      ['relevance', null],
    ])
    expect(suggestions).toEqual([])
  })

  it('200: takes phrases, exclusions, numbers with particles, and words joined', async ({
    api,
  }) => {
    for (const [q, expected] of [
      ['"harbour board"', [0]],
      ['harbour -dues', [0, 3]],
      ['250명이', [1]],
      ['항구요금', [2]],
      ['lighthouse', []],
    ] as const) {
      const { quotes: found } = await search(api, q, '&type=quote')
      const shown = found?.items.map(({ citation }) => quotes.indexOf(citation.quote)) ?? []
      expect([q, shown.filter((index) => index >= 0).toSorted()]).toEqual([q, expected])
    }
  })

  it('200: finds a source by any of its names, and what it is said about it', async ({ api }) => {
    const { sources, claims } = await search(api, '할덴')

    expect(sources?.items.map(({ source }) => source.name)).toEqual(['Halden Steel'])
    expect(sources?.items[0]?.hits).toContainEqual({ field: '/names/0/name', start: 0, end: 2 })
    expect(claims?.items).toHaveLength(4)
  })

  it('200: shows a quote of a link with the claim that the link starts at', async ({
    api,
    refs,
  }) => {
    const { quotes: found } = await search(api, 'lighthouse', '&type=quote')

    expect(found?.items).toMatchObject([{ of: { link: refs['L'] }, claim: { id: refs['C2'] } }])
  })

  it('200: looks for what is asked, shows so many, and says where the others are', async ({
    api,
  }) => {
    const found = await search(api, 'harbour', '&type=quote,report&each=1')

    expect(Object.keys(found).toSorted()).toEqual(['quotes', 'reports', 'suggestions'])
    expect([found.quotes?.items.length, found.quotes?.more]).toEqual([1, '/v1/quotes?q=harbour'])
    expect([found.reports?.items.length, found.reports?.more]).toEqual([1, '/v1/reports?q=harbour'])
    expect((await read<{ items: object[] }>(api, found.quotes?.more ?? '')).items).toHaveLength(3)
    expect((await read<{ items: object[] }>(api, found.reports?.more ?? '')).items).toHaveLength(3)
  })

  it('200: suggests names and frequent words that find something', async ({ api }) => {
    expect(await search(api, 'parliment')).toMatchObject({ suggestions: ['parliament'] })
    expect((await search(api, 'number parliment')).suggestions).toEqual(['number parliament'])
    expect((await search(api, 'Habour Bord')).suggestions).toContain('Harbour Board')
    expect((await search(api, 'zzzzz')).suggestions).toEqual([])
  })

  it('200: suggests Korean words, too, and what may be meant by a name', async ({ api, db }) => {
    await importLines(
      db,
      ['대통령이 거부했다', '그 대통령은 몰랐다', '대통합을 말했다'].map((text, index) => ({
        type: 'claim',
        ref: `president-${index}`,
        kind: 'fact',
        speaker: null,
        about: [],
        lang: 'ko',
        assertedAt: '2025-12-03',
        text,
      })),
    )
    expect((await search(api, '대통렁')).suggestions[0]).toBe('대통령')
    expect((await search(api, '대통렁은 거부')).suggestions[0]).toMatch(/^대통령/)
    expect((await search(api, '먹통렁')).suggestions).toEqual([])
  })

  it('400: refuses what it cannot search, in words', async ({ api }) => {
    for (const query of ['', 'q=', 'q=-harbour', 'q=a&type=claims', 'q=a&each=21', 'q=a&limit=1'])
      expect([query, (await api(`/v1/search?${query}`)).status]).toEqual([query, 400])
  })

  it('200: finds nothing that was voided or redacted, and what was merged by any of its titles', async ({
    api,
    db,
    refs,
  }) => {
    const at = (noun: string, ref: string) => `/v1/${noun}/${refs[ref]}`
    await api(`${at('reports', 'void')}/void`, redaction(1, { reason: 'Never printed.' }))
    await api(`${at('sources', 'twin')}/merge`, {
      body: { into: refs['halden'], reason: 'The same.' },
      headers: { 'if-match': '"1"' },
    })
    const { citations } = await read<{ citations: { id: string }[] }>(api, at('claims', 'C0'))
    await api(`/v1/citations/${citations[0]?.id}/redact`, redaction(1, { ground: 'erased' }))
    await api(`${at('claims', 'C3')}/redact`, redaction(1, { ground: 'erased' }))

    const { quotes: found, reports } = await search(api, 'harbour')
    const { sources } = await search(api, 'twin', '&type=source')

    expect(found?.items.map(({ citation: { quote } }) => quote)).toEqual([quotes[1]])
    expect(reports?.items.map(({ report: { title } }) => title)).toEqual([
      'Harbour dues',
      'Steel and the harbours',
    ])
    expect(sources?.items.map(({ source }) => source.name)).toEqual(['Halden Steel'])
    const { rows } = await sql`
      select from name_search where object = ${citations[0]?.id}::uuid
    `.execute(db)
    expect(rows).toEqual([])
  })
})

describe('GET /v1/quotes', () => {
  it('200: finds each quote once, page by page', async ({ api, db }) => {
    const texts = Array.from({ length: 23 }, (_, index) => `The ferry ${index} sails`)
    const { refs } = await importLines(db, [
      { type: 'source', ref: 'line', kind: 'company', name: 'Ferry Line' },
      { type: 'report', ref: 'R', source: 'line', kind: 'article', title: 'Boats', lang: 'en' },
      ...texts.map((quote, index) => ({
        type: 'claim',
        ref: `F${index}`,
        kind: 'fact',
        speaker: 'line',
        about: [],
        text: `Boat ${index} sails`,
        lang: 'en',
        assertedAt: '2025-12-03',
        citations: [{ report: 'R', quote }],
      })),
    ])
    expect(refs['F0']).toBeDefined()

    const found: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next && `&cursor=${next}`
      const page: { items: { citation: { quote: string } }[]; next: string | null } = await read(
        api,
        `/v1/quotes?q=ferry&limit=5${cursor}`,
      )
      found.push(...page.items.map(({ citation }) => citation.quote))
      next = page.next
    }

    expect(found.toSorted()).toEqual(texts.toSorted())
  })

  it('lists the newest first if very many have the words, however few it looks at', async ({
    db,
  }) => {
    const asked = await findSearch(db, 'ferry')
    if (!asked) throw new Error('It is a word.')
    const ids: string[] = []
    for (const [walked, rounds] of [
      [1, 3],
      [2, 40],
      [1000, 1],
    ] as const) {
      ids.length = 0
      let after
      for (;;) {
        const limits = { ranked: 3, walked, rounds, few: 0 }
        const page = await listQuotes(db, { search: asked, after, limit: 4 }, 'en', limits)
        expect(page.sort).toBe('newest')
        ids.push(...page.found.map(({ row }) => row.id))
        after = page.end ?? page.found.at(-1)?.place
        if (page.found.length < 4 && !page.end) break
      }
      expect(ids).toHaveLength(23)
      expect(ids).toEqual(ids.toSorted().toReversed())
    }
  })

  it('finds quotes that an earlier version entered', async ({ api, db }) => {
    const before = await rowsOf(db)
    await sql`delete from name_search where type = 'citation'`.execute(db).catch(() => undefined)

    await indexMissingNames({ db, log: pino({ level: 'silent' }) })

    expect(await rowsOf(db)).toEqual(before)
    expect((await read<{ items: object[] }>(api, '/v1/quotes?q=ferry')).items).toHaveLength(23)
    expect((await api('/v1/quotes?q=ferry&cursor=x')).status).toBe(400)
  })
})

async function rowsOf(db: Parameters<typeof listQuotes>[0]) {
  const { rows } = await sql`
    select object, tokens::text from name_search where type = 'citation' order by object
  `.execute(db)
  return rows
}

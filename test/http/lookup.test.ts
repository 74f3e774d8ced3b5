import { describe, expect } from 'vitest'
import { amendment, it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

interface Page {
  items: { id: string; text: string }[]
}

interface Like {
  items: {
    claim: { id: string; text: string }
    score: number
    sentence: { start: number; end: number }
    words: string[]
  }[]
}

const texts = (page: Like) => page.items.map(({ claim }) => claim.text)

const lines = (name: string) => [
  { type: 'source', ref: name, kind: 'outlet', name },
  {
    type: 'report',
    ref: 'r',
    source: name,
    kind: 'article',
    url: `https://www.${name}.example/a?id=7&utm_source=feed`,
    archiveUrl: `https://archive.example/20251203/${name}`,
    title: 'T',
    lang: 'en',
  },
  {
    type: 'claim',
    ref: 'R',
    kind: 'fact',
    speaker: name,
    about: [],
    text: `${name} lowered its sales targets for artificial intelligence products.`,
    lang: 'en',
    texts: [{ lang: 'ko', text: `${name} 인공지능 제품의 매출 목표를 낮췄다.`, by: 'human' }],
    assertedAt: '2025-12-03',
    citations: [{ report: 'r', quote: 'It lowered them.' }],
  },
]

describe('GET /v1/lookup?url=', () => {
  it('200: lists the claims cited from a page, whichever of its addresses is asked', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, lines('herald'))
    const ask = async (url: string) =>
      (await read<Page>(api, `/v1/lookup?url=${encodeURIComponent(url)}`)).items.map(({ id }) => id)

    for (const url of [
      'http://herald.example/a/?id=7#top',
      'https://herald.example/a?fbclid=x&id=7',
      'https://archive.example/20251203/herald',
    ])
      expect([url, await ask(url)]).toEqual([url, [refs['R']]])
    expect(await ask('https://herald.example/b?id=7')).toEqual([])

    await api(`/v1/reports/${refs['r']}`, amendment({ url: 'https://herald.example/c' }, 1))
    expect(await ask('https://herald.example/a?id=7')).toEqual([])
    expect(await ask('https://herald.example/c')).toEqual([refs['R']])
  })

  it.for([
    '',
    'url=',
    'url=x',
    'url=ftp://a.example',
    'url=https://a.example&url=https://b.example',
  ])('400: ?%s', async (query, { api }) => {
    const { status, json } = await api(`/v1/lookup?${query}`)

    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ pointer: '/url' }] })
  })
})

describe('POST /v1/lookup', () => {
  it('200: lists the claims most like a text, to anybody, and keeps nothing', async ({
    api,
    db,
  }) => {
    await importLines(db, lines('tribune'))
    await importLines(db, lines('gazette'))
    const ask = (text: string) =>
      api<Like>('/v1/lookup', { body: { text }, isPublic: true, headers: {} })

    const inEnglish = await ask('The Tribune lowered sales targets for its AI products, we hear.')
    expect(inEnglish.status).toBe(200)
    expect(inEnglish.headers.get('cache-control')).toBe('no-store')
    expect(texts(inEnglish.json)[0]).toMatch(/^tribune/)

    const draft =
      '어제 낸 초고이다. gazette 인공지능 제품 매출 목표를 낮췄다고 한다. 더 쓸 말이 많다.'
    expect(texts((await ask(draft)).json)[0]).toMatch(/^gazette/)
    expect(texts((await ask('날씨가 맑고 바람이 잔잔하다.')).json)).toEqual([])
    expect(texts((await ask('?!')).json)).toEqual([])
    expect(texts((await ask("' | !x:* & \\")).json)).toEqual([])
  })

  it('200: finds a claim wherever in a text it stands, and says where and by what', async ({
    api,
    db,
  }) => {
    await importLines(db, lines('courier'))
    const repeated = 'courier 인공지능 제품의 매출 목표를 낮췄다.'
    const filler = Array.from({ length: 400 }, (_, day) => `오늘 ${day}쪽에는 다른 소식을 적었다.`)

    for (const text of [
      repeated,
      [...filler, repeated].join(' '),
      [repeated, ...filler].join(' '),
      [...filler.slice(0, 200), repeated, ...filler.slice(200)].join('\n\n'),
    ]) {
      const { json } = await api<Like>('/v1/lookup', { body: { text } })
      const [first] = json.items
      const { start = 0, end = 0 } = first?.sentence ?? {}
      expect(first?.claim.text).toMatch(/^courier/)
      expect(text.slice(start, end)).toBe(repeated)
      expect(first?.words).toEqual(['courier', '인공지능', '제품의', '매출', '목표를', '낮췄다'])
      expect(first?.score).toBeGreaterThan(0.4)
    }
  })

  it('200: looks up a text of a mebibyte, and keeps answering others meanwhile', async ({
    api,
  }) => {
    const text = '한 문장을 적는다. '.repeat(40_000)

    const [{ status }] = await Promise.all([
      api('/v1/lookup', { body: { text } }),
      api('/v1/claims'),
    ])

    expect(status).toBe(200)
  })

  it.for(['ข', 'ຂ', 'ក', 'w', '7', '\u{1D4B3}', '\uFDFA'])(
    '200: looks up 4,990 times %s in a row',
    async (letter, { api }) => {
      const { status } = await api('/v1/lookup', { body: { text: `W ${letter.repeat(4990)}` } })
      expect(status).toBe(200)
    },
  )

  it('200: of many claims with the same words, shows those first that were answered', async ({
    api,
    db,
  }) => {
    const text = '오르막일보 편집국이 옥상 정원에 양봉장을 차렸다'
    const papers = Array.from({ length: 24 }, (_, nth) => `climb${nth}`)
    const { refs } = await importLines(db, [
      ...papers.map((paper) => sourceLine(paper)),
      ...papers.map((paper) =>
        claimLine(`of-${paper}`, paper, { text, lang: 'ko', about: ['climb0'] }),
      ),
      claimLine('no', 'climb0', { text: '양봉장은 없다', lang: 'ko', about: ['climb0'] }),
      linkLine('answer', 'rebuts', 'no', 'of-climb23'),
    ])

    const { json } = await api<Like>('/v1/lookup', { body: { text: `${text}.` } })

    expect(json.items).toHaveLength(20)
    expect(json.items[0]?.claim.id).toBe(refs['of-climb23'])
  })

  it.for([
    'courier\r\n인공지능 제품의\r\n매출 목표를 낮췄다.',
    'courier 인공지능\u0000 제품',
    '\u0007',
    '  ',
  ])('200: takes every text that a check takes: %j', async (text, { api }) => {
    const answers = await Promise.all(
      ['/v1/lookup', '/v1/check'].map((path) => api(path, { body: { text } })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('413: a larger text', async ({ api }) => {
    const { status } = await api('/v1/lookup', { body: { text: 'a'.repeat(2_400_000) } })

    expect(status).toBe(413)
  })

  it.for([{}, { text: '' }, { text: 'a', more: 1 }])('422: %o', async (body, { api }) => {
    expect((await api('/v1/lookup', { body })).status).toBe(422)
  })
})

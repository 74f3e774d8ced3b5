import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { EventView } from '../../src/views/event.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'
import { aClaim } from '../support/record.ts'

/** In Korean, translated by a person and by a machine; the last is in Korean alone. */
const points = [
  { id: 'a', text: '공장 폐쇄', texts: [{ lang: 'en', text: 'the plant closed', by: 'human' }] },
  { id: 'b', text: '5월에', texts: [{ lang: 'en', text: 'in May', by: 'machine' }] },
  { id: 'c', text: '영구히' },
]

/** A report with points, and answers that deny one and confirm one. */
const story = [
  sourceLine('paper', { kind: 'outlet' }),
  sourceLine('firm', { name: 'Acme' }),
  reportLine('page', 'paper'),
  claimLine('R', 'paper', {
    about: ['firm'],
    text: '공장이 5월에 영구히 문을 닫았다',
    lang: 'ko',
    points,
    citations: [{ report: 'page', quote: '공장이 5월에' }],
  }),
  claimLine('plain', 'paper', {
    about: ['firm'],
    lang: 'ko',
    points: points.map((point) => ({ ...point, text: `${point.text} 더` })),
  }),
  claimLine('D', 'firm', { about: ['firm'] }),
  claimLine('Y', 'firm', { about: ['firm'] }),
]
const denial = linkLine('d', 'rebuts', 'D', 'R', { meets: ['the plant closed'] })
const confirmation = linkLine('y', 'qualifies', 'Y', 'plain', {
  response: 'confirms',
  meets: ['in May'],
})

async function enter(db: Parameters<typeof importLines>[0]) {
  const { refs } = await importLines(db, [...story, denial, confirmation])
  return (ref: string) => refs[ref] ?? ''
}

async function claimIn(api: Api, id: string, lang: string, query = '') {
  return read<ClaimView>(api, `/v1/claims/${id}?lang=${lang}${query}`)
}

describe('the translations of points', () => {
  it('are kept as sent, and name a point as its own words do', async ({ api, db }) => {
    const id = await enter(db)

    const claim = await claimIn(api, id('R'), 'en')

    expect(claim.points).toEqual([
      { ...points[0], endedAt: null },
      { ...points[1], endedAt: null },
      { ...points[2], texts: [], endedAt: null },
    ])
    expect(claim.leftOpen?.points).toEqual(['b', 'c'])
  })

  it('are hashed in events, which say only their languages and translators', async ({
    api,
    db,
  }) => {
    const id = await enter(db)

    const { items } = await read<{ items: EventView[] }>(api, '/v1/events?limit=200')

    const event = items.find((each) => 'object' in each && each.object === id('R'))
    expect(event).toMatchObject({
      facts: {
        points: [
          { id: 'a', texts: [{ lang: 'en', by: 'human' }] },
          { id: 'b', texts: [{ lang: 'en', by: 'machine' }] },
          { id: 'c' },
        ],
      },
      texts: { '/points/0/texts/0/text': expect.any(String) },
    })
    expect(JSON.stringify(event)).not.toMatch(/plant|May|공장/)
  })

  it('422: are refused in the language of the claim, twice in one, and if they are too many', async ({
    api,
  }) => {
    const claim = await aClaim(api, { lang: 'en', points: [{ id: 'a', text: 'It closed' }] })
    const refusals = [
      [[{ lang: 'en', text: 'It shut', by: 'human' }], '/points/0/texts', 'repeated'],
      [
        ['human', 'machine'].map((by) => ({ lang: 'ko', text: '닫았다', by })),
        '/points/0/texts/1',
        'repeated',
      ],
      [
        ['ko', 'ja', 'zh', 'fr', 'de', 'es', 'it'].map((lang) => {
          return { lang, text: 'x', by: 'human' }
        }),
        '/points/0/texts',
        'too-long',
      ],
      [[{ lang: 'ko', text: ' ', by: 'human' }], '/points/0/texts/0/text', 'blank'],
    ] as const

    for (const [texts, pointer, code] of refusals) {
      const sent = amendment({ points: [{ id: 'a', text: 'It closed', texts }] }, 1)
      const { status, json } = await api<{ errors: object[] }>(`/v1/claims/${claim.id}`, sent)
      expect({ status, errors: json.errors }).toMatchObject({
        status: 422,
        errors: [{ pointer, code }],
      })
    }
    expect(await claimIn(api, claim.id, 'en')).toMatchObject({ version: 1 })
  })

  it('may be added later, and are what they were, as of then', async ({ api }) => {
    const point = { id: 'a', text: 'It closed' }
    const claim = await aClaim(api, { lang: 'en', points: [point] })
    const texts = [{ lang: 'ko', text: '닫았다', by: 'machine' }]

    const { json } = await api<{ event: { seq: number }; object: ClaimView }>(
      `/v1/claims/${claim.id}`,
      amendment({ points: [{ ...point, texts }] }, 1),
    )

    expect(json.object.points).toEqual([{ ...point, texts, endedAt: null }])
    const before = await claimIn(api, claim.id, 'ko', `&asOf=${json.event.seq - 1}`)
    expect(before.points).toEqual([{ ...point, texts: [], endedAt: null }])
  })
})

describe('points are shown in the language of the reader', () => {
  it('in sentences, which say what a machine translated', async ({ api, db }) => {
    const id = await enter(db)

    const english = await claimIn(api, id('R'), 'en', '&include=whatWouldChange')
    const korean = await claimIn(api, id('R'), 'ko')
    const plain = await api(`/v1/claims/${id('R')}?lang=en`, { headers: { accept: 'text/plain' } })
    const linked = await api(`/claims/${id('R')}.jsonld?lang=en`)

    expect(english.explanation?.text).toContain(
      'answered on “the plant closed”: “What firm says in D.” (3 December 2025); on “in May” (machine translation) and “영구히” no answer is on record.',
    )
    for (const { text } of [plain, linked])
      expect(text).toContain('“in May” (machine translation) and “영구히” no answer')
    expect(korean.explanation?.text).toMatch(
      /“공장 폐쇄”에 대해 .* “5월에”, “영구히”에 대한 답변은/,
    )
    expect(korean.explanation?.text).not.toMatch(/plant|May|기계/)
  })

  it('in labels', async ({ api, db }) => {
    const id = await enter(db)

    expect(await claimIn(api, id('plain'), 'en')).toMatchObject({
      statusLabel: 'Acme confirms “in May” (machine translation)',
    })
    expect(await claimIn(api, id('plain'), 'ko')).toMatchObject({
      statusLabel: 'Acme, “5월에 더” 확인',
    })
  })

  const documents = {
    card: { path: (R: string) => `/embed/claims/${R}`, is: 'Left open: “in May” (machine' },
    'compact card': {
      path: (R: string) => `/embed/claims/${R}`,
      query: '&size=compact',
      is: 'Left open: “in May” (machine',
    },
    'page of the claim': { path: (R: string) => `/claims/${R}`, is: ' in May (machine' },
    'page of its report': {
      path: (_: string, page: string) => `/reports/${page}`,
      is: 'Left open: “in May” (machine',
    },
  } as const

  it.for(Object.entries(documents))(
    'with their own language where that is another: %s',
    async ([, { path, is, ...more }], { api, db }) => {
      const id = await enter(db)
      const query = 'query' in more ? more.query : ''
      const get = async (lang: string) => {
        const { text } = await api(`${path(id('R'), id('page'))}?lang=${lang}${query}`, {
          headers: { accept: 'text/html' },
          isPublic: true,
        })
        return text
      }

      const english = await get('en')
      const korean = textOf(await get('ko'))

      expect(textOf(english).replaceAll(' ”', '”')).toContain(`${is} translation)`)
      expect(english).toMatch(/<span[^>]* lang="en"[^>]*>“?in May”?<\/span>/)
      expect(english).toMatch(/<span[^>]* lang="ko"[^>]*>“?영구히”?<\/span>/)
      expect(korean).toMatch(/5월에.*영구히/)
      expect(korean).not.toMatch(/in May|기계 번역/)
    },
  )

  it('where a link says which of them it answers', async ({ api, db }) => {
    const id = await enter(db)
    const headers = { accept: 'text/html' }

    const { text } = await api(`/links/${id('y')}?lang=en`, { headers, isPublic: true })

    expect(textOf(text)).toMatch(/in May \(machine translation\)/)
    expect(textOf(text)).not.toMatch(/5월에/)
  })

  it('in the list of what denials leave open, with language and translator', async ({
    api,
    db,
  }) => {
    const id = await enter(db)
    const path = `/v1/reports/${id('page')}/left-open`

    const openIn = async (lang: string) =>
      (await read<{ items: { open: object[] }[] }>(api, `${path}?lang=${lang}`)).items[0]?.open

    expect(await openIn('en')).toEqual([
      { id: 'b', text: 'in May', lang: 'en', by: 'machine' },
      { id: 'c', text: '영구히', lang: 'ko', by: null },
    ])
    expect(await openIn('ko')).toEqual([
      { id: 'b', text: '5월에', lang: 'ko', by: null },
      { id: 'c', text: '영구히', lang: 'ko', by: null },
    ])
  })
})

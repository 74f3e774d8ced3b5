import { describe, expect } from 'vitest'
import { amendment, it as withApi, read, type Api } from '../support/api.ts'
import { seedBundle } from '../support/seed.ts'

interface Written {
  readonly object: { readonly version: number; readonly slug?: string }
  readonly event: { readonly seq: number } | null
}

interface Problem {
  readonly errors: readonly {
    readonly pointer: string
    readonly code: string
    readonly message: string
  }[]
}

const claim = '/v1/claims/019ae1e5-0016-72bc-80b2-26737410feed'

const it = withApi.extend('seeded', { scope: 'file', auto: true }, async ({ api }) => {
  await api('/v1/import', {
    body: seedBundle(),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  return true
})

async function lastEvent(api: Api): Promise<number> {
  const { items } = await read<{ items: { seq: number }[] }>(api, '/v1/events?limit=200&after=100')
  return items.at(-1)?.seq ?? 0
}

async function pathOf(api: Api, noun: string, slug: string): Promise<string> {
  const { id } = await read<{ id: string }>(api, `/v1/${noun}/${slug}`)
  return `/v1/${noun}/${id}`
}

describe('200: a patch that changes nothing makes no version and no event', () => {
  it.for([
    ['nothing', {}],
    [
      'what is there',
      { text: 'MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다', lang: 'ko' },
    ],
    ['the speaker by its slug', { speaker: 'the-information' }],
    ['whom it is about, by slug', { about: ['microsoft'] }],
    ['null for what has no value', { figure: null, rating: null }],
  ] as const)('of a claim: %s', async ([, patch], { api }) => {
    const before = await lastEvent(api)

    const { status, json, headers } = await api<Written>(claim, amendment(patch, 1))

    expect([status, json.object.version, json.event]).toEqual([200, 1, null])
    expect(headers.get('counterpoint-seq')).toBeNull()
    expect(await lastEvent(api)).toBe(before)
    expect(await read(api, claim)).toMatchObject({ version: 1 })
  })

  it('of every other noun', async ({ api }) => {
    const before = await lastEvent(api)
    const links = await read<{ items: { link: { id: string } }[] }>(api, `${claim}/counterpoints`)
    for (const path of [
      await pathOf(api, 'sources', 'microsoft'),
      await pathOf(api, 'stories', 'ms-ai-sales-targets'),
      `/v1/links/${links.items[0]?.link.id}`,
      '/v1/reports/019ae1e5-0015-7886-a92a-07cf17fe9dda',
    ]) {
      const { status, json } = await api<Written>(path, amendment({}, 1))
      expect([path, status, json.object.version, json.event]).toEqual([path, 200, 1, null])
    }
    expect(await lastEvent(api)).toBe(before)
  })

  it('412: is still checked against the version', async ({ api }) => {
    expect((await api(claim, amendment({}, 2))).status).toBe(412)
  })
})

describe('a slug of null', () => {
  it('is made from the name that there is then', async ({ api }) => {
    const body = { kind: 'company', name: 'Anvil & Sons', slug: 'old-anvil' }
    const { json } = await api<{ object: { id: string } }>('/v1/sources', { body })
    const path = `/v1/sources/${json.object.id}`

    const first = await api<Written>(path, amendment({ slug: null }, 1))
    const second = await api<Written>(path, amendment({ slug: null, name: 'Hammer' }, 2))

    expect([first.status, first.json.object]).toMatchObject([
      200,
      { slug: 'anvil-sons', version: 2 },
    ])
    expect([second.status, second.json.object]).toMatchObject([200, { slug: 'hammer', version: 3 }])
  })

  it('stays what it is where it was made from the name', async ({ api }) => {
    for (const title of ['A twin', 'A twin', '★']) {
      const { json } = await api<{ object: { id: string; slug: string } }>('/v1/stories', {
        body: { title },
      })
      const { status, json: written } = await api<Written>(
        `/v1/stories/${json.object.id}`,
        amendment({ slug: null }, 1),
      )
      expect([status, written.object]).toMatchObject([200, { slug: json.object.slug, version: 1 }])
    }
  })
})

describe('422: what cannot be set is not answered as done', () => {
  it.for([
    [{ withdrawnAt: null }, '/withdrawnAt', /POST …\/withdraw/],
    [{ withdrawnAt: '2025-12-09' }, '/withdrawnAt', /POST …\/withdraw/],
    [{ voidedAt: null }, '/voidedAt', /POST …\/void/],
    [{ status: null }, '/status', /by the rules/],
    [{ colour: null }, '/colour', /no such field/],
    [{ figure: { colour: null } }, '/figure/colour', /no such field/],
    [{ text: null }, '/text', /missing/],
    [{ id: null }, '/id', /never amended/],
  ] as const)('%j', async ([patch, pointer, message], { api }) => {
    const before = await lastEvent(api)

    const { status, json } = await api<Problem>(claim, amendment(patch, 1))

    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ pointer, message: expect.stringMatching(message) }])
    expect(await lastEvent(api)).toBe(before)
  })
})

describe('null where it says that nobody knows', () => {
  interface Shown {
    readonly object: { readonly speaker: unknown; readonly assertedAt: unknown }
  }

  it('is set, in one patch or in two, and can be taken back', async ({ api }) => {
    const both = await api<Shown>(claim, amendment({ speaker: null, assertedAt: null }, 1))
    expect([both.status, both.json.object]).toMatchObject([
      200,
      { speaker: null, assertedAt: null, version: 2 },
    ])

    const again = await api<Shown>(claim, amendment({ speaker: null }, 2))
    expect([again.status, again.json.object]).toMatchObject([200, { version: 2 }])

    const back = { speaker: 'the-information', assertedAt: '2025-12-03' }
    const restored = await api<Shown>(claim, amendment(back, 2))
    expect([restored.status, restored.json.object]).toMatchObject([
      200,
      { speaker: { slug: 'the-information' }, assertedAt: '2025-12-03' },
    ])
  })

  it('422: is missing where something must be said', async ({ api }) => {
    for (const field of ['kind', 'about', 'text', 'lang']) {
      const { status, json } = await api<Problem>(claim, amendment({ [field]: null }, 3))
      expect([status, json.errors.map(({ pointer, code }) => [pointer, code])]).toEqual([
        422,
        [[`/${field}`, 'missing']],
      ])
    }
  })
})

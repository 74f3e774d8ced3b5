import * as fc from '../support/fast-check.ts'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { it as withApi, type Api } from '../support/api.ts'
import { seedBundle } from '../support/seed.ts'

const reported = '019ae1e5-0016-72bc-80b2-26737410feed'

/** Every list with pages, each with two sorts if it has several. */
const lists = [
  '/v1/claims?limit=1',
  '/v1/claims?limit=1&sort=newest&kind=fact',
  '/v1/claims?limit=1&sort=changed',
  '/v1/claims?limit=1&sort=most_countered',
  '/v1/claims?limit=1&q=AI',
  '/v1/claims?limit=1&q=AI&sort=relevance',
  '/v1/claims?limit=1&q=AI&sort=newest',
  '/v1/sources?limit=1',
  '/v1/reports?limit=1',
  '/v1/stories?limit=1',
  '/v1/keys?limit=1',
  `/v1/claims/${reported}/counterpoints?limit=1`,
  `/v1/claims/${reported}/history?limit=1`,
] as const

/** Adds a second entry to the claim's history. */
const denialAgain = {
  relation: 'rebuts',
  claim: {
    kind: 'fact',
    speaker: 'microsoft',
    about: [],
    text: 'We say it again.',
    lang: 'en',
    assertedAt: '2025-12-09',
  },
  citation: { report: '019ae1e5-0015-7886-a92a-07cf17fe9dda', quote: 'We say it again.' },
}

const it = withApi.extend('cursors', { scope: 'file' }, async ({ api }) => {
  const ndjson = { 'content-type': 'application/x-ndjson' }
  await api('/v1/import', { body: seedBundle(), headers: ndjson })
  for (const title of ['One', 'Two']) await api('/v1/stories', { body: { title } })
  const report = { source: 'microsoft', kind: 'post', title: 'A post', lang: 'en' }
  await api('/v1/reports', { body: report })
  await api(`/v1/claims/${reported}/counterpoints`, { body: denialAgain })
  await api('/v1/keys', { body: { name: 'A key', scope: 'edit' } })
  return new Map(
    await Promise.all(lists.map(async (list) => [list, await cursorOf(api, list)] as const)),
  )
})

async function cursorOf(api: Api, list: string): Promise<string> {
  const { json, text } = await api<{ next: string | null }>(list)
  if (json.next === null) throw new Error(`${list} has one page: ${text}`)
  return json.next
}

type Content = Record<string, unknown>
const content = z.record(z.string(), z.unknown())

function contentOf(cursor: string): Content {
  return content.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
}

function cursorFrom(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The paths of all parts of a value, except the value itself. */
function partsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [
    [...path, name],
    ...partsOf(part, [...path, name]),
  ])
}

/** Without a part, or with another in its place. */
function altered(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to
  const whole = content.parse(value)
  const part = altered(whole[name], rest, to)
  const { [name]: _, ...others } = whole
  return part === dropped ? others : { ...others, [name]: part }
}

const dropped = Symbol('dropped')

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    dropped,
    null,
    '',
    [],
    {},
    true,
    -1,
    1.5,
    1e308,
    2 ** 31,
    -(2 ** 63),
    'NaN',
    'Infinity',
    '-infinity',
    'now',
    'epoch',
    '\u0000',
    '2025-13-45T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '2025-01-01',
    '2025-01-01T00:00:00+09:00',
    "'; drop table claim; --",
    '019AE1E5-0016-72BC-80B2-26737410FEED',
    'newest',
    'changed',
    'most_countered',
    'relevance',
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.jsonValue(),
)

/** Whether it could stand in a cursor: an instant, a count, a rank, an event, or an id of anything. */
function isPosition(value: unknown): boolean {
  if (typeof value === 'number') return value >= 0 && value <= Number.MAX_SAFE_INTEGER
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$|^[0-9a-f-]{36}$/.test(value)
}

describe.each(lists)('a cursor of %s', (list) => {
  it('goes on as it was given', async ({ api, cursors }) => {
    const { status } = await api(`${list}&cursor=${cursors.get(list)}`)

    expect(status).toBe(200)
  })

  it('400: is refused once any part of it is another', async ({ api, cursors }) => {
    const sound = contentOf(cursors.get(list) ?? '')
    const parts = partsOf(sound)
    const tampering = fc.tuple(fc.constantFrom(...parts), strange)
    const property = fc.asyncProperty(tampering, async ([path, to]) => {
      const tampered = altered(sound, path, to)
      fc.pre(!isDeepStrictEqual(JSON.parse(JSON.stringify(tampered)), sound))

      const { status, text } = await api(`${list}&cursor=${cursorFrom(tampered)}`)

      const mayBeSound = path.length === 2 && isPosition(to)
      const isRefused = status === 400 || (mayBeSound && status === 200)
      expect({ isRefused, status, text, tampered }).toMatchObject({ isRefused: true })
    })
    await fc.assert(property, { numRuns: 80, seed: 20_251_203 })
  })

  it('400: is refused with a part more', async ({ api, cursors }) => {
    const sound = contentOf(cursors.get(list) ?? '')
    const after = { ...content.parse(sound['after']), more: 1 }

    for (const more of [
      { ...sound, more: 1 },
      { ...sound, after },
    ]) {
      const { status } = await api(`${list}&cursor=${cursorFrom(more)}`)
      expect(status).toBe(400)
    }
  })

  it('400: is refused by every other list', async ({ api, cursors }) => {
    for (const other of lists.filter((each) => each !== list)) {
      const { status } = await api(`${other}&cursor=${cursors.get(list)}`)
      expect([other, status]).toEqual([other, 400])
    }
  })
})

describe('a position', () => {
  it('400: belongs to its sort, also in a list that has several', async ({ api, cursors }) => {
    const sound = contentOf(cursors.get('/v1/claims?limit=1') ?? '')
    const id = reported
    for (const after of [
      { sort: 'changed', key: '2025-12-03T00:00:00.000Z', id },
      { sort: 'most_countered', key: 1, id },
      { sort: 'relevance', key: 0.5, id },
    ]) {
      const tampered = cursorFrom({ ...sound, after })
      expect((await api(`/v1/claims?limit=1&cursor=${tampered}`)).status).toBe(400)
    }
  })

  it('400: of no counterpoint does not lead to the first page again', async ({ api, cursors }) => {
    const list = `/v1/claims/${reported}/counterpoints?limit=1`
    const sound = contentOf(cursors.get(list) ?? '')
    const after = { ...content.parse(sound['after']), link: reported }

    const { status } = await api(`${list}&cursor=${cursorFrom({ ...sound, after })}`)

    expect(status).toBe(400)
  })
})

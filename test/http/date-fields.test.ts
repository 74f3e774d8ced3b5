import { sql } from 'kysely'
import { afterEach, describe, expect } from 'vitest'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import {
  claimLine,
  endLine,
  linkLine,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'

interface Refusal {
  readonly errors: readonly { readonly line?: number; readonly pointer: string }[]
}

const paper = sourceLine('paper', { slug: 'paper' })
const claim = {
  kind: 'fact',
  speaker: 'paper',
  about: [],
  text: 'Claim',
  lang: 'en',
  assertedAt: '2025',
}
const report = { source: 'paper', kind: 'article', title: 'Report', lang: 'en' }

const dated = it.extend('refs', { scope: 'file' }, async ({ db }) => {
  const { refs } = await importLines(db, [
    paper,
    reportLine('page', 'paper'),
    claimLine('R', 'paper'),
    claimLine('D', 'paper'),
    linkLine('l', 'supports', 'D', 'R'),
  ])
  return refs
})

/** Every field that takes a date of the world: how it is sent, and where its fault is. */
const fields: readonly (readonly [
  name: string,
  pointer: string,
  send: (date: string, refs: Readonly<Record<string, string>>) => Sending,
])[] = [
  ['a claim', '/assertedAt', (date) => posted('/v1/claims', { ...claim, assertedAt: date })],
  ['a report', '/publishedAt', (date) => posted('/v1/reports', { ...report, publishedAt: date })],
  ['a visit', '/accessedAt', (date) => posted('/v1/reports', { ...report, accessedAt: date })],
  ['a begin', '/affiliations/0/from', (date) => posted('/v1/sources', affiliated({ from: date }))],
  ['an end', '/affiliations/0/to', (date) => posted('/v1/sources', affiliated({ to: date }))],
  [
    'a withdrawal',
    '/at',
    (date, { R, page }) => ({
      path: `/v1/claims/${R}/withdraw`,
      body: {
        at: date,
        reason: 'So it said.',
        citation: { report: page, quote: 'We take it back.' },
      },
    }),
  ],
  [
    'an ending',
    '/at',
    (date, { l, page }) => ({
      path: `/v1/links/${l}/end`,
      body: { at: date, reason: 'So it said.', citation: { report: page, quote: 'No more.' } },
    }),
  ],
  [
    'an amended claim',
    '/assertedAt',
    (date, { R }) => patched(`/v1/claims/${R}`, { assertedAt: date }),
  ],
  [
    'an amended report',
    '/publishedAt',
    (date, { page }) => patched(`/v1/reports/${page}`, { publishedAt: date }),
  ],
  [
    'an amended source',
    '/affiliations/0/from',
    (date, { paper }) => patched(`/v1/sources/${paper}`, affiliated({ from: date }, {})),
  ],
  [
    'an imported claim',
    '/assertedAt',
    (date) => imported(claimLine('x', 'paper', { assertedAt: date })),
  ],
  [
    'an imported report',
    '/publishedAt',
    (date) => imported(reportLine('x', 'paper', { publishedAt: date })),
  ],
  [
    'an imported source',
    '/affiliations/0/to',
    (date) => imported(sourceLine('x', affiliated({ to: date }, {}))),
  ],
  [
    'an imported withdrawal',
    '/at',
    (date, { R = '' }) => imported(withdrawalLine(R, { at: date })),
  ],
  ['an imported end', '/at', (date, { l = '' }) => imported(endLine(l, { at: date }))],
]

const noDates = [
  '0001-01-01T00:00:00+09:00',
  '9999-12-31T23:59:59-05:00',
  '2025-02-30',
  '0000',
  '2015/2014',
  '2021-01-03 20:01:30',
]

describe('a date that is none', () => {
  dated.for(fields.flatMap((field) => noDates.map((date) => [...field, date] as const)))(
    '422 in %s, with its place',
    async ([, pointer, send, date], { api, refs }) => {
      const { path, ...call } = send(date, refs)
      const { status, json } = await api<Refusal>(path, call)

      expect(status).toBe(422)
      expect(json.errors.map((fault) => fault.pointer)).toContain(pointer)
    },
  )
})

describe('the time zone of the process', () => {
  const own = process.env['TZ']
  afterEach(() => {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  })

  dated.for([
    'UTC',
    'Asia/Seoul',
    'America/New_York',
    'Europe/Amsterdam',
    'Africa/Monrovia',
    'Pacific/Apia',
  ])('changes nothing: %s', async (zone, { api, db, refs }) => {
    expect(refs['R']).toBeDefined()
    process.env['TZ'] = zone
    const before = await starts(db)
    const added = ['1904-02-10', '1880', '1904-02-10T08:30:00+09:00', '1850-05/..']
    const ids: string[] = []
    for (const assertedAt of added)
      ids.push(await entered(api, { ...claim, text: `${zone} ${assertedAt}`, assertedAt }))

    const after = (await starts(db)).slice(before.length)
    expect(after).toEqual([
      '1904-02-10 00:00:00+00',
      '1880-01-01 00:00:00+00',
      '1904-02-09 23:30:00+00',
      '1850-05-01 00:00:00+00',
    ])
    const day = await read<{ items: { id: string; recordedAt: string }[] }>(
      api,
      '/v1/claims?assertedFrom=1904-02-10&assertedTo=1904-02-10&limit=200',
    )
    const found = new Set(day.items.map(({ id }) => id))
    expect(ids.map((id) => found.has(id))).toEqual([true, false, true, true])
  })

  it('is UTC in every session of the database', async ({ db, ownerDb }) => {
    for (const each of [db, ownerDb]) {
      const { rows } = await sql<{ TimeZone: string }>`show timezone`.execute(each)
      expect(rows).toEqual([{ TimeZone: 'UTC' }])
    }
  })
})

interface Sending {
  readonly path: string
  readonly method?: string
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

function posted(path: string, body: object): Sending {
  return { path, body }
}

function patched(path: string, body: object): Sending {
  return { path, ...amendment(body, 1), body }
}

function imported(line: object): Sending {
  return {
    path: '/v1/import',
    method: 'POST',
    body: JSON.stringify(line),
    headers: { 'content-type': 'application/x-ndjson' },
  }
}

function affiliated(
  dates: object,
  source: Readonly<Record<string, unknown>> = { kind: 'person', name: 'Somebody' },
): Readonly<Record<string, unknown>> {
  return { ...source, affiliations: [{ relation: 'employed_by', source: 'paper', ...dates }] }
}

async function entered(api: Api, body: object): Promise<string> {
  const { json, status } = await api<{ object: { id: string } }>('/v1/claims', { body })
  expect(status).toBe(201)
  return json.object.id
}

async function starts(db: Parameters<typeof importLines>[0]): Promise<string[]> {
  const { rows } = await sql<{ start: string }>`
    select asserted_start::text as start from claim order by content_seq
  `.execute(db)
  return rows.map(({ start }) => start)
}

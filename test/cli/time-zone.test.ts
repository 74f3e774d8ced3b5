import { describe, expect } from 'vitest'
import { z } from 'zod'
import { run, startService } from '../support/command.ts'
import { it } from '../support/it.ts'

const claim = '019ae1e5-0016-72bc-80b2-26737410feed'

/** What shows days and times, in every form there is. */
const paths = [
  '/v1/claims?limit=200',
  '/v1/claims?assertedFrom=2025-12-03&assertedTo=2025-12-03',
  `/v1/claims/${claim}?lang=ko`,
  `/v1/claims/${claim}?lang=en`,
  `/v1/claims/${claim}/counterpoints`,
  `/v1/claims/${claim}/history`,
  '/v1/events?limit=200',
  '/v1/reports?limit=200',
  '/v1/stories',
  '/claims',
  `/claims/${claim}`,
  `/claims/${claim}?lang=ko`,
  `/embed/claims/${claim}?lang=ko&counterpoints=5&since=2025-12-01`,
  `/embed/claims/${claim}?lang=en&counterpoints=5&since=2025-12-01`,
]

const BOOTSTRAP_API_KEY = 'a-key-for-clocks-in-two-places-0123456789'
const days = ['2025-08-01', '2025-07-31T23:30:00Z', '2025-08-01T07:15:00+09:00', '2025-08', '2025']

const Refs = z.object({ refs: z.record(z.string(), z.string()) })
const Claims = z.object({ items: z.array(z.object({ id: z.string(), assertedAt: z.string() })) })

/** When a card was made, which is not the same for two of them. */
const madeAt = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g

describe('the time zone of the process', () => {
  it('changes no answer and no export', async ({ database }) => {
    const zones = ['Asia/Seoul', 'America/New_York', 'UTC']
    const services = await Promise.all(
      zones.map((TZ) => startService(database, { TZ, DEMO: 'on', PUBLIC_URL: 'http://a.example' })),
    )
    await Promise.all(services.map(({ says }) => says(/Stop it with Ctrl-C/)))

    for (const path of paths) {
      const answers = await Promise.all(
        services.map(async ({ origin }) => {
          const response = await fetch(origin + path, { headers: { accept: acceptOf(path) } })
          const text = await response.text()
          return {
            status: response.status,
            text: path.startsWith('/embed') ? text.replaceAll(madeAt, '…') : text,
          }
        }),
      )
      const [first, ...others] = answers
      expect([path, first?.status]).toEqual([path, 200])
      for (const other of others)
        expect([path, difference(first?.text, other.text)]).toEqual([path, ''])
    }
    for (const { process } of services) process.kill('SIGINT')

    const exports = await Promise.all(
      zones.map(async (TZ) => (await run(database, ['export'], { env: { TZ } })).out),
    )
    expect(exports[0]).toContain('"assertedAt":"2025-12-03"')
    expect(new Set(exports).size).toBe(1)
  })

  it('changes nothing of what is entered', async ({ database }) => {
    const entered = []
    for (const TZ of ['Asia/Seoul', 'America/New_York']) {
      const { origin, says, process } = await startService(database, { TZ, BOOTSTRAP_API_KEY })
      await says(/Stop it with Ctrl-C/)
      entered.push(await enter(origin, TZ))
      process.kill('SIGINT')
    }

    expect(entered[0]?.days).toEqual(days)
    expect(entered[0]?.found.length).toBeGreaterThan(0)
    expect(entered[1]).toEqual(entered[0])
  })
})

/** Enters a claim of each day; how they are shown, and which are found on the first of August. */
async function enter(origin: string, zone: string) {
  const source = `Clock ${zone}`
  const quote = 'It is so.'
  const report = { kind: 'article', url: `https://clocks.example/${zone}`, title: zone, lang: 'en' }
  const lines = [
    { type: 'bundle', namespace: zone.toLowerCase().replace(/[^a-z]+/g, '-') },
    { type: 'source', ref: 'source', kind: 'outlet', name: source },
    { type: 'report', ref: 'report', source: 'source', publishedAt: days[0], ...report },
    ...days.map((assertedAt, index) => ({
      type: 'claim',
      ref: `day-${index}`,
      kind: 'fact',
      speaker: 'source',
      about: ['source'],
      text: `${quote} ${zone} ${index}`,
      lang: 'en',
      assertedAt,
      citations: [{ report: 'report', quote }],
    })),
  ]
  const headers = {
    authorization: `Bearer ${BOOTSTRAP_API_KEY}`,
    'content-type': 'application/x-ndjson',
    'idempotency-key': zone.replace('/', '-'),
  }
  const body = lines.map((line) => JSON.stringify(line)).join('\n')
  const imported = await fetch(`${origin}/v1/import`, { method: 'POST', headers, body })
  const answer = await imported.text()
  expect([imported.status, answer]).toEqual([200, answer])
  const { refs } = Refs.parse(JSON.parse(answer))
  const claims = await listed(`${origin}/v1/claims?limit=200`)
  const august = await listed(
    `${origin}/v1/claims?limit=200&assertedFrom=2025-08-01&assertedTo=2025-08-01`,
  )
  const ids = days.map((_, index) => refs[`day-${index}`])
  return {
    days: ids.map((id) => claims.find((claim) => claim.id === id)?.assertedAt),
    found: ids.flatMap((id, index) => (august.some((claim) => claim.id === id) ? [index] : [])),
  }
}

async function listed(url: string) {
  return Claims.parse(await (await fetch(url)).json()).items
}

/** Where two texts part, and how; whole pages would drown it. */
function difference(one = '', other = ''): string {
  if (one === other) return ''
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const begin = Math.max(0, at - 60)
  return `${one.slice(begin, at + 60)} | ${other.slice(begin, at + 60)}`
}

function acceptOf(path: string): string {
  return path.startsWith('/v1/') ? 'application/json' : 'text/html'
}

import { describe, expect } from 'vitest'
import { adminKey, amendment, type Api, type Call } from '../support/api.ts'
import { it } from '../support/it.ts'
import { linkLine, quarrel, reportLine } from '../support/lines.ts'
import { noteRoundTrips, type RoundTrip } from '../support/round-trips.ts'
import { serve } from '../support/serving.ts'

type Refs = Readonly<Record<string, string>>

interface Setting {
  readonly api: Api
  readonly refs: Refs
  /** Of an editor, whose writes are judged by the consequence rule. */
  readonly editorKey: string
  /** What was sent since the last call. */
  readonly take: () => readonly RoundTrip[]
}

async function setUp(databaseUrl: string, namespace: string): Promise<Setting> {
  const { api, pool } = await serve(databaseUrl)
  const lines = [
    { type: 'bundle', namespace, duplicates: 'new' },
    ...quarrel(),
    reportLine('note', 'paper', { url: `https://paper.example/${namespace}` }),
    linkLine('no', 'rebuts', 'denial', 'story'),
  ]
  const { json } = await api<{ refs: Refs }>('/v1/import', {
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const made = await api<{ secret: string }>('/v1/keys', {
    body: { name: 'an editor', scope: 'edit' },
  })
  return { api, refs: json.refs, editorKey: made.json.secret, take: noteRoundTrips(pool) }
}

/**
 * A write, and how many round trips it may take at most, with the look-up of the key. On an idle
 * machine it takes about a quarter less: a long statement is sent before the next is prepared.
 */
interface Row {
  readonly what: string
  readonly most: number
  readonly isForAdmin?: boolean
  /** Whether its lines name what is on record. */
  readonly namesSomething?: boolean
  /** Some statements are sent twice. */
  readonly mayRepeat?: boolean
  readonly request: (refs: Refs, mark: string) => readonly [path: string, call: Call]
}

const fact = { kind: 'fact', about: [], lang: 'en', assertedAt: '2026-07-01' }
const document = { kind: 'article', lang: 'en', publishedAt: '2026-07-01' }

const writes: readonly Row[] = [
  {
    what: 'a rebuttal with its report',
    most: 13,
    namesSomething: true,
    request: ({ story, firm }, mark) => [
      `/v1/claims/${story}/counterpoints`,
      {
        body: {
          relation: 'rebuts',
          claim: { ...fact, speaker: firm, text: `Nothing of the kind ${mark} happened.` },
          citation: {
            report: { ...document, source: firm, title: 'No', url: `https://no.example/${mark}` },
            quote: 'nothing of the kind',
          },
        },
      },
    ],
  },
  {
    what: 'a source',
    most: 8,
    request: (_, mark) => ['/v1/sources', { body: { kind: 'outlet', name: `The ${mark} Post` } }],
  },
  {
    what: 'a report',
    most: 8,
    namesSomething: true,
    request: ({ paper }, mark) => [
      '/v1/reports',
      {
        body: { ...document, source: paper, title: `A ${mark}`, url: `https://a.example/${mark}` },
      },
    ],
  },
  {
    what: 'a claim with a citation',
    most: 10,
    namesSomething: true,
    request: ({ paper, note }, mark) => [
      '/v1/claims',
      {
        body: {
          ...fact,
          speaker: paper,
          text: `Another thing ${mark} happened.`,
          citations: [{ report: note, quote: 'another thing' }],
        },
      },
    ],
  },
  {
    what: 'a link',
    most: 9,
    namesSomething: true,
    request: ({ study, story }) => [
      '/v1/links',
      { body: { relation: 'qualifies', from: study, to: { claim: story } } },
    ],
  },
  {
    what: 'a citation',
    most: 22,
    request: ({ story, note }, mark) => [
      `/v1/claims/${story}/citations`,
      { body: { report: note, quote: `As ${mark} said.` } },
    ],
  },
  {
    what: 'an amendment of a claim',
    mayRepeat: true,
    most: 30,
    isForAdmin: true,
    request: ({ study }) => [`/v1/claims/${study}`, amendment({ about: [] }, 1)],
  },
  {
    what: 'a withdrawal',
    mayRepeat: true,
    most: 30,
    isForAdmin: true,
    request: ({ study, note }) => [
      `/v1/claims/${study}/withdraw`,
      {
        body: { at: '2026-07-02', reason: 'It said so.', citation: { report: note, quote: 'no' } },
        headers: { 'if-match': '"2"' },
      },
    ],
  },
  {
    what: 'the void of a link',
    mayRepeat: true,
    most: 30,
    isForAdmin: true,
    request: ({ no }) => [
      `/v1/links/${no}/void`,
      { body: { reason: 'Entered by mistake.' }, headers: { 'if-match': '"1"' } },
    ],
  },
]

const takesLock = 'update record_head set seq = seq'

function isAskedWithLock(trips: readonly RoundTrip[]): boolean {
  const first = trips.find((trip) => trip.some((each) => each.includes(takesLock))) ?? []
  return first.some((each) => each.includes('id::text as reference'))
}

function isLabelsAlone(trip: RoundTrip): boolean {
  return trip.length === 1 && trip.every((each) => each.includes('"twoWay" from node'))
}

describe('a write', () => {
  it.for(['admin', 'edit'] as const)(
    'takes few round trips, and sends no statement twice, with a key of scope %s',
    { timeout: 60_000 },
    async (scope, { database }) => {
      const { api, refs, editorKey, take } = await setUp(database.serviceUrl, scope)
      const authorization = `Bearer ${scope === 'admin' ? adminKey : editorKey}`

      const faults: string[] = []
      for (const { what, most, mayRepeat, namesSomething, request } of writes.filter(
        ({ isForAdmin }) => !isForAdmin || scope === 'admin',
      )) {
        const [path, call] = request(refs, `${scope}-${what.length}`)
        take()
        const answer = await api(path, { ...call, headers: { ...call.headers, authorization } })
        const trips = take()

        const statements = trips.flat()
        const twice = statements.filter((each, index) => statements.indexOf(each) !== index)
        if (namesSomething && !isAskedWithLock(trips))
          faults.push(`${what} looks up what it names later than it takes the lock`)
        if (namesSomething && trips.some(isLabelsAlone))
          faults.push(`${what} waits for labels alone`)
        if (answer.status >= 300) faults.push(`${what} is answered ${answer.text}`)
        if (trips.length > most) faults.push(`${what} takes ${trips.length} round trips`)
        if (!mayRepeat) faults.push(...twice.map((each) => `${what} sends twice: ${each}`))
      }

      expect(faults).toEqual([])
    },
  )
})

describe('the page of a claim', () => {
  it('takes few round trips, and reads once what lies around the claim', async ({ database }) => {
    const { api, refs, take } = await setUp(database.serviceUrl, 'page')
    take()

    const answer = await api(`/claims/${refs['story']}`, { headers: { accept: 'text/html' } })
    const trips = take()

    const statements = trips.flat()
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('<main')])
    expect(statements.filter((each) => each.includes('asked_claim'))).toHaveLength(1)
    expect(new Set(statements).size).toBe(statements.length)
    expect(trips.length).toBeLessThanOrEqual(9)
  })
})

describe('oEmbed without a language', () => {
  it('reads once what the cards in all languages share', async ({ database }) => {
    const { api, refs, take } = await setUp(database.serviceUrl, 'cards')
    const address = await api(`/claims/${refs['story']}`, { headers: { accept: 'text/html' } })
    const [, canonical = ''] = /<link rel="canonical" href="([^"?]+)/.exec(address.text) ?? []
    take()

    const answer = await api<{ html: string }>(`/oembed?url=${encodeURIComponent(canonical)}`)
    const statements = take().flat()

    expect(answer.status).toBe(200)
    const claims = statements.filter((each) => each.startsWith('/* claim-parts.'))
    expect(claims.length).toBeGreaterThan(1)
    for (const shared of ['asked_claim', 'from status_history', 'start transaction'])
      expect([shared, statements.filter((each) => each.includes(shared)).length]).toEqual([
        shared,
        1,
      ])
  })
})

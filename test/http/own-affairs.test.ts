import { describe, expect } from 'vitest'
import { it, type Api } from '../support/api.ts'

type Ids = Readonly<Record<string, string>>
interface Step {
  /** `mine` has a key of its own, and so has `theirs`. */
  readonly by: 'mine' | 'theirs'
  readonly lines: readonly object[]
}
interface Affair {
  readonly what: string
  readonly steps: readonly Step[]
  /** By `mine`. */
  readonly write: (ids: Ids) => readonly [method: string, path: string, body: object]
}

const reason = 'For the test.'
const quoted = (quote: string) => [{ report: 'R', quote, attribution: 'relay' }]
const claim = (ref: string, speaker: string, fields: object = {}) => {
  const said = { text: `Statement ${ref}`, lang: 'en', assertedAt: '2026-01-01' }
  const citations = quoted(ref)
  return { type: 'claim', ref, kind: 'fact', speaker, about: [], ...said, citations, ...fields }
}
const source = (ref: string) => ({ type: 'source', ref, kind: 'company', name: `Name ${ref}` })
const report = (ref: string) => {
  return {
    type: 'report',
    ref,
    source: 'paper',
    kind: 'article',
    title: `Report ${ref}`,
    lang: 'en',
  }
}
const rebuttal = (from: string, to: string) => {
  return { type: 'link', ref: `${from}-${to}`, relation: 'rebuts', from, to: { claim: to } }
}

const mine = (...lines: object[]): Step => ({ by: 'mine', lines })
const theirs = (...lines: object[]): Step => ({ by: 'theirs', lines })
const rename = ({ S }: Ids) => ['PATCH', `/v1/sources/${S}`, { name: 'Another name' }] as const

/** What an editor entered and somebody else has built on, directly or on what depends on it. */
const shared: readonly Affair[] = [
  {
    what: 'a source in whose mouth another has put a claim',
    steps: [mine(source('S')), theirs(claim('C', 'S'))],
    write: rename,
  },
  {
    what: 'a source of whom another has entered a claim',
    steps: [mine(source('S')), theirs(claim('C', 'paper', { about: ['S'] }))],
    write: rename,
  },
  {
    what: 'a source that another has affiliated',
    steps: [
      mine(source('S')),
      theirs({ ...source('T'), affiliations: [{ relation: 'part_of', source: 'S' }] }),
    ],
    write: rename,
  },
  {
    what: 'a source whose claim another has rebutted',
    steps: [mine(source('S'), claim('C', 'S')), theirs(claim('D', 'paper'), rebuttal('D', 'C'))],
    write: rename,
  },
  {
    what: 'a source whose claim another has listed in a story',
    steps: [mine(source('S'), claim('C', 'S')), theirs(story('C'))],
    write: rename,
  },
  {
    what: 'a report that another has cited',
    steps: [
      mine(report('N')),
      theirs(claim('C', 'paper', { citations: [{ report: 'N', quote: 'C' }] })),
    ],
    write: ({ N }) => ['PATCH', `/v1/reports/${N}`, { title: 'Another title' }],
  },
  {
    what: 'a claim that another has listed in a story, merged into a copy',
    steps: [mine(claim('C', 'paper'), claim('copy', 'paper')), theirs(story('C'))],
    write: ({ C, copy }) => ['POST', `/v1/claims/${C}/merge`, { into: copy, reason }],
  },
  {
    what: 'a source, merged into one that another has entered',
    steps: [theirs(source('T')), mine(source('S'), claim('C', 'S'))],
    write: ({ S, T }) => ['POST', `/v1/sources/${S}/merge`, { into: T, reason }],
  },
  {
    what: 'a rebuttal of a claim that another has entered, voided',
    steps: [theirs(claim('C', 'paper')), mine(claim('D', 'paper'), rebuttal('D', 'C'))],
    write: (ids) => ['POST', `/v1/links/${ids['D-C']}/void`, { reason }],
  },
  {
    what: 'a claim to which another has added a translation',
    steps: [mine(claim('C', 'paper'), claim('D', 'paper'), rebuttal('D', 'C')), theirs()],
    write: ({ C }) => ['PATCH', `/v1/claims/${C}`, { text: 'Other words' }],
  },
]

/** Evidence of a claim that somebody else has answered, removed from under the answer. */
const evidenceWrites: Readonly<Record<string, Affair['write']>> = {
  'a report': ({ N }) => ['PATCH', `/v1/reports/${N}`, { title: 'Another title' }],
  'a report, voided': ({ N }) => ['POST', `/v1/reports/${N}/void`, { reason }],
  'a citation, voided': ({ citation }) => ['POST', `/v1/citations/${citation}/void`, { reason }],
}
const evidence = Object.entries(evidenceWrites).map(([what, write]) => ({
  what: `${what}, of a claim that another has rebutted`,
  steps: [
    mine(report('N'), claim('C', 'paper', { citations: [{ report: 'N', quote: 'C' }] })),
    theirs(claim('D', 'paper'), rebuttal('D', 'C')),
  ],
  write,
}))

/** A merge of own entries, undone after somebody else has built on the survivor. */
const parted: Affair = {
  what: 'a merge of two claims, undone after another has listed what remains in a story',
  steps: [
    mine(claim('C', 'paper'), claim('copy', 'paper')),
    mine({ type: 'merge', ref: 'm', noun: 'claim', from: 'copy', into: 'C', reason }),
    theirs(story('C')),
  ],
  write: ({ m }) => ['POST', `/v1/merges/${m}/void`, { reason }],
}

/** The same if nobody else has touched any of it. */
const own: readonly Affair[] = [
  { what: 'a source', steps: [mine(source('S'), claim('C', 'S'))], write: rename },
  {
    what: 'a report',
    steps: [mine(report('N'), claim('C', 'paper', { citations: [{ report: 'N', quote: 'C' }] }))],
    write: ({ N }) => ['PATCH', `/v1/reports/${N}`, { title: 'Another title' }],
  },
  {
    what: 'a copy of a source',
    steps: [mine(source('S'), source('T'), claim('C', 'S'))],
    write: ({ S, T }) => ['POST', `/v1/sources/${S}/merge`, { into: T, reason }],
  },
  {
    what: 'a rebuttal',
    steps: [mine(claim('C', 'paper'), claim('D', 'paper'), rebuttal('D', 'C'))],
    write: (ids) => ['POST', `/v1/links/${ids['D-C']}/void`, { reason }],
  },
  {
    what: 'the words of a claim that was answered',
    steps: [mine(claim('C', 'paper'), claim('D', 'paper'), rebuttal('D', 'C'))],
    write: ({ C }) => ['PATCH', `/v1/claims/${C}`, { text: 'Other words' }],
  },
]

describe('what is on record, changed by the key that entered it', () => {
  it.for([...shared, ...evidence, parted])(
    'takes a second person where others built on it: $what',
    async (affair, { api }) => {
      const { ids, keys } = await entered(api, affair)
      Object.assign(ids, { citation: await firstCitation(api, ids['C']) })
      if (affair.what.includes('translation')) await translate(api, keys.theirs, ids['C'])

      const { status, json } = await write(api, keys.mine, affair.write(ids))

      expect(status).toBe(409)
      expect(new Set(json.errors?.map(({ code }) => code))).toEqual(new Set(['second-person']))
    },
  )

  it.for(own)('takes none where nobody did: $what', async (affair, { api }) => {
    const { ids, keys } = await entered(api, affair)

    const { status, json } = await write(api, keys.mine, affair.write(ids))

    expect(status).toBeOneOf([200, 201])
    const seq = Number(json.event?.seq)
    const event = await api<{ items: object[] }>(`/v1/events?after=${seq - 1}&limit=1`)
    expect(event.json.items[0]).not.toHaveProperty('secondPerson')
  })
})

function story(claimRef: string) {
  return { type: 'story', ref: 'story', title: 'A story', claims: [claimRef] }
}

/** Enters each step with the key of its actor; later steps may use its refs. */
async function entered(api: Api, { steps }: Affair) {
  const keys = { mine: await editor(api, 'mine'), theirs: await editor(api, 'theirs') }
  const ground = [{ type: 'source', ref: 'paper', kind: 'outlet', name: 'Paper' }, report('R')]
  const ids: Record<string, string> = {}
  await enter(api, undefined, ground, ids)
  for (const { by, lines } of steps) if (lines.length > 0) await enter(api, keys[by], lines, ids)
  return { ids, keys }
}

async function enter(
  api: Api,
  key: string | undefined,
  lines: readonly object[],
  ids: Record<string, string>,
): Promise<void> {
  const named = lines.map((line) => JSON.parse(JSON.stringify(line), idFor))
  const header = { type: 'bundle', duplicates: 'new' }
  const body = [header, ...named].map((line) => JSON.stringify(line)).join('\n')
  const headers = { 'content-type': 'application/x-ndjson', ...bearer(key) }
  const { status, json } = await api<{ refs: Ids }>('/v1/import', { headers, body })
  expect(status).toBe(200)
  Object.assign(ids, json.refs)

  function idFor(field: string, value: unknown): unknown {
    return field !== 'ref' && typeof value === 'string' ? (ids[value] ?? value) : value
  }
}

async function firstCitation(api: Api, claimId = ''): Promise<string> {
  const { json } = await api<{ citations?: { id: string }[] } | null>(`/v1/claims/${claimId}`)
  return json?.citations?.[0]?.id ?? ''
}

async function editor(api: Api, name: string): Promise<string> {
  return (await api<{ secret: string }>('/v1/keys', { body: { name, scope: 'edit' } })).json.secret
}

async function translate(api: Api, key: string, id: string | undefined): Promise<void> {
  const texts = [{ lang: 'ko', text: '번역', by: 'human' }]
  const { status } = await write(api, key, ['PATCH', `/v1/claims/${id}`, { texts }])
  expect(status).toBe(200)
}

async function write(api: Api, key: string, [method, path, body]: ReturnType<Affair['write']>) {
  const read = await api<{ version?: number }>(path.replace(/\/(merge|void)$/, ''))
  // Citations and merges have no address of their own, and nobody has changed these.
  const { version = 1 } = read.json
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const headers = { ...bearer(key), 'content-type': type, 'if-match': `"${version}"` }
  return api<{ event?: { seq: number }; errors?: { code: string }[] }>(path, {
    method,
    headers,
    body,
  })
}

function bearer(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` }
}

import { randomUUIDv7 } from 'node:crypto'
import { describe, expect } from 'vitest'
import { it, type Api, type Call } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import {
  acts,
  adding,
  changeRoutes,
  citationId,
  claim,
  freeWrites,
  lifeRoutes,
  mergeRoutes,
  routes,
  type Ids,
  type Line,
} from './consequence-routes.ts'

const moving = [...routes, ...lifeRoutes, ...changeRoutes, ...mergeRoutes]

describe('a write that would change the standing of a claim of another side', () => {
  it.for(moving)('waits for a second person: $how', async (route, { api }) => {
    const ids = await entered(api, route.record)
    const editor = await keyOf(api, 'edit')
    const [path, call] = route.write(ids)
    const before = (await api('/v1/export')).text
    expect(await statusOf(api, ids)).toBe(route.from)

    const refused = await api<Refused>(path, withKey(call, editor))

    expect(refused.status).toBe(409)
    expect(refused.json.detail).toContain('second person')
    expect(wordsOf(refused.json)).toContain(`${ids['R']} from ${route.from ?? 'nothing'} to`)
    expect((await api('/v1/export')).text).toBe(before)
    expect(await statusOf(api, ids)).toBe(route.from)
  })

  it.for(moving)('may be made by an admin, and its event says so: $how', async (route, { api }) => {
    const ids = await entered(api, route.record)
    const admin = await keyOf(api, 'admin')
    const [path, call] = route.write(ids)

    const written = await api<Written>(path, withKey(call, admin))

    expect(written.status).toBeOneOf([200, 201])
    expect(await statusOf(api, ids)).toBe(route.to)
    const { seq } = written.json.event
    const { json } = await api<{ items: Line[] }>(`/v1/events?after=${seq - 1}&limit=1`)
    expect(json.items).toMatchObject([{ seq, secondPerson: 'exempt', actor: { role: 'admin' } }])
  })
})

describe('a write that takes a second person whatever it moves', () => {
  it.for(acts)('is refused to an editor: $what', async ({ record, says, write }, { api, db }) => {
    const ids = await entered(api, record)
    const editor = await keyOf(api, 'edit')
    const [path, call] = write(ids)
    const before = await rowCounts(db)

    const refused = await api<Refused>(path, withKey(call, editor))

    expect(refused.status).toBe(409)
    expect(wordsOf(refused.json)).toContain(says)
    expect(refused.json.detail).toContain('an administrator, or two persons once there is a review')
    expect(new Set(refused.json.errors.map(({ code }) => code))).toEqual(new Set(['second-person']))
    expect(await rowCounts(db)).toEqual(before)
  })

  it.for(acts)('says so when an admin makes it: $what', async ({ record, write }, { api }) => {
    const [path, call] = write(await entered(api, record))
    const admin = await keyOf(api, 'admin')

    const written = await api<Written>(path, withKey(call, admin))

    expect(written.status).toBeOneOf([200, 201])
    const { seq } = written.json.event
    const { json } = await api<{ items: Line[] }>(`/v1/events?after=${seq - 2}&limit=2`)
    expect(json.items.some(({ secondPerson }) => secondPerson === 'exempt')).toBe(true)
  })
})

describe('what others have entered', () => {
  it.for(freeWrites)('may be given by an editor: $what', async ({ record, write }, { api }) => {
    const ids = await entered(api, record)
    const [path, call] = write(ids)

    const written = await api<Written>(path, withKey(call, await keyOf(api, 'edit')))

    expect(written.status).toBeOneOf([200, 201])
  })
})

describe('a write that moves nobody into or out of what does not stand', () => {
  it('is made by an editor at once, and its event speaks of no second person', async ({ api }) => {
    const ids = await entered(api, [claim('R', 'poster', ['mayor']), claim('D', 'mayor', [])])
    const editor = await keyOf(api, 'edit')
    const [path, call] = adding(ids, 'rebuts', 'D', 'R')

    const written = await api<Written>(path, withKey(call, editor))

    expect(written.status).toBe(201)
    expect(await statusOf(api, ids)).toBe('denied')
    const { json } = await api<{ items: Line[] }>(`/v1/events?after=${written.json.event.seq - 1}`)
    expect(json.items[0]).not.toHaveProperty('secondPerson')
  })
})

interface Refused {
  readonly detail: string
  readonly errors: readonly { readonly code: string; readonly message: string }[]
}

function wordsOf({ errors }: Refused): string {
  return errors.map(({ message }) => message).join('\n')
}

interface Written {
  readonly event: { readonly seq: number }
}

let records = 0

/** Enters a record of its own for a test; the ids by the refs of its lines. */
async function entered(api: Api, lines: readonly Line[]): Promise<Ids> {
  const sources = ['poster', 'mayor', 'archive', 'photo', 'paper', 'court', 'speaker']
  const number = ++records
  const parties = sources.map((ref) => ({
    type: 'source',
    ref,
    kind: ref === 'court' ? 'body' : 'outlet',
    name: `${ref} ${number}`,
    url: ref === 'paper' ? `https://paper.example/${number}` : null,
    affiliations: ref === 'speaker' ? [{ relation: 'speaks_for', source: 'mayor' }] : [],
  }))
  const news = { type: 'report', ref: 'news', source: 'paper', kind: 'article', url: null }
  // Parties and claims of the records are alike on purpose.
  const header = { type: 'bundle', duplicates: 'new' }
  const all = [header, ...parties, { ...news, title: 'News', lang: 'en' }, ...lines]
  const headers = { 'content-type': 'application/x-ndjson' }
  const citation = randomUUIDv7()
  const text = all.map((line) => JSON.stringify(line)).join('\n')
  const body = text.replaceAll(citationId, citation)
  const imported = await api<{ refs: Ids }>('/v1/import', { headers, body })
  expect(imported.status).toBe(200)
  return { ...imported.json.refs, [citationId]: citation }
}

async function keyOf(api: Api, scope: string): Promise<string> {
  const body = { name: `a key to ${scope}`, scope }
  return (await api<{ secret: string }>('/v1/keys', { body })).json.secret
}

function withKey(call: Call, key: string): Call {
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${key}` } }
}

/** null where it is voided, or leads to another entry. */
async function statusOf(api: Api, ids: Ids): Promise<string | null> {
  const { status, json } = await api<{ status: string | null }>(`/v1/claims/${ids['R']}`)
  return status === 301 ? null : json.status
}

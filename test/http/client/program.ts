/**
 * A program that somebody writes who has nothing of ours but the OpenAPI document: `api.ts` is what a
 * generator made of it. Prints what it saw as JSON.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import createClient from 'openapi-fetch'
import type { components, paths } from './api.ts'

const [baseUrl = '', adminKey = '', story = ''] = process.argv.slice(2)

// As the document says of lists in a query, which types cannot tell a client at run time.
const querySerializer = { array: { style: 'form', explode: false } } as const
const as = (key: string) =>
  createClient<paths>({ baseUrl, querySerializer, headers: { authorization: `Bearer ${key}` } })
const once = () => ({ 'Idempotency-Key': randomUUID() })

const anyone = createClient<paths>({ baseUrl, querySerializer })
const admin = as(adminKey)

function good<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error))
  return data
}

const imported = good(
  await admin.POST('/v1/import', {
    params: { header: once() },
    headers: { 'content-type': 'application/x-ndjson' },
    body: await readFile(story, 'utf8'),
    bodySerializer: (bundle) => bundle,
  }),
)
const refs = imported.refs
const reported = refs['R1'] ?? ''

const { secret } = good(
  await admin.POST('/v1/keys', {
    params: { header: once() },
    body: { name: 'The desk', scope: 'edit' },
  }),
)
const desk = as(secret ?? '')

/** Reads the story as anyone may. */
async function read() {
  const path = { id: reported }
  const denied = good(
    await anyone.GET('/v1/claims', {
      params: { query: { status: ['denied', 'countered'], about: ['microsoft'], limit: 10 } },
    }),
  )
  const claim = good(
    await anyone.GET('/v1/claims/{id}', { params: { path, query: { lang: 'ko' } } }),
  )
  const counterpoints = good(
    await anyone.GET('/v1/claims/{id}/counterpoints', {
      params: { path, query: { depth: 2, relation: ['rebuts', 'undercuts', 'qualifies'] } },
    }),
  )
  const history = good(await anyone.GET('/v1/claims/{id}/history', { params: { path } }))
  const graph = good(
    await anyone.GET('/v1/claims/{id}/graph', { params: { path, query: { depth: 1 } } }),
  )
  const then = good(
    await anyone.GET('/v1/claims/{id}', {
      params: { path, query: { asOf: String(imported.events?.last) } },
    }),
  )
  const whole = good(
    await anyone.GET('/v1/stories/{id}', { params: { path: { id: 'ms-ai-sales-targets' } } }),
  )
  const report = claim.citations[0]?.report.id ?? ''
  const claims = good(
    await anyone.GET('/v1/reports/{id}/claims', {
      params: { path: { id: report }, query: { limit: 200 } },
    }),
  )
  // Words can be removed, and its types say so.
  const text = claim.text ?? ''
  const alike = good(await anyone.POST('/v1/lookup', { body: { text } }))
  const events = good(await anyone.GET('/v1/events', { params: { query: { limit: 200 } } }))
  const bundle = good(await anyone.GET('/v1/export', { parseAs: 'text' }))
  return {
    denied: denied.items.map(({ id }) => id),
    status: claim.statusLabel,
    sentence: claim.explanation?.text,
    roles: counterpoints.items.map(({ role, link }) => [role, link.relation]),
    statuses: history.items.map(({ status }) => status),
    nodes: graph.nodes.length,
    asOf: then.asOf?.seq,
    title: whole.title,
    answered: claims.items.find(({ id }) => id === reported)?.answered,
    alike: alike.items[0]?.claim.id,
    events: events.items.length,
    lines: bundle.trim().split('\n').length,
  }
}

/** Writes what a newsroom has to say about it, and takes it back. */
async function write() {
  const source = good(
    await desk.POST('/v1/sources', {
      params: { header: once() },
      body: { kind: 'outlet', name: 'My Newsroom', url: 'https://newsroom.example' },
    }),
  ).object
  const report = good(
    await desk.POST('/v1/reports', {
      params: { header: once() },
      body: {
        source: source.slug,
        kind: 'article',
        title: 'What the denial leaves open',
        lang: 'en',
        url: 'https://newsroom.example/note',
      },
    }),
  ).object

  const quote = 'The denial speaks of quotas and the overall target, not of single units'
  const answer: components['schemas']['NewCounterpoint'] = {
    relation: 'qualifies',
    aspect: 'scope',
    claim: {
      kind: 'fact',
      speaker: source.id,
      about: ['microsoft'],
      text: quote,
      lang: 'en',
      assertedAt: '2025-12-05',
    },
    citation: { report: report.id, quote },
  }
  const header = once()
  const file = async () =>
    good(
      await desk.POST('/v1/claims/{id}/counterpoints', {
        params: { path: { id: reported }, header },
        body: answer,
      }),
    )
  const filed = await file()
  const again = await file()

  const path = { id: filed.object.claim.id }
  const amended = good(
    await desk.PATCH('/v1/claims/{id}', {
      params: { path, header: { 'If-Match': `"${filed.object.claim.version}"` } },
      body: { assertedAt: '2025-12-06', texts: [{ lang: 'ko', text: '부인', by: 'human' }] },
    }),
  )
  const stale = await desk.PATCH('/v1/claims/{id}', {
    params: { path, header: { 'If-Match': `"${filed.object.claim.version}"` } },
    body: { assertedAt: '2025-12-07' },
  })
  const found = good(
    await anyone.GET('/v1/lookup', { params: { query: { url: 'https://newsroom.example/note' } } }),
  )
  const withdrawn = good(
    await desk.POST('/v1/claims/{id}/withdraw', {
      params: { path, header: { ...once(), 'If-Match': `"${amended.object.version}"` } },
      body: {
        at: '2025-12-10',
        reason: 'Said so in its issue of that day.',
        citation: { report: report.id, quote: 'We take it back' },
      },
    }),
  )
  const wrong = await desk.POST('/v1/reports', {
    params: { header: once() },
    body: { source: 'nobody', kind: 'article', title: ' ', lang: 'en' },
  })
  return {
    isOnce: filed.event.seq === again.event.seq && filed.object.claim.id === again.object.claim.id,
    assertedAt: amended.object.assertedAt,
    version: amended.object.version,
    stale: stale.error?.status,
    found: found.items.map(({ text }) => text),
    withdrawn: [withdrawn.object.status, withdrawn.object.withdrawnAt],
    wrong: wrong.error?.errors?.map(({ pointer, code }) => [pointer, code]),
  }
}

const seen = { accepted: imported.accepted, read: await read(), wrote: await write() }
console.log(JSON.stringify(seen))

import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { amendment, type Api, type Call } from './api.ts'
import { enterSingly } from './enter-singly.ts'
import type { Operation } from './open-api.ts'
import { aCitation, aClaim, aLink, aSource } from './record.ts'
import { seedBundle } from './seed.ts'
import { sendExamples } from './send-examples.ts'

const absent = '019ae1e5-0016-72bc-80b2-26737410fee0'

/**
 * All requests of the functional tests in one run: every example; each filter, sort and page;
 * writes of every kind, including failing and retried ones.
 */
export async function sendFunctionalRequests(
  api: Api,
  operations: readonly Operation[],
): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'the-story' }
  const imported = await api('/v1/import', { body: seedBundle(), headers })
  await api('/v1/import', { body: seedBundle(), headers })
  await api('/v1/import', { body: seedBundle(), headers: { ...headers, 'idempotency-key': 'b' } })
  if (imported.status !== 200) throw new Error(imported.text)
  await sendExamples(api, operations, async ({ address, query, call }) => {
    const asked = new URLSearchParams({ ...query, preview: 'true' }).toString()
    if (call.method !== 'GET') await api(`${address}?${asked}`, call)
  })
  await enterRecords(api)
  await readLists(api)
  await readObjects(api)
  await failWrites(api)
  await mergeSome(api)
  await redactSome(api)
}

/** Records that exercise the rules, entered by single writes and by import. */
async function enterRecords(api: Api): Promise<void> {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const record = randomRecord(seed, { sources: 5, claims: 9, links: 14 })
    await enterSingly(api, toBundle(record, `singly-${seed}`), 1)
    const body = toBundle(record, `at-once-${seed}`)
      .map((line) => JSON.stringify(line))
      .join('\n')
    await api('/v1/import', { body, headers: { 'content-type': 'application/x-ndjson' } })
  }
}

async function readLists(api: Api): Promise<void> {
  const filters = {
    status: 'denied,countered',
    group: 'open,closed',
    kind: 'fact,figure',
    source: 'microsoft,the-information',
    about: 'microsoft',
    report: '019ae1e5-0015-7886-a92a-07cf17fe9dda',
    story: 'ms-ai-sales-targets',
    textLang: 'ko,en',
    assertedFrom: '2025',
    assertedTo: '2025-12',
    changedSince: '2025',
    responseFrom: 'microsoft',
    answered: 'true',
    role: 'party_response,third_party',
    rating: 'False,True',
    quotedSource: 'microsoft,the-information',
  }
  for (const sort of ['newest', 'changed', 'most_countered', 'relevance'])
    for (const q of [{}, { q: 'MS' }, { q: '매출 목표' }]) {
      await readPages(api, '/v1/claims', { sort, ...q, limit: '1' })
      await readPages(api, '/v1/claims', { sort, ...q, ...filters })
      // One value is compared differently from several or an unknown one; and filters on the
      // claim's own columns are searched differently when used alone.
      for (const [name, several] of Object.entries(filters))
        for (const value of [several, several.split(',')[0] ?? '', 'nobody'])
          for (const more of [{}, { about: 'microsoft' }, { assertedFrom: '2020' }])
            await readPages(api, '/v1/claims', { sort, ...q, ...more, [name]: value, limit: '1' })
    }
  for (const q of [{}, { q: 'MS' }])
    for (const [name, several] of [...Object.entries(filters), ['leftOpen', 'false']])
      for (const more of [{}, { kind: 'fact' }, { about: 'microsoft' }]) {
        const facets = 'status,speaker,subject,year,language,story,kind'
        const query = { ...q, ...more, [name ?? '']: several ?? '', facets }
        await api(`/v1/claims?${new URLSearchParams(query).toString()}`)
      }
  await api('/v1/claims?count=true')
  await api('/v1/claims?facets=status')
  // Instants are compared differently from days.
  const instant = '2025-12-03T10:30:00Z'
  for (const sort of ['newest', 'changed', 'most_countered', 'relevance'])
    for (const q of [{}, { q: 'MS' }])
      for (const dates of [
        { assertedFrom: instant },
        { assertedTo: instant },
        { assertedFrom: instant, assertedTo: instant },
        { assertedFrom: '2025', assertedTo: instant },
        { assertedFrom: instant, assertedTo: '2025' },
      ])
        for (const more of [{}, { about: 'microsoft' }, { kind: 'fact' }])
          await readPages(api, '/v1/claims', { sort, ...q, ...dates, ...more, limit: '1' })
  for (const q of ['점', '"code red"', '마이크로소프트는 목표', '없는말'])
    await readPages(api, '/v1/claims', { q })
  const searched = [
    'MS',
    '매출 목표',
    '점',
    '"code red"',
    'sales targets',
    '없는말',
    'microsfot tagets',
  ]
  for (const q of searched) {
    await api(`/v1/search?${new URLSearchParams({ q }).toString()}`)
    for (const type of ['claim', 'quote', 'report', 'source'])
      await api(`/v1/search?${new URLSearchParams({ q, type, each: '1' }).toString()}`)
    await readPages(api, '/v1/quotes', { q, limit: '1' })
  }
  await readPages(api, '/v1/reports', { limit: '1' })
  await readPages(api, '/v1/reports', { limit: '1', source: '뉴스레터-발행처-미상' })
  await readPages(api, '/v1/reports', { limit: '1', q: '매출 목표', source: 'microsoft' })
  await readPages(api, '/v1/sources', { limit: '1', q: 'Microsoft', kind: 'company' })
  for (const name of ['Microsoft', '마이크로소프트', 'microsfot', absent, 'a,b'])
    await readPages(api, '/v1/claims', { about: name, story: name })
  await readPages(api, '/v1/sources', { limit: '1' })
  await readPages(api, '/v1/sources', { limit: '1', kind: 'company,outlet' })
  await readPages(api, '/v1/stories', { limit: '1' })
  await readPages(api, '/v1/keys', { limit: '1' })
  await readPages(api, '/v1/events', { limit: '2', after: '3' })
  await readPages(api, '/v1/lookup', { limit: '1', url: 'https://example.com/note' })
  await readPages(api, '/v1/lookup', { url: 'https://nowhere.example/' })
  for (const text of ['MS가 매출 목표를 낮췄다', '!', 'sales targets for certain AI products'])
    await api('/v1/lookup', { body: { text } })
  await checkDrafts(api)
  // What is read together with one claim is read for a page by separate statements per language.
  for (const lang of ['en', 'ko'])
    for (const query of ['', '&status=answered', '&status=withdrawn,corrected,ruled_against'])
      await api(`/v1/claims?limit=200&lang=${lang}${query}`)
}

/** Drafts that repeat claims, cite reports, quote, and do neither. */
async function checkDrafts(api: Api): Promise<void> {
  const repeated = 'MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다'
  for (const lang of ['en', 'ko'])
    for (const [format, text] of [
      ['text', `${repeated}고 한다. "목표를 절반으로 낮춘 적이 없다"고 했다.`],
      ['markdown', `> ${repeated}\n\n[https://example.com/note](https://example.com/note)`],
      ['html', `<p>${repeated}</p>`],
      ['addresses', 'https://example.com/note\nhttps://nowhere.example/'],
      ['bibtex', '@misc{a, url={https://example.com/note}}'],
      ['text', '!'],
    ])
      await api(`/v1/check?lang=${lang}`, { body: { text, format } })
}

/** The first pages of a list. */
async function readPages(api: Api, path: string, query: Record<string, string>): Promise<void> {
  let cursor: object = {}
  for (let page = 0; page < 3; page++) {
    const search = new URLSearchParams({ ...query, ...cursor })
    const { json } = await api<{ next?: string | null }>(`${path}?${search.toString()}`)
    if (!json?.next) return
    cursor = { cursor: json.next }
  }
}

async function readObjects(api: Api): Promise<void> {
  const reported = '019ae1e5-0016-72bc-80b2-26737410feed'
  const link = '019ae1e5-005a-771d-b3ca-8c83aadde3fb'
  const report = '019ae1e5-0015-7886-a92a-07cf17fe9dda'
  for (const id of [reported, absent])
    for (const of of ['', '/counterpoints', '/graph', '/history', '/attribution']) {
      const path = `/v1/claims/${id}${of}`
      await readPages(api, path, { limit: '1' })
      await api(path)
      for (const asOf of ['124', '2025-01-01', new Date().toISOString(), '999999', '2999'])
        await api(`${path}?asOf=${asOf}`)
    }
  for (const id of [reported, absent])
    for (const between of [
      'from=124',
      'from=124&to=125',
      'from=125&to=124',
      'from=1',
      'from=2999-01',
    ])
      await api(`/v1/claims/${id}/diff?${between}`)
  await api(`/v1/claims/${reported}/counterpoints?depth=5&role=party_response&relation=rebuts`)
  await api(`/v1/claims/${reported}/graph?depth=5`)
  for (const lang of ['en', 'ko'])
    await api(`/v1/claims/${reported}?include=whatWouldChange&lang=${lang}`)
  for (const id of [link, absent]) await api(`/v1/links/${id}`)
  for (const id of [report, absent]) {
    await api(`/v1/reports/${id}`)
    await readPages(api, `/v1/reports/${id}/claims`, { limit: '1' })
  }
  for (const of of ['sources', 'stories'])
    for (const id of [absent, 'microsoft', 'ms-ai-sales-targets', 'nobody']) {
      await api(`/v1/${of}/${id}`)
      await api(`/v1/${of}/${id}?asOf=124`)
    }
  for (const id of [absent, 'ms-ai-sales-targets', 'nobody'])
    await readPages(api, `/v1/stories/${id}/diff`, { from: '124', limit: '1' })
}

async function failWrites(api: Api): Promise<void> {
  const claim = await aClaim(api, { about: ['microsoft'] })
  const other = await aClaim(api)
  const link = await aLink(api, 'rebuts', other.id, { claim: claim.id })
  const source = await aSource(api)
  const path = `/v1/claims/${claim.id}`
  const report = { source, kind: 'article', title: 'A title', lang: 'en' }
  const ended = { at: '2026', reason: 'It said so.' }

  await api('/v1/stories', withKey('retried', { title: 'One', slug: 'one' }))
  await api('/v1/stories', withKey('retried', { title: 'One', slug: 'one' }))
  await api('/v1/stories', withKey('retried', { title: 'Two' }))
  await api('/v1/stories', { body: { title: 'One again', slug: 'one', claims: [claim.id] } })
  await api('/v1/stories', { body: { title: 'Nothing', claims: [absent, 'nobody'] } })
  await api('/v1/sources', { body: { kind: 'outlet', name: 'Once more', id: source } })
  await api('/v1/reports', { body: { ...report, source: 'nobody' } })
  await api('/v1/links', { body: { relation: 'rebuts', from: claim.id, to: { claim: claim.id } } })
  await api('/v1/links', { body: { relation: 'undercuts', from: claim.id, to: { link } } })
  await api('/v1/links', { body: { relation: 'rebuts', from: absent, to: { claim: absent } } })
  await api(path, amendment({ about: ['nobody'] }, 1))
  await api(path, amendment({ text: 'Other.' }, 7))
  await api(path, amendment({ id: absent }, 1))
  await api(path, amendment({ kind: 'ruling' }, 1))
  await api(path, amendment({ about: [source], speaker: source }, 1))
  await api(`/v1/claims/${absent}`, amendment({ text: 'Other.' }, 1))
  await api(`/v1/links/${link}`, amendment({ aspect: 'scope' }, 1))
  await api(`/v1/sources/${source}`, amendment({ affiliations: [] }, 1))
  await api(`/v1/sources/${source}`, amendment({ kind: 'body', name: 'A court' }, 2))
  for (const version of [7, 2, 3, 3])
    await api(`${path}/withdraw`, at(version, { ...ended, citation: await aCitation(api) }))
  for (const version of [7, 2, 3]) await api(`/v1/links/${link}/end`, at(version, ended))
  for (const noun of ['claims', 'links', 'reports', 'sources', 'citations', 'stories'])
    await api(`/v1/${noun}/${absent}/void`, at(1, { reason: 'Entered twice.' }))
  await api(`/v1/sources/${source}/void`, at(3, { reason: 'Entered twice.' }))
  await api('/v1/keys', withKey('a-key', { name: 'Another desk', scope: 'edit' }))
  await api('/v1/keys', withKey('a-key', { name: 'Another desk', scope: 'edit' }))
  await api(`/v1/keys/${absent}/revoke`, { method: 'POST' })
  await api('/v1/claims', { headers: { authorization: 'Bearer nobody' } })
}

/** A merge that makes links equal, one of which another link points at, and its end. */
async function mergeSome(api: Api): Promise<void> {
  const [into, other] = [await aClaim(api), await aClaim(api)]
  const away = await aClaim(api, { speaker: into.speaker?.id, text: 'Said once more.' })
  await aLink(api, 'rebuts', other.id, { claim: into.id })
  const link = await aLink(api, 'rebuts', other.id, { claim: away.id })
  await aLink(api, 'undercuts', away.id, { link })
  const body = { into: into.id, reason: 'One and the same.' }
  const path = `/v1/claims/${away.id}/merge`
  const merged = await api<{ object: { id: string } }>(path, at(1, body))
  if (merged.status !== 201) throw new Error(merged.text)
  await api(`/v1/merges/${merged.json.object.id}/void`, at(1, { reason: 'They differ.' }))
}

/** For each noun, one object with its words, one without, and one that does not exist. */
async function redactSome(api: Api): Promise<void> {
  const [claim, other] = [await aClaim(api, { about: ['microsoft'] }), await aClaim(api)]
  const link = await aLink(api, 'rebuts', other.id, { claim: claim.id })
  const source = other.speaker?.id
  const body = { ground: 'withheld', statement: 'By order.' }
  for (const noun of ['claims', 'links', 'reports', 'sources', 'citations', 'stories'])
    await api(`/v1/${noun}/${absent}/redact`, at(1, body))
  for (const path of [`/v1/claims/${other.id}`, `/v1/links/${link}`, `/v1/sources/${source}`]) {
    for (const version of [7, 1, 2]) await api(`${path}/redact`, at(version, body))
    for (const asOf of ['', '?asOf=124', '/history', '/graph', '/counterpoints'])
      await api(path + asOf)
    await api(path, amendment({ note: 'Other.' }, 2))
    await api(`${path}/citations`, { body: { report: absent, quote: 'It is so.' } })
  }
  await api(`/v1/claims/${other.id}/void`, at(2, { reason: 'Entered twice.' }))
  for (const version of [3, 4]) await api(`/v1/claims/${other.id}/redact`, at(version, body))

  const tombstone = { type: 'tombstone', id: crypto.randomUUID(), redaction: body }
  const line = { type: 'source', ref: 'gone', kind: 'person', name: 'Somebody' }
  const { json } = await api<{ refs: Record<string, string> }>('/v1/import', bundle(line))
  await api(`/v1/sources/${json.refs['gone']}/redact`, at(1, body))
  await api('/v1/import', bundle(line))
  await api('/v1/import', bundle({ ...tombstone, of: 'source', kind: 'person' }))
  await api('/v1/import', bundle({ type: 'void', source: tombstone.id, reason: null }))
}

function bundle(line: object): Call {
  const lines = [{ type: 'bundle', namespace: 'redacted' }, line]
  const body = lines.map((each) => JSON.stringify(each)).join('\n')
  return { body, headers: { 'content-type': 'application/x-ndjson' } }
}

function withKey(key: string, body: object): Call {
  return { body, headers: { 'idempotency-key': key } }
}

function at(version: number, body: object): Call {
  return { body, headers: { 'if-match': `"${version}"` } }
}

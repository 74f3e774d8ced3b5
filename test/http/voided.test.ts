import { describe, expect } from 'vitest'
import { it, type Api, type Call } from '../support/api.ts'

interface Problem {
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

interface Attempt {
  /** Where the fault is; absent if the address names what was voided. */
  readonly pointer?: string
  readonly call: (ids: Ids) => readonly [string, Call]
}

const on = '2025-12-03'
const claim = { kind: 'fact', text: 'New.', lang: 'en', about: [] as unknown, assertedAt: on }
const report = { kind: 'article', title: 'New', lang: 'en' }
const quote = 'It says so.'
const reason = 'It was so.'
const ifMatch = {
  'if-match': Array.from({ length: 9 }, (_, index) => `"${index + 1}"`).join(),
}
const post = (path: string, body: object): readonly [string, Call] => [
  path,
  { body, headers: ifMatch },
]
const patch = (path: string, body: object): readonly [string, Call] => [
  path,
  { method: 'PATCH', body, headers: ifMatch },
]
const bundle = (...lines: readonly object[]): readonly [string, Call] => [
  '/v1/import',
  {
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  },
]

/**
 * Every way to write something about what was voided: the source `s`, the report `p`, the claim `x`,
 * the link `l`, the link `h` onto `x`, the story `st`; the claim `m` is merged into `x`. Alive are the
 * source `t`, the report `q`, the claims `a` and `b`, the link `k` and the story `u`.
 */
const attempts: Readonly<Record<string, Attempt>> = {
  'a claim by it': {
    pointer: '/speaker',
    call: ({ s }) => post('/v1/claims', { ...claim, speaker: s }),
  },
  'a claim about it': {
    pointer: '/about/1',
    call: ({ s, t }) => post('/v1/claims', { ...claim, speaker: t, about: [t, s] }),
  },
  'a report by it': {
    pointer: '/source',
    call: ({ s }) => post('/v1/reports', { ...report, source: s }),
  },
  'an affiliation with it': {
    pointer: '/affiliations/0/source',
    call: ({ s }) =>
      post('/v1/sources', {
        kind: 'person',
        name: 'Somebody',
        affiliations: [{ relation: 'speaks_for', source: s }],
      }),
  },
  'a claim that cites it': {
    pointer: '/citations/0/report',
    call: ({ t, p }) =>
      post('/v1/claims', { ...claim, speaker: t, citations: [{ report: p, quote }] }),
  },
  'a link from it': {
    pointer: '/from',
    call: ({ x, a }) => post('/v1/links', { relation: 'supports', from: x, to: { claim: a } }),
  },
  'a link onto it': {
    pointer: '/to/claim',
    call: ({ x, a }) => post('/v1/links', { relation: 'supports', from: a, to: { claim: x } }),
  },
  'a link onto what is merged into it': {
    pointer: '/to/claim',
    call: ({ m, a }) => post('/v1/links', { relation: 'supports', from: a, to: { claim: m } }),
  },
  'a link onto a link': {
    pointer: '/to/link',
    call: ({ l, b }) => post('/v1/links', { relation: 'undercuts', from: b, to: { link: l } }),
  },
  'a link onto a link that depends on it': {
    pointer: '/to/link',
    call: ({ h, b }) => post('/v1/links', { relation: 'undercuts', from: b, to: { link: h } }),
  },
  'a link that cites it': {
    pointer: '/citations/0/report',
    call: ({ a, b, p }) =>
      post('/v1/links', {
        relation: 'qualifies',
        from: a,
        to: { claim: b },
        citations: [{ report: p, quote }],
      }),
  },
  'a story with it': {
    pointer: '/claims/1',
    call: ({ x, a }) => post('/v1/stories', { title: 'Told', claims: [a, x] }),
  },
  'a citation of it': {
    pointer: '/report',
    call: ({ a, p }) => post(`/v1/claims/${a}/citations`, { report: p, quote }),
  },
  'a citation for it': {
    call: ({ x, q }) => post(`/v1/claims/${x}/citations`, { report: q, quote }),
  },
  'a citation for a link': {
    call: ({ l, q }) => post(`/v1/links/${l}/citations`, { report: q, quote }),
  },
  'a citation for a link that depends on it': {
    call: ({ h, q }) => post(`/v1/links/${h}/citations`, { report: q, quote }),
  },
  'a counterpoint to it': {
    call: ({ x, t, q }) =>
      post(`/v1/claims/${x}/counterpoints`, {
        relation: 'rebuts',
        claim: { ...claim, speaker: t },
        citation: { report: q, quote },
      }),
  },
  'a counterpoint by it': {
    pointer: '/claim/speaker',
    call: ({ b, s, q }) =>
      post(`/v1/claims/${b}/counterpoints`, {
        relation: 'rebuts',
        claim: { ...claim, speaker: s },
        citation: { report: q, quote },
      }),
  },
  'a counterpoint that cites it': {
    pointer: '/citation/report',
    call: ({ b, t, p }) =>
      post(`/v1/claims/${b}/counterpoints`, {
        relation: 'rebuts',
        claim: { ...claim, speaker: t },
        citation: { report: p, quote },
      }),
  },
  'a counterpoint in a report by it': {
    pointer: '/citation/report/source',
    call: ({ b, t, s }) =>
      post(`/v1/claims/${b}/counterpoints`, {
        relation: 'rebuts',
        claim: { ...claim, speaker: t },
        citation: { report: { ...report, source: s }, quote },
      }),
  },
  'its withdrawal': {
    pointer: '',
    call: ({ x, q }) =>
      post(`/v1/claims/${x}/withdraw`, { at: on, reason, citation: { report: q, quote } }),
  },
  'a withdrawal that cites it': {
    pointer: '/citation/report',
    call: ({ a, p }) =>
      post(`/v1/claims/${a}/withdraw`, { at: on, reason, citation: { report: p, quote } }),
  },
  'its end': { pointer: '', call: ({ l }) => post(`/v1/links/${l}/end`, { at: on, reason }) },
  'the end of what depends on it': {
    pointer: '',
    call: ({ h }) => post(`/v1/links/${h}/end`, { at: on, reason }),
  },
  'an end that cites it': {
    pointer: '/citation/report',
    call: ({ k, p }) =>
      post(`/v1/links/${k}/end`, { at: on, reason, citation: { report: p, quote } }),
  },
  'an amendment of a claim': {
    pointer: '',
    call: ({ x }) => patch(`/v1/claims/${x}`, { lang: 'ko' }),
  },
  'an amendment of a source': {
    pointer: '',
    call: ({ s }) => patch(`/v1/sources/${s}`, { name: 'Another' }),
  },
  'an amendment of a report': {
    pointer: '',
    call: ({ p }) => patch(`/v1/reports/${p}`, { title: 'Another' }),
  },
  'an amendment of a link': {
    pointer: '',
    call: ({ l }) => patch(`/v1/links/${l}`, { note: 'Another' }),
  },
  'an amendment of a link that depends on it': {
    pointer: '',
    call: ({ h }) => patch(`/v1/links/${h}`, { note: 'Another' }),
  },
  'an amendment of a story': {
    pointer: '',
    call: ({ st }) => patch(`/v1/stories/${st}`, { title: 'Another' }),
  },
  'an amendment to its speaker': {
    pointer: '/speaker',
    call: ({ a, s }) => patch(`/v1/claims/${a}`, { speaker: s }),
  },
  'an amendment to its subject': {
    pointer: '/about/0',
    call: ({ a, s }) => patch(`/v1/claims/${a}`, { about: [s] }),
  },
  'an amendment to its publisher': {
    pointer: '/source',
    call: ({ q, s }) => patch(`/v1/reports/${q}`, { source: s }),
  },
  'an amendment to its story': {
    pointer: '/claims/2',
    call: ({ u, a, b, x }) => patch(`/v1/stories/${u}`, { claims: [a, b, x] }),
  },
  'a merge of it': {
    pointer: '',
    call: ({ x, a }) => post(`/v1/claims/${x}/merge`, { into: a, reason }),
  },
  'a merge into it': {
    pointer: '/into',
    call: ({ x, a }) => post(`/v1/claims/${a}/merge`, { into: x, reason }),
  },
  'a merge into what is merged into it': {
    pointer: '/into',
    call: ({ m, a }) => post(`/v1/claims/${a}/merge`, { into: m, reason }),
  },
  'a merge of a source into it': {
    pointer: '/into',
    call: ({ s, t }) => post(`/v1/sources/${t}/merge`, { into: s, reason }),
  },
  'a merge of a report into it': {
    pointer: '/into',
    call: ({ p, q }) => post(`/v1/reports/${q}/merge`, { into: p, reason }),
  },
  'a line that names it': {
    pointer: '/from',
    call: ({ x, a }) => bundle({ type: 'link', relation: 'supports', from: x, to: { claim: a } }),
  },
  'a line that withdraws it': {
    pointer: '',
    call: ({ x, q }) =>
      bundle({ type: 'withdrawal', claim: x, at: on, reason, citation: { report: q, quote } }),
  },
  'a line that ends it': {
    pointer: '',
    call: ({ l }) => bundle({ type: 'end', link: l, at: on, reason }),
  },
  'a line that merges into it': {
    pointer: '/into',
    call: ({ x, a }) => bundle({ type: 'merge', noun: 'claim', from: a, into: x, reason }),
  },
  'a line that voids it, and one that withdraws it': {
    pointer: '',
    call: ({ b, q }) =>
      bundle(
        { type: 'void', claim: b, reason },
        { type: 'withdrawal', claim: b, at: on, reason, citation: { report: q, quote } },
      ),
  },
  'a line that amends it': {
    pointer: '',
    call: ({ namespace }) =>
      bundle(
        { type: 'bundle', namespace, onChange: 'amend', duplicates: 'new' },
        { type: 'claim', ref: 'x', ...claim, speaker: 't', text: 'X says otherwise.' },
      ),
  },
  'a line that amends something to name it': {
    pointer: '/speaker',
    call: ({ namespace }) =>
      bundle(
        { type: 'bundle', namespace, onChange: 'amend', duplicates: 'new' },
        { type: 'claim', ref: 'a', ...claim, speaker: 's', text: 'A says so.' },
      ),
  },
}

describe.each(['admin', 'edit'] as const)('what was voided, with a key of scope %s', (scope) => {
  it.for(Object.entries(attempts))(
    '409: is out of the question: %s',
    async ([, attempt], { api }) => {
      const { key, ids } = await ground(api, scope)
      const [path, call] = attempt.call(ids)
      const before = (await api('/v1/export')).text

      const { status, json } = await api<Problem>(path, withKey(call, key))

      expect([status, json.detail]).toEqual([409, expect.any(String)])
      const words = JSON.stringify(json)
      expect(words).toMatch(/void/)
      const isNamed = /[0-9a-f]{8}-[0-9a-f-]{27}/.test(words)
      expect(isNamed || path === '/v1/import').toBe(true)
      const pointers = attempt.pointer === undefined ? undefined : [attempt.pointer]
      expect(json.errors?.map(({ pointer }) => pointer)).toEqual(pointers)
      expect((await api('/v1/export')).text).toBe(before)
    },
  )

  it('stays where it stood before, and is taken back as before', async ({ api }) => {
    const { key, ids } = await ground(api, scope)
    const send = ([path, call]: readonly [string, Call]) => api<Problem>(path, withKey(call, key))

    // A story that lists it is amended in other ways.
    const titled = await send(patch(`/v1/stories/${ids.w}`, { title: 'Another title' }))
    expect([titled.status, titled.json.detail]).toEqual([200, undefined])
    const again = await send(post(`/v1/claims/${ids.x}/void`, { reason }))
    expect(again.json.errors).toMatchObject([{ code: 'already-so' }])
    expect((await api(`/v1/claims/${ids.x}`, { isPublic: true })).status).toBe(200)
  })
})

const names = ['s', 't', 'p', 'q', 'x', 'm', 'a', 'b', 'l', 'h', 'k', 'st', 'u', 'w'] as const
type Ids = Readonly<Record<(typeof names)[number] | 'namespace', string>>

const grounds = new Map<string, Promise<{ key: string; ids: Ids }>>()

function said(ref: string, text: string) {
  return { type: 'claim', ref, ...claim, speaker: 't', text }
}

/** Entered once for all attempts, none of which changes anything. */
async function ground(api: Api, scope: 'admin' | 'edit') {
  const made = grounds.get(scope) ?? enter(api, scope)
  grounds.set(scope, made)
  return made
}

async function enter(api: Api, scope: 'admin' | 'edit') {
  const { json: made } = await api<{ secret: string }>('/v1/keys', {
    body: { name: `a ${scope} ${crypto.randomUUID()}`, scope },
  })
  const { secret: key } = made
  const namespace = `voided-${scope}`
  const begin = { type: 'bundle', namespace, duplicates: 'new' }
  const answer = await api<{ refs: Ids }>(
    ...withKeyed(
      key,
      bundle(
        begin,
        { type: 'source', ref: 's', kind: 'company', name: `Voided ${scope}` },
        { type: 'source', ref: 't', kind: 'company', name: `Standing ${scope}` },
        { type: 'report', ref: 'p', ...report, source: 't' },
        { type: 'report', ref: 'q', ...report, source: 't' },
        said('x', 'X says so.'),
        said('m', 'X says so.'),
        said('a', 'A says so.'),
        said('b', 'B says so.'),
        { type: 'link', ref: 'l', relation: 'rebuts', from: 'a', to: { claim: 'b' } },
        { type: 'link', ref: 'k', relation: 'supports', from: 'a', to: { claim: 'b' } },
        { type: 'link', ref: 'h', relation: 'rebuts', from: 'a', to: { claim: 'x' } },
        { type: 'story', ref: 'st', title: `Voided ${scope}`, claims: ['a'] },
        { type: 'story', ref: 'u', title: `Standing ${scope}`, claims: ['a', 'b'] },
        { type: 'story', ref: 'w', title: `With it ${scope}`, claims: ['a', 'x'] },
        { type: 'merge', noun: 'claim', from: 'm', into: 'x', reason },
      ),
    ),
  )
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  const voids = ['source:s', 'report:p', 'claim:x', 'link:l', 'story:st'].map((each) => {
    const [noun = '', ref] = each.split(':')
    return { type: 'void', [noun]: ref, reason }
  })
  const voided = await api(...withKeyed(key, bundle(begin, ...voids)))
  expect([voided.status, voided.text]).toEqual([200, expect.any(String)])
  return { key, ids: { ...answer.json.refs, namespace } }
}

function withKey(call: Call, key: string): Call {
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${key}` } }
}

function withKeyed(key: string, [path, call]: readonly [string, Call]): [string, Call] {
  return [path, withKey(call, key)]
}

import { describe, expect } from 'vitest'
import { it, type Api, type Call } from '../support/api.ts'
import { aCitation, aClaim, aLink, aSource } from '../support/record.ts'

interface Problem {
  readonly detail: string
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
}

const reason = 'It was so.'
const versions = Array.from({ length: 9 }, (_, index) => `"${index + 1}"`).join()
const headers = { 'if-match': versions }
const dayMs = 24 * 60 * 60 * 1000
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
const ndjson = (lines: readonly object[]): Call => ({
  body: lines.map((line) => JSON.stringify(line)).join('\n'),
  headers: { 'content-type': 'application/x-ndjson' },
})

/** When it was said, when it was taken back, and whether that may be. */
const orders = [
  ['2025-03-03', '2025-03-02', false],
  ['2025-03-03', '2024', false],
  ['2025-03-03T10:00:00Z', '2025-03-03T09:59:59Z', false],
  ['2025-03-03', '2025-03-02T09:59:59Z', false],
  ['2025/..', '2024-12', false],
  ['2025-03-03', '2025-03-03', true],
  ['2025-03-03', '2025', true],
  ['2025-03-03T10:00:00+09:00', '2025-03-03', true],
  ['2025-03-03', '2025-03-02T10:00:00Z', true],
  ['2014/2015', '2014-01-01', true],
  [null, '1999', true],
] as const

describe('what is taken back before it was said', () => {
  it.for(orders)('said %s, taken back %s: may be: %s', async ([assertedAt, at, mayBe], { api }) => {
    const expected = (code: string, pointer = '/at') =>
      mayBe ? [200, undefined] : [422, [[pointer, code]]]
    for (const how of ['single', 'line'] as const) {
      const { id } = await aClaim(api, { assertedAt })
      const citation = await aCitation(api)
      const told = { at, reason, citation }
      expect(
        await (how === 'single'
          ? answered(api, `/v1/claims/${id}/withdraw`, { body: told, headers })
          : answered(api, '/v1/import', ndjson([{ type: 'withdrawal', claim: id, ...told }]))),
      ).toEqual(expected('withdrawn-before-said'))

      const claim = await aClaim(api, { assertedAt })
      const link = await aLink(api, 'supports', claim.id, { claim: (await aClaim(api)).id })
      expect(
        await (how === 'single'
          ? answered(api, `/v1/links/${link}/end`, { body: { at, reason }, headers })
          : answered(api, '/v1/import', ndjson([{ type: 'end', link, at, reason }]))),
      ).toEqual(expected('ended-before-said'))
    }
  })

  it.for(orders)('nor by an amendment: said %s, taken back %s', async (order, { api }) => {
    const [assertedAt, at, mayBe] = order
    const { claim, link } = await takenBack(api, at)
    for (const [id, code] of [
      [claim, 'withdrawn-before-said'],
      [link.from, 'ended-before-said'],
    ] as const) {
      const call = { method: 'PATCH', body: { assertedAt }, headers }
      expect(await answered(api, `/v1/claims/${id}`, call)).toEqual(
        mayBe ? [200, undefined] : [422, [['/assertedAt', code]]],
      )
    }
  })

  it('nor by a later release of a bundle', async ({ api }) => {
    expect(await answered(api, '/v1/import', ndjson(release('2025-03')))).toEqual([200, undefined])

    expect(await answered(api, '/v1/import', ndjson(release('2025-07')))).toEqual([
      422,
      [['/assertedAt', 'withdrawn-before-said']],
    ])
    expect(await answered(api, '/v1/import', ndjson(release('2025-06-30')))).toEqual([
      200,
      undefined,
    ])
  })

  it('200: a link is as old as the claim it was entered with, whatever is merged', async ({
    api,
  }) => {
    const [early, late] = ['2025-01', '2025-05']
    const said = (text: string, assertedAt: string, given: object = {}) =>
      aClaim(api, { text, assertedAt, ...given })
    const a = await said('The first.', late)
    const b = await said('The second.', early, { speaker: a.speaker?.id })
    const to = { claim: (await aClaim(api)).id }
    const links = [await aLink(api, 'supports', a.id, to), await aLink(api, 'supports', b.id, to)]
    const end = { body: { at: '2025-03', reason }, headers }
    const both = async () =>
      Promise.all(links.map((link) => answered(api, `/v1/links/${link}/end`, end)))

    const call = { body: { into: b.id, reason }, headers }
    const merged = await api<{ object: { id: string } }>(`/v1/claims/${a.id}/merge`, call)
    const named = await aLink(api, 'qualifies', a.id, to)
    expect(await answered(api, `/v1/links/${named}/end`, end)).toEqual([
      422,
      [['/at', 'ended-before-said']],
    ])
    await api(`/v1/merges/${merged.json.object.id}/void`, { body: { reason }, headers })
    expect(await both()).toEqual([
      [422, [['/at', 'ended-before-said']]],
      [200, undefined],
    ])
    expect(
      await answered(api, `/v1/claims/${b.id}/merge`, { ...call, body: { into: a.id, reason } }),
    ).toEqual([201, undefined])
  })

  it('is what a bundle comes to, whatever it says on the way', async ({ api }) => {
    const lines = [
      { type: 'source', ref: 's', kind: 'outlet', name: 'The Ways' },
      { type: 'report', ref: 'p', source: 's', kind: 'article', title: 'T', lang: 'en' },
      aLine({ ref: 'c', speaker: 's', assertedAt: '2025-07' }),
      withdrawal('c', '2025-06', 'p'),
      { type: 'void', withdrawal: 'c', reason },
    ]

    expect(await answered(api, '/v1/import', ndjson(lines.slice(0, -1)))).toEqual([
      422,
      [['/at', 'withdrawn-before-said']],
    ])
    expect(await answered(api, '/v1/import', ndjson(lines))).toEqual([200, undefined])
  })
})

describe('null in a later release', () => {
  it('says that nobody knows, as in a PATCH', async ({ api }) => {
    const first = { ref: 'c', speaker: 's', assertedAt: '2025', text: 'It is known.' }
    const lines = (given: object) => [
      { type: 'bundle', namespace: 'unknown-since', onChange: 'amend', duplicates: 'new' },
      { type: 'source', ref: 's', kind: 'outlet', name: 'The Knowing' },
      aLine({ ...first, ...given }),
    ]
    const { json } = await api<{ refs: { c: string } }>('/v1/import', ndjson(lines({})))

    const nobody = { speaker: null, assertedAt: null }
    expect(await answered(api, '/v1/import', ndjson(lines(nobody)))).toEqual([200, undefined])

    const { json: shown } = await api(`/v1/claims/${json.refs.c}`)
    expect(shown).toMatchObject({ ...nobody, version: 2 })
  })
})

describe('422: nobody who is not named', () => {
  it('takes a claim back', async ({ api }) => {
    const { id } = await aClaim(api, { speaker: null })
    const told = { at: '2025-12-10', reason, citation: await aCitation(api) }
    const line = { type: 'withdrawal', claim: id, ...told }

    const refused = [422, [['/claim', 'withdrawn-unnamed']]]
    expect(await answered(api, '/v1/import', ndjson([line]))).toEqual(refused)
    expect(await answered(api, `/v1/claims/${id}/withdraw`, { body: told, headers })).toEqual([
      422,
      [['', 'withdrawn-unnamed']],
    ])
  })

  it('concedes', async ({ api }) => {
    const { id: from } = await aClaim(api, { speaker: null, citations: [await aCitation(api)] })
    const to = { claim: (await aClaim(api)).id }
    const body = { relation: 'concedes', from, to, citations: [await aCitation(api)] }

    const refused = [422, [['', 'concedes-by-name']]]
    expect(await answered(api, '/v1/links', { body })).toEqual(refused)
    const line = { type: 'link', ...body }
    expect(await answered(api, '/v1/import', ndjson([line]))).toEqual(refused)
  })

  it('has taken a claim back or conceded, by an amendment', async ({ api }) => {
    const { claim, concession } = await takenBack(api, '2025-12-10')
    const call = { method: 'PATCH', body: { speaker: null }, headers }

    expect(await answered(api, `/v1/claims/${claim}`, call)).toEqual([
      422,
      [['/speaker', 'withdrawn-unnamed']],
    ])
    expect(await answered(api, `/v1/claims/${concession.from}`, call)).toEqual([
      422,
      [['', 'concedes-by-name']],
    ])
    const undone = { body: { reason }, headers }
    await api(`/v1/claims/${claim}/withdrawal/void`, undone)
    await api(`/v1/links/${concession.id}/void`, undone)
    expect(await answered(api, `/v1/claims/${claim}`, call)).toEqual([200, undefined])
    expect(await answered(api, `/v1/claims/${concession.from}`, call)).toEqual([200, undefined])
  })
})

describe('422: what is still to come did not happen', () => {
  const later = day(3)

  it('in any field of a single write', async ({ api }) => {
    const source = await aSource(api)
    const { id } = await aClaim(api)
    const { link } = await takenBack(api, '2025-12-10')
    const citation = await aCitation(api)
    const report = { source, kind: 'article', title: 'T', lang: 'en' }
    const said = { kind: 'fact', text: 'New.', lang: 'en', about: [], speaker: source }
    const at = { at: later, reason, citation }
    for (const [path, body, pointer] of [
      ['/v1/claims', { ...said, assertedAt: later }, '/assertedAt'],
      ['/v1/claims', { ...said, assertedAt: `${later}/..` }, '/assertedAt'],
      ['/v1/claims', { ...said, assertedAt: `${later}T00:00:00Z` }, '/assertedAt'],
      ['/v1/reports', { ...report, publishedAt: later }, '/publishedAt'],
      ['/v1/reports', { ...report, accessedAt: later }, '/accessedAt'],
      [`/v1/claims/${id}/withdraw`, at, '/at'],
      [`/v1/links/${link.open}/end`, at, '/at'],
      [
        `/v1/claims/${id}/counterpoints`,
        { relation: 'rebuts', claim: { ...said, assertedAt: later }, citation },
        '/claim/assertedAt',
      ],
      [
        `/v1/claims/${id}/counterpoints`,
        {
          relation: 'rebuts',
          claim: { ...said, assertedAt: '2025' },
          citation: { report: { ...report, publishedAt: later }, quote: 'It says so.' },
        },
        '/citation/report/publishedAt',
      ],
    ] as const)
      expect([path, ...(await answered(api, path, { body, headers }))]).toEqual([
        path,
        422,
        [[pointer, 'in-the-future']],
      ])
  })

  it('in any line, and in any amendment', async ({ api }) => {
    const { id } = await aClaim(api)
    const citation = await aCitation(api)
    const { link } = await takenBack(api, '2025-12-10')
    const at = { at: later, reason, citation }
    const source = await aSource(api)
    for (const [line, pointer] of [
      [aLine({ speaker: source, assertedAt: later }), '/assertedAt'],
      [
        { type: 'report', source, kind: 'note', title: 'T', lang: 'en', publishedAt: later },
        '/publishedAt',
      ],
      [{ type: 'withdrawal', claim: id, ...at }, '/at'],
      [{ type: 'end', link: link.open, ...at }, '/at'],
    ] as const)
      expect(await answered(api, '/v1/import', ndjson([line]))).toEqual([
        422,
        [[pointer, 'in-the-future']],
      ])
    for (const [path, body] of [
      [`/v1/claims/${id}`, { assertedAt: later }],
      [`/v1/reports/${citation.report}`, { publishedAt: later }],
      [`/v1/reports/${citation.report}`, { accessedAt: later }],
    ] as const)
      expect(await answered(api, path, { method: 'PATCH', body, headers })).toEqual([
        422,
        [[`/${Object.keys(body)[0]}`, 'in-the-future']],
      ])
  })

  it('200: today is today somewhere, and an appointment may lie ahead', async ({ api }) => {
    const source = await aSource(api)
    for (const assertedAt of [day(0), day(14 / 24), new Date().toISOString()])
      await aClaim(api, { assertedAt })
    const body = { affiliations: [{ relation: 'part_of', source, from: day(9), to: '2199' }] }

    const { status } = await api(`/v1/sources/${await aSource(api)}`, {
      method: 'PATCH',
      body,
      headers,
    })
    expect(status).toBe(200)
  })
})

/** One release of a bundle, with a claim that was withdrawn. */
function release(assertedAt: string): object[] {
  return [
    { type: 'bundle', namespace: 'releases', onChange: 'amend', duplicates: 'new' },
    { type: 'source', ref: 's', kind: 'outlet', name: 'The Releases' },
    { type: 'report', ref: 'p', source: 's', kind: 'article', title: 'T', lang: 'en' },
    aLine({ ref: 'c', speaker: 's', assertedAt }),
    withdrawal('c', '2025-06', 'p'),
  ]
}

/** What it answers, and where what is wrong. */
async function answered(api: Api, path: string, call: Call) {
  const { status, json } = await api<Problem>(path, call)
  return [status, json.errors?.map(({ pointer, code }) => [pointer, code])]
}

function aLine(given: object) {
  const said = { kind: 'fact', about: [], text: `It is ${crypto.randomUUID()}.`, lang: 'en' }
  return { type: 'claim', ...said, ...given }
}

function withdrawal(claim: string, at: string, report: string) {
  return { type: 'withdrawal', claim, at, reason, citation: { report, quote: 'Not so.' } }
}

/** A claim that was withdrawn, a link that ended and one that did not, and a concession. */
async function takenBack(api: Api, at: string) {
  const { id: claim } = await aClaim(api, { assertedAt: null })
  const { id: from } = await aClaim(api, { assertedAt: null })
  const to = { claim: (await aClaim(api)).id }
  const citations = [await aCitation(api)]
  const { id: conceding } = await aClaim(api, { citations })
  const link = {
    from,
    id: await aLink(api, 'supports', from, to),
    open: await aLink(api, 'qualifies', from, to),
  }
  const concession = { from: conceding, id: await aLink(api, 'concedes', conceding, to) }
  const citation = await aCitation(api)
  await api(`/v1/claims/${claim}/withdraw`, { body: { at, reason, citation }, headers })
  await api(`/v1/links/${link.id}/end`, { body: { at, reason }, headers })
  return { claim, link, concession }
}

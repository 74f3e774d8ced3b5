import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import type { LinkView } from '../../src/views/objects.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import { aCitation, aClaim, aLink, type Wrote } from '../support/record.ts'

interface Problem {
  readonly errors: readonly { readonly pointer: string; readonly code: string; message: string }[]
}

const points = [
  { id: 'a', text: 'The plant closed' },
  { id: 'b', text: 'in May' },
]

describe('the points of a claim', () => {
  it('201: are stored in order, with the ids sent, or with others', async ({ api }) => {
    const sent = [{ text: 'Some units' }, { id: 'p1', text: 'lowered' }, { text: '매출 목표' }]

    const claim = await aClaim(api, { points: sent })

    expect(claim.points).toEqual([
      { id: 'p2', text: 'Some units', texts: [], endedAt: null },
      { id: 'p1', text: 'lowered', texts: [], endedAt: null },
      { id: 'p3', text: '매출 목표', texts: [], endedAt: null },
    ])
    expect((await read<ClaimView>(api, `/v1/claims/${claim.id}`)).points).toEqual(claim.points)
  })

  it('200: keep their ids, and one that is left out stays with its end', async ({ api }) => {
    const claim = await aClaim(api, { points })
    const path = `/v1/claims/${claim.id}`
    const sent = [{ text: 'for good' }, { text: 'The plant closed' }]

    const { json } = await api<Wrote<ClaimView>>(path, amendment({ points: sent }, 1))

    const { at } = json.event
    expect(json.object.points).toEqual([
      { id: 'p1', text: 'for good', texts: [], endedAt: null },
      { id: 'a', text: 'The plant closed', texts: [], endedAt: null },
      { id: 'b', text: 'in May', texts: [], endedAt: at },
    ])
    const again = await api<Wrote<ClaimView>>(path, amendment({ points: sent }, 2))
    expect(again.json.object).toMatchObject({ version: 2, points: json.object.points })
    const back = amendment({ points: [...sent, { id: 'b', text: 'in May' }] }, 2)
    expect((await api<Wrote<ClaimView>>(path, back)).json.object.points[2]?.endedAt).toBeNull()
    const removed = await api<Wrote<ClaimView>>(path, amendment({ points: null }, 3))
    expect(removed.json.object.points.map(({ endedAt }) => endedAt !== null)).toEqual([
      true,
      true,
      true,
    ])
  })

  it('are what they were, as of then', async ({ api }) => {
    const claim = await aClaim(api, { points })
    const path = `/v1/claims/${claim.id}`
    const { json } = await api<Wrote<ClaimView>>(path, amendment({ points: [] }, 1))

    const then = await read<ClaimView>(api, `${path}?asOf=${json.event.seq - 1}`)

    expect(then.points).toEqual(claim.points)
  })

  const refused = [
    [
      'nine',
      Array.from({ length: 9 }, (_, at) => ({ text: `Point ${at}` })),
      '/points',
      'too-long',
    ],
    ['two of one id', [points[0], { id: 'a', text: 'other' }], '/points/1/id', 'repeated'],
    ['two of one text', [points[0], { text: 'The plant closed' }], '/points/1/text', 'repeated'],
    ['an id of words', [{ id: 'closed', text: 'x' }], '/points/0/id', 'invalid'],
    ['a blank one', [{ text: ' ' }], '/points/0/text', 'blank'],
    ['a long one', [{ text: 'x'.repeat(201) }], '/points/0/text', 'too-long'],
    ['one of two lines', [{ text: 'x\ny' }], '/points/0/text', 'line-break'],
  ] as const

  it.for(refused)('422: are refused with %s', async ([, sent, pointer, code], { api, db }) => {
    const claim = await aClaim(api)
    const before = await rowCounts(db)

    const path = `/v1/claims/${claim.id}`
    const { status, json } = await api<Problem>(path, amendment({ points: sent }, 1))

    expect([status, json.errors.map((each) => [each.pointer, each.code])]).toEqual([
      422,
      [[pointer, code]],
    ])
    expect(await rowCounts(db)).toEqual(before)
  })
})

describe('what an answer says and meets', () => {
  it('201: a rebuttal denies, and meets points told by id, by text, or as an object', async ({
    api,
  }) => {
    const [from, to] = [await aClaim(api), await aClaim(api, { points })]
    const body = { relation: 'rebuts', from: from.id, to: { claim: to.id } }

    const { json } = await api<Wrote<LinkView>>('/v1/links', {
      body: { ...body, meets: ['a', 'in May', { id: 'a' }, { text: 'in May' }] },
    })

    expect(json.object).toMatchObject({ response: 'denies', meets: ['a', 'b'] })
    const path = `/v1/links/${json.object.id}`
    const less = await api<Wrote<LinkView>>(path, amendment({ meets: [{ text: 'in May' }] }, 1))
    expect(less.json.object).toMatchObject({ meets: ['b'], version: 2 })
    const same = await api<Wrote<LinkView>>(path, amendment({ response: 'denies' }, 2))
    expect(same.json.object.version).toBe(2)
  })

  it('201: a counterpoint says it too', async ({ api }) => {
    const to = await aClaim(api, { points })
    const { report, quote } = await aCitation(api)
    const claim = { kind: 'fact', speaker: null, about: [], text: 'We do not comment', lang: 'en' }

    const { json } = await api<Wrote<CounterpointView>>(`/v1/claims/${to.id}/counterpoints`, {
      body: {
        relation: 'qualifies',
        response: 'confirms',
        meets: ['in May'],
        claim: { ...claim, assertedAt: '2025-12-04', points: [{ text: 'We are silent' }] },
        citation: { report, quote },
      },
    })

    expect(json.object).toMatchObject({
      link: { response: 'confirms', meets: ['b'] },
      claim: { points: [{ id: 'p1', text: 'We are silent' }] },
    })
  })

  it('201: an undercut of a link meets points of the claim that the link starts at', async ({
    api,
  }) => {
    const [denial, story] = [await aClaim(api, { points }), await aClaim(api)]
    const link = await aLink(api, 'rebuts', denial.id, { claim: story.id })
    const body = { relation: 'undercuts', from: (await aClaim(api)).id, to: { link } }

    const { json } = await api<Wrote<LinkView>>('/v1/links', { body: { ...body, meets: ['a'] } })

    expect(json.object.meets).toEqual(['a'])
    const other = { ...body, from: (await aClaim(api)).id, meets: ['c'] }
    expect(await faultsOf(api, other)).toEqual([['/meets/0', 'meets-known-points']])
  })

  it('is null of what only adds context, and of what answers nothing', async ({ api }) => {
    const [from, to] = [await aClaim(api), await aClaim(api)]
    for (const relation of ['qualifies', 'supports']) {
      const id = await aLink(api, relation, from.id, { claim: to.id })

      expect(await read(api, `/v1/links/${id}`)).toMatchObject({ response: null, meets: [] })
    }
  })

  const unfit = [
    ['rebuts', { response: 'confirms' }, '/response', 'response-fits-relation'],
    ['undercuts', { response: 'neither' }, '/response', 'response-fits-relation'],
    ['rebuts', { response: 'declines' }, '/response', 'response-fits-relation'],
    ['qualifies', { response: 'denies' }, '/response', 'response-fits-relation'],
    ['supports', { response: 'denies' }, '/response', 'response-fits-relation'],
    ['qualifies', { response: 'neither', meets: ['a'] }, '/meets', 'meets'],
    ['qualifies', { response: 'declines', meets: ['a'] }, '/meets', 'meets'],
    ['supports', { meets: ['a'] }, '/meets', 'meets'],
    ['qualifies', { meets: ['a'] }, '/meets', 'meets'],
    ['qualifies', { response: 'confirms', arguendo: true }, '/arguendo', 'arguendo'],
    ['rebuts', { meets: ['a', 'x'] }, '/meets/1', 'meets-known-points'],
    ['rebuts', { meets: ['No such point'] }, '/meets/0', 'meets-known-points'],
    ['rebuts', { meets: ['c'] }, '/meets/0', 'meets-points-in-force'],
  ] as const

  it.for(unfit)('422: %s with %o', async ([relation, given, pointer, code], { api, db }) => {
    const from = await aClaim(api)
    const ended = { id: 'c', text: 'for good', endedAt: '2025-12-04' }
    const to = await aClaim(api, { points: [...points, ended] })
    const before = await rowCounts(db)

    const body = { relation, from: from.id, to: { claim: to.id }, ...given }

    expect(await faultsOf(api, body)).toEqual([[pointer, code]])
    expect(await rowCounts(db)).toEqual(before)
  })
})

async function faultsOf(api: Api, body: object): Promise<unknown> {
  const { status, json, text } = await api<Problem>('/v1/links', { body })
  expect([status, text]).toEqual([422, expect.any(String)])
  return json.errors.map((each) => [each.pointer, each.code])
}

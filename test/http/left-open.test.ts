import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { ClaimView } from '../../src/views/claim.ts'
import type { openClaimView } from '../../src/views/left-open.ts'
import type { LinkView } from '../../src/views/objects.ts'
import { it, read, type Api } from '../support/api.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'

const points = [
  { id: 'a', text: 'The plant closed' },
  { id: 'b', text: 'in May' },
]
const reason = 'For the test.'

/** A report by a paper about a firm, and what the firm answers. */
const story = [
  sourceLine('paper', { kind: 'outlet' }),
  sourceLine('firm'),
  sourceLine('rival'),
  sourceLine('voice', { kind: 'person' }),
  reportLine('page', 'paper'),
  claimLine('R', 'paper', { about: ['firm'], points, citations: [cited('R')] }),
  claimLine('plain', 'paper', { about: ['firm'], citations: [cited('plain')] }),
  claimLine('D', 'firm', { about: ['firm'], citations: [cited('D')] }),
  claimLine('again', 'firm', { about: ['firm'] }),
  claimLine('other', 'rival'),
  claimLine('spoken', 'voice'),
  linkLine('d', 'rebuts', 'D', 'R', { meets: ['b'] }),
]

function cited(quote: string) {
  return { report: 'page', quote: `Quote ${quote}` }
}

type Item = z.output<typeof openClaimView>

async function openOf(api: Api, claim: string | undefined) {
  return (await read<ClaimView>(api, `/v1/claims/${claim}`)).leftOpen
}

async function fitOf(api: Api, link: string | undefined) {
  return (await read<LinkView>(api, `/v1/links/${link}`)).fit
}

const whole = { whole: true, points: ['a', 'b'] }
const closed = { whole: false, points: [] }
const closedInMay = { whole: false, points: ['a'] }

describe('what an answer leaves open', () => {
  it('is shown with claim, link and counterpoint', async ({ api, db }) => {
    const { refs } = await importLines(db, story)

    expect(await openOf(api, refs['R'])).toEqual(closedInMay)
    expect(await openOf(api, refs['plain'])).toEqual({ whole: true, points: [] })
    expect(await fitOf(api, refs['d'])).toBe('partly')
    const { items } = await read<{ items: { link: LinkView }[] }>(
      api,
      `/v1/claims/${refs['R']}/counterpoints`,
    )
    expect(items).toMatchObject([{ link: { id: refs['d'], fit: 'partly', meets: ['b'] } }])
  })

  const lives = [
    ['ended', ({ d }) => ({ type: 'end', link: d, at: '2026-01-01', reason })],
    ['voided', ({ d }) => ({ type: 'void', link: d, reason })],
    ['withdrawn', ({ D }) => withdrawn(D)],
    ['replaced', ({ D, again }) => linkLine('s', 'supersedes', again ?? '', D ?? '')],
  ] as const satisfies readonly (readonly [string, (refs: Ids) => object])[]

  it.for(lives)('is the whole again once the answer is %s', async ([, line], { api, db }) => {
    const { refs } = await importLines(db, story)

    await importLines(db, [line(refs)])

    expect(await openOf(api, refs['R'])).toEqual(whole)
    await expectRightRecord(db)
  })

  const admissions = [
    ['concedes it', 'firm', 'concedes', closed],
    ['says the same', 'firm', 'restates', closed],
    ['is no party and says the same', 'rival', 'restates', closedInMay],
  ] as const

  it.for(admissions)('follows whether somebody %s', async ([, by, relation, open], { api, db }) => {
    const { refs } = await importLines(db, story)
    const { R = '' } = refs
    const { refs: more } = await importLines(db, [
      claimLine('S', refs[by] ?? ''),
      linkLine('c', relation, 'S', R, relation === 'concedes' ? { uncited: true } : {}),
    ])

    expect(await openOf(api, R)).toEqual(open)
    const { items } = await read<{ items: Item[] }>(api, `/v1/reports/${refs['page']}/left-open`)
    expect(items.some(({ id }) => id === R)).toBe(open.points.length > 0)
    await importLines(db, [withdrawn(more['S'])])
    expect((await openOf(api, R))?.points).toContain('a')
    await expectRightRecord(db)
  })

  it('follows who is a party, new wording, merges and other answers', async ({ api, db }) => {
    const { refs } = await importLines(db, story)
    const { R = '', spoken = '', voice = '', firm = '', paper = '' } = refs
    const { refs: more } = await importLines(db, [linkLine('v', 'rebuts', spoken, R)])
    expect([await fitOf(api, more['v']), await openOf(api, R)]).toEqual([null, closedInMay])

    await affiliate(api, voice, firm)
    expect(await fitOf(api, more['v'])).toBe('other_point')
    const { refs: third } = await importLines(db, [
      claimLine('quoted', voice),
      linkLine('q', 'qualifies', 'quoted', R, { response: 'confirms', meets: ['a'] }),
    ])
    expect([await fitOf(api, third['q']), await openOf(api, R)]).toEqual([
      'confirms',
      { whole: false, points: [] },
    ])
    const more2 = [...points, { id: 'c', text: 'for good' }]
    const { refs: worded } = await importLines(db, [
      claimLine('better', paper, { about: [firm], points: more2 }),
      linkLine('w', 'supersedes', 'better', R, { change: 'wording' }),
    ])
    expect(await openOf(api, worded['better'])).toEqual({ whole: false, points: ['c'] })
    expect(await fitOf(api, refs['d'])).toBe('partly')
    await expectRightRecord(db)
  })

  it('is null of a voided claim, and stays of a redacted one', async ({ api, db }) => {
    const { refs } = await importLines(db, story)
    await importLines(db, [{ type: 'void', claim: refs['plain'], reason }])
    await redact(db, 'claim', refs['D'] ?? '')

    expect(await openOf(api, refs['plain'])).toBeNull()
    expect(await openOf(api, refs['R'])).toEqual(closedInMay)
    await expectRightRecord(db)
  })

  it('is what it was, as of then', async ({ api, db }) => {
    const { refs, events } = await importLines(db, story)
    await importLines(db, [{ type: 'void', link: refs['d'], reason }])

    const path = `/v1/claims/${refs['R']}?asOf=${events?.last}`

    expect((await read<ClaimView>(api, path)).leftOpen).toEqual(closedInMay)
    expect(await openOf(api, refs['R'])).toEqual(whole)
  })
})

describe('GET /v1/claims?leftOpen', () => {
  it('200: lists what is open about somebody, or what is not', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...story,
      claimLine('closed', 'paper', { about: ['firm'] }),
      linkLine('l', 'rebuts', 'again', 'closed'),
      claimLine('retracted', 'paper', { about: ['firm'] }),
      claimLine('ours', 'paper', { about: ['paper'] }),
    ])
    await importLines(db, [withdrawn(refs['retracted'])])
    const list = async (query: string) => {
      const path = `/v1/claims?source=${refs['paper']}&${query}`
      const { items } = await read<{ items: ClaimView[] }>(api, path)
      return items.map(({ id }) => id).toSorted()
    }

    expect(await list('leftOpen=true')).toEqual([refs['R'], refs['plain']].toSorted())
    expect(await list('leftOpen=false')).toEqual([refs['closed']])
    expect((await api('/v1/claims?leftOpen=yes')).status).toBe(400)
  })
})

describe('GET /v1/reports/{id}/left-open', () => {
  it('200: lists what to ask next, in words, and what was answered', async ({ api, db }) => {
    const { refs } = await importLines(db, story)
    await importLines(db, [withdrawn(refs['other'])])

    const { items } = await read<{ items: Item[] }>(api, `/v1/reports/${refs['page']}/left-open`)

    // The denial is cited from the page, too, but is about nobody but its speaker.
    expect(items.map(({ id }) => id).toSorted()).toEqual([refs['R'], refs['plain']].toSorted())
    expect(items.find(({ id }) => id === refs['R'])).toMatchObject({
      open: [{ id: 'a', text: 'The plant closed' }],
      answers: [{ claim: refs['D'], link: refs['d'], fit: 'partly', meets: ['b'] }],
    })
    expect(items.find(({ id }) => id === refs['plain'])).toMatchObject({ open: [], answers: [] })
  })

  it('404: there is no such report', async ({ api }) => {
    const path = '/v1/reports/019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10/left-open'

    expect((await api(path)).status).toBe(404)
  })
})

type Ids = Readonly<Record<string, string>>

function withdrawn(claim: string | undefined) {
  return { type: 'withdrawal', claim, at: '2026-01-01', reason, uncited: true }
}

async function affiliate(api: Api, source: string, principal: string): Promise<void> {
  const affiliations = [{ relation: 'speaks_for', source: principal }]
  const headers = { 'if-match': '"1"' }
  const path = `/v1/sources/${source}`
  const { status } = await api(path, { method: 'PATCH', headers, body: { affiliations } })
  expect(status).toBe(200)
}

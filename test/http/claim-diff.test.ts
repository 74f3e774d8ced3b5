import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { claimDiffView } from '../../src/views/claim-diff.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import {
  claimLine,
  linkLine,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../support/lines.ts'
import { redact } from '../support/redact.ts'

type Diff = z.output<typeof claimDiffView>

const plant = [
  sourceLine('paper', { kind: 'outlet' }),
  sourceLine('firm'),
  sourceLine('lab', { kind: 'analyst' }),
  reportLine('page', 'paper'),
  claimLine('R', 'paper', {
    about: ['firm'],
    citations: [{ report: 'page', quote: 'The plant closed' }],
  }),
  claimLine('D', 'firm', { about: ['firm'] }),
  claimLine('U', 'lab'),
  linkLine('d', 'rebuts', 'D', 'R'),
]

async function diff(api: Api, id: string | undefined, query: string): Promise<Diff> {
  return read(api, `/v1/claims/${id}/diff?${query}`)
}

async function faultOf(api: Api, path: string) {
  const { status, json } = await api<{
    errors?: readonly { pointer: string; code: string; message: string }[]
  }>(path)
  return [status, json.errors?.[0]] as const
}

describe('GET /v1/claims/{id}/diff', () => {
  it('tells status, cites, words and everything else in one line, in both languages', async ({
    api,
    db,
  }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', U = '', D = '' } = refs
    const from = events?.last ?? 0
    await importLines(db, [linkLine('u', 'undercuts', U, R), withdrawalLine(D)])
    await api(`/v1/claims/${R}`, amendment({ text: 'The plant closed in May' }, 1))

    const [en, ko] = [
      await diff(api, R, `from=${from}&lang=en`),
      await diff(api, R, `from=${from}&lang=ko`),
    ]

    expect(en).toMatchObject({
      isNew: false,
      status: { before: 'denied', after: 'countered' },
      cites: { added: [U], removed: [D] },
      words: { after: 'The plant closed in May' },
    })
    expect(en.text).toMatch(
      /^Changed since .*: “Answered or contested by the party it is about” → “Countered .*” · 1 answer added, 1 answer withdrawn, its words corrected$/,
    )
    expect(ko.text).toMatch(/ 이후 변경: ‘.*’ → ‘.*’ · 답변 1건 추가, 답변 1건 철회, 문구 수정$/)
    expect(en.changes[0]).toMatchObject({ change: 'answersAdded', objects: [U] })
  })

  it('tells what both moments show, and nothing that happened in between or later', async ({
    api,
    db,
  }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', U = '', D = '' } = refs
    const from = events?.last ?? 0
    const added = await importLines(db, [linkLine('u', 'undercuts', U, R)])
    const voided = await importLines(db, [voidLine({ link: added.refs['u'] ?? '' })])
    await importLines(db, [withdrawalLine(D)])

    const { text, fields, changes } = await diff(
      api,
      R,
      `from=${from}&to=${voided.events?.last}&lang=en`,
    )
    const removed = await diff(
      api,
      R,
      `from=${added.events?.last}&to=${voided.events?.last}&lang=en`,
    )

    expect(text).toMatch(/^Status unchanged between [^·]*$/)
    expect(changes).toEqual([])
    expect(fields).not.toContain('counts')
    expect(removed.changes).toMatchObject([{ change: 'answersRemoved', objects: [U] }])
    expect(removed.text).toContain('1 answer removed as an entry error')
  })

  it('means by a day its beginning and its end', async ({ api, db }) => {
    const { refs } = await importLines(db, plant)
    const today = new Date().toISOString().slice(0, 10)

    const found = await read<Diff & { from: { seq: number }; to: { seq: number } }>(
      api,
      `/v1/claims/${refs['R']}/diff?from=${today}&to=${today}&lang=en`,
    )

    expect(found.from.seq).toBeLessThanOrEqual(found.to.seq)
    expect(found.text).toMatch(/^Was not yet on record |^Status unchanged between /)
  })

  it('400: in words, for moments in the wrong order, ahead, or before the record', async ({
    api,
    db,
  }) => {
    const { refs, events } = await importLines(db, plant)
    const path = `/v1/claims/${refs['R']}/diff`
    const last = events?.last ?? 0

    const refused = async (query: string) => {
      const [status, fault] = await faultOf(api, `${path}?${query}`)
      return [status, fault?.pointer, fault?.code]
    }

    expect(await refused(`from=${last}&to=${last - plant.length}`)).toEqual([
      400,
      '/from',
      'from-after-to',
    ])
    expect(await refused('from=2026-11-30T02:00:00Z&to=2026-11-30T01:00:00Z')).toEqual([
      400,
      '/from',
      'before-record',
    ])
    expect(await refused('from=2999-01')).toEqual([400, '/from', 'ahead'])
    expect(await refused(`from=${last}&to=2999`)).toEqual([400, '/to', 'ahead'])
    expect(await refused(`from=${last}&to=999999999`)).toEqual([400, '/to', 'ahead'])
    expect(await refused('from=2020-01')).toEqual([400, '/from', 'before-record'])
    expect(await refused('from=soon')).toEqual([400, '/from', expect.anything()])
    expect(await refused('')).toEqual([400, '/from', expect.anything()])
    expect(await refused(`from=2014/2015`)).toEqual([400, '/from', expect.anything()])
  })

  it('never shows removed words again', async ({ api, db }) => {
    const { refs, events } = await importLines(db, plant)
    const { R = '', D = '', U = '' } = refs
    const from = events?.last ?? 0
    await api(`/v1/claims/${R}`, amendment({ text: 'Secretly reworded' }, 1))
    const { events: later } = await importLines(db, [linkLine('u', 'undercuts', U, R)])
    await redact(db, 'claim', D)
    await redact(db, 'claim', U)

    const told = await api(`/v1/claims/${R}/diff?from=${from}&to=${later?.last}&lang=en`)

    expect(told.text).not.toContain('What firm says in D')
    expect(told.text).not.toContain('What lab says in U')
    expect(told.text).not.toContain('answersAdded')
    await redact(db, 'claim', R, { version: 2 })
    const gone = await api(`/v1/claims/${R}/diff?from=${from}&to=${later?.last}`)
    expect(gone.status).toBe(410)
    expect(gone.text).not.toContain('Secretly reworded')
    expect(gone.text).not.toContain('What paper says in R')
  })

  it('404: not on record at the later moment', async ({ api, db }) => {
    const { events } = await importLines(db, plant)
    const { refs } = await importLines(db, [sourceLine('new'), claimLine('N', 'new')])

    const [status] = await faultOf(
      api,
      `/v1/claims/${refs['N']}/diff?from=${events?.last}&to=${events?.last}`,
    )

    expect(status).toBe(404)
    expect(await diff(api, refs['N'], `from=${events?.last}&lang=en`)).toMatchObject({
      isNew: true,
      status: { before: null, after: 'unchallenged' },
      changes: [],
    })
  })
})

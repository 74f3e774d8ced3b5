import { describe, expect } from 'vitest'
import { it, read, type Api, type Call } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine } from '../support/lines.ts'
import type { Db } from '../../src/store/database/db.ts'

interface Problem {
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
}
type Refs = Readonly<Record<string, string>>

const reason = 'It was so.'
const anyVersion = Array.from({ length: 9 }, (_, index) => `"${index + 1}"`).join()
const ok = (status = 200) => [status, undefined]
const at = '2026-01-01'
const place = (report = '') => ({ report, quote: 'It says so.' })
const cited = (report = '') => [place(report)]

/** Something that needs a citation: where it stands, and how it is voided itself. */
const needy = [
  ['ruling', 'claims', 'J', 'claim'],
  ['concession', 'links', 'k', 'link'],
  ['withdrawal', 'claims', 'W', 'withdrawal'],
] as const

describe('422: without a citation', () => {
  it('a ruling', async ({ api, db }) => {
    const { court } = await aRecord(db)
    const body = said({ kind: 'ruling', speaker: court })

    const refused = [422, [['/citations', 'ruling-cited']]]
    expect(await answered(api, '/v1/claims', { body })).toEqual(refused)
    expect(await imported(api, { type: 'claim', ...body })).toEqual(refused)
  })

  it('a concession, whatever the conceding claim cites', async ({ api, db }) => {
    const { A, Q } = await aRecord(db)
    const body = { relation: 'concedes', from: A, to: { claim: Q } }

    const refused = [422, [['/citations', 'concession-cited']]]
    expect(await answered(api, '/v1/links', { body })).toEqual(refused)
    expect(await imported(api, { type: 'link', ...body })).toEqual(refused)
  })

  it('a withdrawal', async ({ api, db }) => {
    const { Q } = await aRecord(db)
    const body = { at, reason }

    const refused = [422, [['/citations', 'withdrawal-cited']]]
    expect(await answered(api, `/v1/claims/${Q}/withdraw`, { body })).toEqual(refused)
    expect(await imported(api, { type: 'withdrawal', claim: Q, ...body })).toEqual(refused)
    expect(await read(api, `/v1/claims/${Q}`)).toMatchObject({ withdrawnAt: null, version: 1 })
  })

  it('a claim that is amended into a ruling', async ({ api, db }) => {
    const { plain, p } = await aRecord(db)
    const call = { method: 'PATCH', body: { kind: 'ruling' } }

    expect(await answered(api, `/v1/claims/${plain}`, call)).toEqual([
      422,
      [['/kind', 'ruling-cited']],
    ])
    await api(`/v1/claims/${plain}/citations`, { body: place(p) })
    expect(await answered(api, `/v1/claims/${plain}`, call)).toEqual(ok())
  })
})

describe('the last citation', () => {
  it.for(needy)('of a %s is not voided', async ([what, path, ref], { api, db }) => {
    const refs = await aRecord(db)
    const { id } = await firstCitation(api, path, refs[ref])

    const refused = [422, [['', `${what}-cited`]]]
    expect(await voided(api, `citations/${id}`)).toEqual(refused)
    expect(await imported(api, { type: 'void', citation: id, reason })).toEqual(refused)
    expect(await firstCitation(api, path, refs[ref])).toMatchObject({ id, version: 1 })
  })

  it('goes by no void of its report, and each is named', async ({ api, db }) => {
    const { p } = await aRecord(db)

    const { status, json } = await api<Problem>(`/v1/reports/${p}/void`, voiding)

    expect(status).toBe(422)
    expect(json.errors.map(({ code }) => code).toSorted()).toEqual([
      'concession-cited',
      'ruling-cited',
      'withdrawal-cited',
    ])
  })

  it('goes with what it is cited for, in any order of the lines', async ({ api, db }) => {
    for (const isFirst of [true, false]) {
      const refs = await aRecord(db)
      const own = needy.map(([, , ref, noun]) => ({ type: 'void', [noun]: refs[ref], reason }))
      const report = { type: 'void', report: refs['p'], reason }

      expect(await imported(api, ...(isFirst ? [report, ...own] : [...own, report]))).toEqual(ok())
    }
  })

  it('is not the last if there is another', async ({ api, db }) => {
    const { J, k, q } = await aRecord(db)
    for (const path of [`claims/${J}`, `links/${k}`]) {
      const [noun = '', id] = path.split('/')
      const { id: first } = await firstCitation(api, noun, id)
      await api(`/v1/${path}/citations`, { body: place(q) })
      expect(await voided(api, `citations/${first}`)).toEqual(ok())
      const { id: second } = await firstCitation(api, noun, id)
      expect((await voided(api, `citations/${second}`))[0]).toBe(422)
    }
  })

  it('is not taken by the void of a merge', async ({ api, db }) => {
    const { J, other } = await aRecord(db)
    const { id } = await firstCitation(api, 'claims', J)
    const merge = { body: { into: J, reason }, headers: { 'if-match': anyVersion } }
    const { json } = await api<{ object: { id: string } }>(`/v1/claims/${other}/merge`, merge)
    expect(await voided(api, `citations/${id}`)).toEqual(ok())

    expect(await voided(api, `merges/${json.object.id}`)).toEqual([422, [['', 'ruling-cited']]])
    expect(await read(api, `/v1/claims/${J}`)).toMatchObject({ citations: [{}] })
  })

  it('was missing before, and the rest of it may change', async ({ api, db }) => {
    const { bare, W, p } = await aRecord(db)
    await importLines(db, [
      { type: 'void', withdrawal: W, reason },
      { type: 'withdrawal', claim: W, at, reason, uncited: true },
    ])
    const call = { method: 'PATCH', body: { text: 'It was put otherwise.' } }

    expect(await answered(api, `/v1/claims/${bare}`, call)).toEqual(ok())
    const { json } = await api<Problem>(`/v1/reports/${p}/void`, voiding)
    expect(json.errors.map(({ code }) => code).toSorted()).toEqual([
      'concession-cited',
      'ruling-cited',
    ])
  })
})

describe('the citations of a withdrawal and of an end', () => {
  it.for(['withdraw', 'end'])(
    '%s: are written like those of a claim',
    async (verb, { api, db }) => {
      const { Q, l, p, q } = await aRecord(db)
      const path = verb === 'end' ? `/v1/links/${l}` : `/v1/claims/${Q}`
      const quotes = ['One.', 'Two.', 'Three.']
      const [citation, ...citations] = quotes.map((quote, index) => {
        return { report: index === 1 ? q : p, quote }
      })
      const body = { at, reason, citation, citations }

      expect(await answered(api, `${path}/${verb}`, { body })).toEqual(ok())

      const shown = await read<Record<string, unknown>>(api, path)
      const listed = { citations: quotes.map((quote) => ({ quote })) }
      expect(verb === 'end' ? shown['end'] : shown['withdrawal']).toMatchObject(listed)
    },
  )

  it('have their faults at their places', async ({ api, db }) => {
    const { Q, p } = await aRecord(db)
    const { id } = await firstCitation(api, 'claims', Q)
    const own = '019ae1e6-0001-7000-8000-00000000c17e'
    for (const [citations, pointer, code] of [
      [[...cited(p), ...cited('nobody')], '/citations/1/report', 'unknown-reference'],
      [[...cited(p), { report: p }], '/citations/1/quote', 'missing'],
      [[{ ...place(p), id }], '/citations/0/id', 'taken'],
      [[0, 1].map(() => ({ ...place(p), id: own })), '/citations/1/id', 'taken'],
    ] as const) {
      const body = { at, reason, citations }
      const [, faults] = await answered(api, `/v1/claims/${Q}/withdraw`, { body })
      expect(faults).toEqual([[pointer, code]])
      const [, ofLine] = await imported(api, { type: 'withdrawal', claim: Q, ...body })
      expect(ofLine).toEqual([[pointer, code]])
    }
  })
})

const voiding: Call = { body: { reason }, headers: { 'if-match': anyVersion } }

function voided(api: Api, path: string) {
  return answered(api, `/v1/${path}/void`, { body: { reason } })
}

async function answered(api: Api, path: string, call: Call) {
  const headers = { 'if-match': anyVersion }
  return faultsOf(await api<Problem>(path, { headers, ...call }))
}

async function imported(api: Api, ...lines: readonly object[]) {
  const headers = { 'content-type': 'application/x-ndjson' }
  const body = lines.map((line) => JSON.stringify(line)).join('\n')
  return faultsOf(await api<Problem>('/v1/import', { body, headers }))
}

function faultsOf({ status, json }: { status: number; json: Problem }) {
  return [status, json.errors?.map(({ pointer, code }) => [pointer, code])] as const
}

function said(given: object) {
  return { kind: 'fact', text: 'It is so.', lang: 'en', about: [], assertedAt: at, ...given }
}

/** The first citation of a claim or a link, or of its withdrawal. */
async function firstCitation(api: Api, path: string, id = '') {
  type Cited = { readonly citations: readonly { id: string; version: number }[] }
  const shown = await read<Cited & { withdrawal?: Cited | null }>(api, `/v1/${path}/${id}`)
  const [first] = (shown.withdrawal ?? shown).citations
  if (!first) throw new Error(`${path} ${id} has no citation.`)
  return first
}

/** A ruling, a concession and a withdrawal that cite one report each, and what lacks a citation. */
async function aRecord(db: Db): Promise<Refs> {
  const citations = cited('p')
  const { refs } = await importLines(db, [
    sourceLine('court', { kind: 'body', slug: undefined }),
    sourceLine('firm', { slug: undefined }),
    sourceLine('paper', { slug: undefined }),
    reportLine('p', 'paper'),
    reportLine('q', 'paper'),
    claimLine('R', 'paper', { about: ['firm'] }),
    claimLine('Q', 'paper', { about: ['firm'], citations: cited('q') }),
    claimLine('J', 'court', { kind: 'ruling', citations }),
    claimLine('other', 'court', { kind: 'ruling', citations: cited('q') }),
    claimLine('bare', 'court', { kind: 'ruling', uncited: true }),
    claimLine('plain', 'court'),
    claimLine('A', 'firm', { citations: cited('q') }),
    claimLine('W', 'paper'),
    linkLine('k', 'concedes', 'A', 'R', { citations }),
    linkLine('l', 'supports', 'W', 'Q'),
    { type: 'withdrawal', claim: 'W', at, reason, citations },
  ])
  return refs
}

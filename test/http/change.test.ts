import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'
import { aClaim, aLink, type Wrote } from '../support/record.ts'
import { redact } from '../support/redact.ts'

interface Shown {
  readonly id: string
  readonly change: string | null
  readonly version: number
}
interface Problem {
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
}

describe('what a correction changes', () => {
  it('201: is the substance, unless it says wording', async ({ api }) => {
    const { link } = await corrected(api, {})
    const { link: reworded } = await corrected(api, { change: 'wording' })

    expect(link.change).toBe('substance')
    expect(reworded.change).toBe('wording')
    expect((await read<Shown>(api, `/v1/links/${reworded.id}`)).change).toBe('wording')
  })

  it('is null for a link of any other relation', async ({ api }) => {
    const [from, to] = [await aClaim(api), await aClaim(api)]
    const id = await aLink(api, 'rebuts', from.id, { claim: to.id })

    expect((await read<Shown>(api, `/v1/links/${id}`)).change).toBeNull()
  })

  it('is shown in the graph around a claim', async ({ api }) => {
    const { to } = await corrected(api, { change: 'wording' })

    const { links } = await read<{ links: Shown[] }>(api, `/v1/claims/${to}/graph`)

    expect(links).toMatchObject([{ relation: 'supersedes', change: 'wording' }])
  })

  it('200: is amended, and was what it was', async ({ api }) => {
    const { link, to, seq } = await corrected(api, {})
    const path = `/v1/links/${link.id}`

    expect((await api(path, amendment({ change: 'wording' }, 1))).status).toBe(200)
    expect(await read(api, path)).toMatchObject({ change: 'wording', version: 2 })
    const then = await read(api, `/v1/claims/${to}/graph?asOf=${seq}`)
    expect(then).toMatchObject({ links: [{ id: link.id, change: 'substance' }] })

    expect((await api(path, amendment({ change: 'wording' }, 2))).status).toBe(200)
    expect(await read(api, path)).toMatchObject({ version: 2 })
    expect((await api(path, amendment({ change: null }, 2))).status).toBe(200)
    expect(await read(api, path)).toMatchObject({ change: 'substance', version: 3 })
  })

  it('422: is no reason for a second correction of the same claim by the same', async ({ api }) => {
    const { from, to } = await corrected(api, { change: 'wording' })

    expect(await answered(api, correction(from, to, { change: 'substance' }))).toEqual([
      422,
      [['', 'no-second-link-between-versions']],
    ])
  })

  it('is left when the words of the link are removed', async ({ api, db }) => {
    const { link } = await corrected(api, { change: 'wording', note: 'A typo.' })
    await redact(db, 'link', link.id)

    const { json } = await api<{ object: Shown }>(`/v1/links/${link.id}`)
    expect(JSON.stringify(json)).toContain('"change":"wording"')
  })

  it('is kept by a namespace, which can amend it', async ({ db }) => {
    const first = await importLines(db, release({}, {}))
    expect(await importLines(db, release({}, { change: 'substance' }))).toMatchObject({
      amended: 0,
      unchanged: 4,
    })

    const { faults } = await refusalOf(db, release({}, { change: 'wording' }))
    expect(faults).toMatchObject([{ pointer: '/change', code: 'other-content' }])
    const again = await importLines(db, release({ onChange: 'amend' }, { change: 'wording' }))
    expect(again).toMatchObject({ amended: 1, unchanged: 3 })
    const { rows } = await sql`select change from link where id = ${first.refs['l']}`.execute(db)
    expect(rows).toEqual([{ change: 'wording' }])
  })
})

describe('422: a change that no correction makes', () => {
  const redaction = { ground: 'erased' }
  const id = '019ae1e6-0001-7000-8000-00000000abcd'
  const refused = [
    ['a rebuttal of wording', 'rebuts', 'wording', 'change'],
    ['an unknown word', 'supersedes', 'typo', 'not-allowed-value'],
    ['null', 'supersedes', null, 'not-allowed-value'],
  ] as const

  it.for(refused)('%s', async ([, relation, change, code], { api }) => {
    const [from, to] = [(await aClaim(api)).id, (await aClaim(api)).id]
    const body = { relation, from, to: { claim: to }, change }
    const tombstone = { type: 'tombstone', of: 'link', id, redaction }
    const fault = [422, [['/change', code]]]

    expect(await answered(api, body)).toEqual(fault)
    expect(await imported(api, { type: 'link', ...body })).toEqual(fault)
    expect(await imported(api, { ...tombstone, ...body })).toEqual(fault)
    expect((await read<{ links: object[] }>(api, `/v1/claims/${to}/graph`)).links).toEqual([])
  })

  it('of a link that is on record', async ({ api }) => {
    const [from, to] = [await aClaim(api), await aClaim(api)]
    const link = await aLink(api, 'rebuts', from.id, { claim: to.id })

    const { status, json } = await api<Problem>(
      `/v1/links/${link}`,
      amendment({ change: 'wording' }, 1),
    )

    expect([status, json.errors]).toMatchObject([422, [{ pointer: '/change', code: 'change' }]])
    expect(await read(api, `/v1/links/${link}`)).toMatchObject({ version: 1 })
  })
})

/** A claim, another by the same speaker, and the link by which it replaces the first. */
async function corrected(api: Api, given: object) {
  const { id: to, speaker } = await aClaim(api)
  const { id: from } = await aClaim(api, { speaker: speaker?.id, text: 'It is rather so.' })
  const { json } = await api<Wrote<Shown>>('/v1/links', { body: correction(from, to, given) })
  return { from, to, link: json.object, seq: json.event.seq }
}

function correction(from: string, to: string, given: object) {
  return { relation: 'supersedes', from, to: { claim: to }, ...given }
}

/** One release of a bundle with a correction. */
function release(header: object, given: Record<string, unknown>): object[] {
  return [
    { type: 'bundle', namespace: 'corrections', ...header },
    sourceLine('s'),
    claimLine('a', 's'),
    claimLine('b', 's'),
    linkLine('l', 'supersedes', 'b', 'a', given),
  ]
}

async function answered(api: Api, body: object) {
  return faultsOf(await api<Problem>('/v1/links', { body }))
}

async function imported(api: Api, line: object) {
  const headers = { 'content-type': 'application/x-ndjson' }
  return faultsOf(await api<Problem>('/v1/import', { body: JSON.stringify(line), headers }))
}

function faultsOf({ status, json }: { status: number; json: Problem }) {
  return [status, json.errors?.map(({ pointer, code }) => [pointer, code])]
}

import { describe, expect } from 'vitest'
import { it, type Api } from '../support/api.ts'
import { aCitation, aClaim, aSource } from '../support/record.ts'

const one = { reason: 'One and the same.' }
const first = { 'if-match': '"1"' }

interface Merged {
  readonly object: { readonly id: string }
  readonly event: { readonly seq: number }
}

interface Imported {
  readonly refs: Readonly<Record<string, string>>
}

describe('a merge', () => {
  it('leads to the survivor until it is voided, and never hides what was then', async ({ api }) => {
    const into = await aClaim(api)
    const away = await aClaim(api, { speaker: into.speaker?.id, text: 'The tower leans.' })
    const before = await api<{ object: unknown }>(`/v1/claims/${away.id}`)

    const { status, json } = await api<Merged>(`/v1/claims/${away.id}/merge`, {
      body: { into: into.id, ...one },
      headers: first,
    })
    expect(status).toBe(201)

    for (const path of ['', '/counterpoints', '/history', '/graph']) {
      const led = await api(`/v1/claims/${away.id}${path}?limit=`.replace('?limit=', ''))
      expect([led.status, led.headers.get('location')]).toEqual([
        301,
        `/v1/claims/${into.id}${path}`,
      ])
    }
    const page = await api(`/claims/${away.id}`, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('location')]).toEqual([301, `/claims/${into.id}`])
    const card = await api(`/embed/claims/${away.id}?lang=ko`)
    expect(card.headers.get('location')).toBe(`/embed/claims/${into.id}?lang=ko`)
    const then = await api(`/v1/claims/${away.id}?asOf=${json.event.seq - 1}`)
    expect([before.status, then.status]).toEqual([200, 200])
    const write = await api(`/v1/claims/${away.id}/void`, {
      body: { reason: 'No.' },
      headers: { 'if-match': '"2"' },
    })
    expect(write.status).toBe(409)

    await api(`/v1/claims/${into.id}/redact`, { body: { ground: 'erased' }, headers: first })
    expect((await api(`/v1/claims/${away.id}`)).status).toBe(410)

    await api(`/v1/merges/${json.object.id}/void`, { body: { reason: 'Two.' }, headers: first })
    for (const { id } of [away, into]) expect((await api(`/v1/claims/${id}`)).status).toBe(410)
  })

  it('takes the words of what was merged along when they are removed', async ({ api }) => {
    const [person, twin] = [await aSource(api, 'person'), await aSource(api, 'person')]
    await api(`/v1/sources/${twin}`, {
      method: 'PATCH',
      body: { name: 'Zqtwin Somebody' },
      headers: first,
    })
    const claim = await aClaim(api, { speaker: person, text: 'Words of one.' })
    const again = await aClaim(api, {
      speaker: person,
      text: 'Zqagain words.',
      citations: [{ ...(await aCitation(api)), quote: 'Zqquote' }],
    })
    const reason = 'Zqreason: entered twice.'
    const merges = [
      [`/v1/sources/${twin}/merge`, person],
      [`/v1/claims/${again.id}/merge`, claim.id],
    ] as const
    for (const [path, into] of merges)
      expect(
        (await api(path, { body: { into, reason }, headers: await current(api, path) })).status,
      ).toBe(201)

    for (const path of [`/v1/sources/${person}/redact`, `/v1/claims/${claim.id}/redact`])
      await api(path, { body: { ground: 'erased' }, headers: await current(api, path) })

    expect((await api('/v1/export')).text).not.toMatch(/zqtwin|zqagain|zqquote|zqreason/i)
  })

  it('of sources is found by the names of both', async ({ api }) => {
    const [into, away] = [await aSource(api), await aSource(api)]
    await aClaim(api, { speaker: away })
    await api(`/v1/sources/${away}/merge`, { body: { into, ...one }, headers: first })

    const { json } = await api<{ items: { speaker: { id: string } }[] }>(
      `/v1/claims?source=${away}`,
    )

    expect(json.items.map(({ speaker }) => speaker.id)).toEqual([into])
    expect((await api(`/v1/sources/${away}`)).status).toBe(301)
  })

  it('of a bundle is reported by its ref, and is the same when the bundle is sent again', async ({
    api,
  }) => {
    const [into, from] = [await aSource(api), await aSource(api)]
    const body = [
      { type: 'bundle', namespace: 'merges' },
      { type: 'merge', ref: 'm', noun: 'source', from, into, ...one },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const call = { body, headers: { 'content-type': 'application/x-ndjson' } }

    const entered = await api<Imported>('/v1/import', call)
    const again = await api<Imported>('/v1/import', call)

    expect([entered.status, again.status]).toEqual([200, 200])
    expect(entered.json).toMatchObject({ new: 1, unchanged: 0 })
    expect(again.json).toMatchObject({ new: 0, unchanged: 1, refs: entered.json.refs })
    const path = `/v1/merges/${entered.json.refs['m']}/void`
    const parted = await api(path, { body: { reason: 'Two.' }, headers: first })
    expect(parted.status).toBe(200)
    expect((await api(`/v1/sources/${from}`)).status).toBe(200)
  })
})

/** If-Match for the object that a verb is done to, as it is now. */
async function current(api: Api, path: string): Promise<Record<string, string>> {
  const { headers } = await api(path.replace(/\/\w+$/, ''))
  return { 'if-match': headers.get('etag') ?? '' }
}

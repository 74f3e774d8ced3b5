import { describe, expect } from 'vitest'
import { amendment, it, type Api } from '../support/api.ts'

interface Refused {
  readonly type: string
  readonly candidates: readonly { id: string; pointer: string; met: string[] }[]
}

const add = async (api: Api, path: string, body: object) =>
  api<{ object: { id: string } } & Refused>(path, { body })

describe('POST of what is likely on record', () => {
  it('409: says what it resembles, and enters it once that is confirmed', async ({ api }) => {
    const source = { kind: 'company', name: 'Posted Party' }
    const { json: first } = await add(api, '/v1/sources', source)
    const speaker = first.object.id
    const report = {
      source: speaker,
      kind: 'article',
      title: 'T',
      lang: 'en',
      url: 'https://posted.example/1',
    }
    const claim = {
      kind: 'fact',
      speaker,
      about: [],
      text: 'Posted words',
      lang: 'en',
      assertedAt: '2025-03-03',
    }

    for (const [path, body, met] of [
      ['/v1/sources', source, 'name'],
      ['/v1/reports', report, 'address'],
      ['/v1/claims', claim, 'statement'],
    ] as const) {
      const earlier = path === '/v1/sources' ? speaker : (await add(api, path, body)).json.object.id
      const again = await add(api, path, body)
      expect([path, again.status]).toEqual([path, 409])
      expect(again.json.type).toContain('/problems/likely-duplicate')
      expect(again.json.candidates).toMatchObject([{ id: earlier, met: [met] }])

      const confirmed = await add(api, path, { ...body, confirm: ['new'] })
      expect(confirmed.status).toBe(201)
      expect(confirmed.json.object.id).not.toBe(earlier)
      expect((await add(api, path, { ...body, confirm: ['maybe'] })).status).toBe(422)
    }
  })

  it('409: a counterpoint asks about all that it brings along, by its place', async ({ api }) => {
    const { json: subject } = await add(api, '/v1/sources', { kind: 'company', name: 'Answering' })
    const words = { lang: 'en', assertedAt: '2025-03-03' }
    const { json: claim } = await add(api, '/v1/claims', {
      kind: 'fact',
      speaker: subject.object.id,
      about: [],
      text: 'It is answered',
      ...words,
    })
    const party = { kind: 'outlet', name: 'Answerer and publisher' }
    const counterpoint = {
      relation: 'rebuts',
      claim: { kind: 'fact', speaker: party, about: [], text: 'It is not so', ...words },
      citation: {
        report: {
          source: party,
          kind: 'article',
          title: 'T',
          lang: 'en',
          url: 'https://answerer.example/1',
        },
        quote: 'It is not so',
      },
    }
    const path = `/v1/claims/${claim.object.id}/counterpoints`

    expect((await add(api, path, counterpoint)).status).toBe(201)
    const again = await add(api, path, counterpoint)

    expect(again.status).toBe(409)
    expect(again.json.candidates.map(({ pointer }) => pointer)).toEqual([
      '/claim/speaker/name',
      '/citation/report/url',
    ])
    const { json } = await api<{ counts: { rebuts: number } }>(`/v1/claims/${claim.object.id}`)
    expect(json.counts.rebuts).toBe(1)
    expect((await add(api, path, { ...counterpoint, confirm: ['new'] })).status).toBe(201)
  })
})

describe('PATCH', () => {
  it('409: what an amendment makes alike, but not what was so before', async ({ api }) => {
    const { json: one } = await add(api, '/v1/sources', { kind: 'company', name: 'Amended One' })
    const { json: two } = await add(api, '/v1/sources', { kind: 'company', name: 'Amended Two' })
    const path = `/v1/sources/${two.object.id}`

    const refused = await api<Refused>(path, amendment({ aliases: ['amended one'] }, 1))
    expect([refused.status, refused.json.candidates]).toMatchObject([409, [{ id: one.object.id }]])
    expect((await api(path, amendment({ aliases: ['A2'] }, 1))).status).toBe(200)
    const alike = { name: 'Amended One', confirm: ['new'] }
    expect((await api(path, amendment(alike, 2))).status).toBe(200)
    expect((await api(path, amendment({ aliases: ['A3'] }, 3))).status).toBe(200)
  })
})

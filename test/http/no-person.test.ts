import { describe, expect } from 'vitest'
import { read } from '../support/api.ts'
import { it } from '../support/seed-api.ts'

const person = 'Hong Gildong'

const everywhere = (claim: string) => [
  '/v1/events?after=120',
  '/v1/export',
  `/v1/claims/${claim}`,
  `/v1/claims/${claim}/history`,
  `/v1/claims/${claim}/counterpoints`,
  `/claims/${claim}`,
  `/claims/${claim}.jsonld`,
  `/embed/claims/${claim}`,
]

describe('what the public reads', () => {
  it('never names the person or the key behind an entry', async ({ api, refs }) => {
    const key = { name: `${person}, city desk`, scope: 'edit' }
    const { json } = await api<{ secret: string; prefix: string }>('/v1/keys', { body: key })
    const answered = refs('R1')
    const body = {
      relation: 'qualifies',
      claim: {
        kind: 'opinion',
        speaker: refs('newsletter'),
        about: [],
        lang: 'en',
        assertedAt: null,
        text: 'It depends.',
      },
      citation: {
        quote: 'It depends.',
        report: {
          source: refs('newsletter'),
          kind: 'article',
          lang: 'en',
          title: 'A reply',
          url: 'https://newsletter.example/reply',
        },
      },
    }
    const headers = { authorization: `Bearer ${json.secret}` }
    const written = await api(`/v1/claims/${answered}/counterpoints`, { body, headers })
    expect(written).toMatchObject({ status: 201 })

    for (const address of everywhere(answered)) {
      const { status, text } = await api(address, { isPublic: true })
      const names = [person, json.prefix].filter((name) => text.includes(name))
      expect({ address, status, names }).toEqual({ address, status: 200, names: [] })
    }
    const { items } = await read<{ items: { actor: object }[] }>(api, '/v1/events?after=120')
    for (const { actor } of items) expect(Object.keys(actor).toSorted()).toEqual(['id', 'role'])
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { it as withApi, type Api, type Call } from '../support/api.ts'
import { aClaim } from '../support/record.ts'

/** Every problem that the document gives an example of, by code. */
const it = withApi.extend('documented', { scope: 'file' }, async ({ api }) => {
  const { json } = await api('/openapi.json')
  const found = new Map<string, z.output<typeof example>>()
  for (const methods of Object.values(openApi.parse(json).paths))
    for (const { responses } of Object.values(methods))
      for (const { content } of Object.values(responses))
        for (const [code, { value }] of Object.entries(
          content?.['application/problem+json']?.examples ?? {},
        ))
          found.set(code, example.parse(value))
  return found
})

const example = z.object({ type: z.string(), title: z.string(), status: z.int() })
const content = z.record(
  z.string(),
  z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })).optional() }),
)
const operation = z.object({
  responses: z.record(z.string(), z.object({ content: content.optional() })),
})
const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

/** What cannot be had by asking: faults of ours, quotas that tests do not have. */
const notByAsking = ['internal', 'unavailable', 'too-many-requests']

const title = { title: 'T' }
const json = { 'content-type': 'application/json' }

/** A request that each problem answers. */
const asked: Readonly<Record<string, (api: Api) => Promise<[path: string, call: Call]>>> = {
  malformed: async () => ['/v1/stories', { body: '{', headers: json }],
  'bad-query': async () => ['/v1/claims?colour=red', {}],
  'bad-header': async () => ['/v1/stories', { body: title, headers: { 'idempotency-key': '' } }],
  unauthorized: async () => ['/v1/claims', { headers: { authorization: 'Bearer nobody' } }],
  forbidden: async (api) => ['/v1/stories', { body: title, headers: await contributor(api) }],
  'not-found': async () => [`/v1/claims/${randomUUID()}`, {}],
  'not-acceptable': async () => ['/v1/claims', { headers: { accept: 'image/png' } }],
  'payload-too-large': async () => [
    '/v1/stories',
    { body: JSON.stringify({ title: 'T'.repeat(70_000) }), headers: json },
  ],
  'unsupported-media-type': async () => [
    '/v1/stories',
    { body: 'title=T', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  invalid: async () => ['/v1/stories', { body: { title: ' ' } }],
  conflict: async (api) => {
    const body = { title: 'Taken', slug: 'taken' }
    await api('/v1/stories', { body })
    return ['/v1/stories', { body }]
  },
  'likely-duplicate': async (api) => {
    const body = { kind: 'outlet', name: 'Entered before' }
    await api('/v1/sources', { body })
    return ['/v1/sources', { body }]
  },
  merged: async (api) => {
    const { id: into, speaker } = await aClaim(api)
    const { id } = await aClaim(api, { speaker: speaker?.id, text: 'It is so, it said again.' })
    const headers = { 'if-match': '"1"' }
    await api(`/v1/claims/${id}/merge`, { body: { into, reason: 'One.' }, headers })
    return [`/v1/claims/${id}`, {}]
  },
  gone: async (api) => [`/v1/claims/${await aRedactedClaim(api, { ground: 'erased' })}`, {}],
  'legally-withheld': async (api) => {
    const body = { ground: 'withheld', statement: 'By order.' }
    return [`/v1/claims/${await aRedactedClaim(api, body)}`, {}]
  },
  'key-reused': async (api) => {
    const headers = { 'idempotency-key': 'used-before' }
    await api('/v1/stories', { body: title, headers })
    return ['/v1/stories', { body: { title: 'Other' }, headers }]
  },
  'precondition-required': async (api) => [
    `/v1/claims/${(await aClaim(api)).id}`,
    { method: 'PATCH', body: { text: 'Other.' } },
  ],
  'precondition-failed': async (api) => [
    `/v1/claims/${(await aClaim(api)).id}`,
    { method: 'PATCH', body: { text: 'Other.' }, headers: { 'if-match': '"7"' } },
  ],
}

describe('the problems of the OpenAPI document', () => {
  it('are all asked for here', ({ documented }) => {
    expect([...documented.keys()].toSorted()).toEqual(
      [...Object.keys(asked), ...notByAsking].toSorted(),
    )
  })

  it('are answered as their examples say', async ({ api, documented }) => {
    for (const [code, request] of Object.entries(asked)) {
      const answer = await api<object>(...(await request(api)))
      const { type, title, status } = documented.get(code) ?? { type: '', title: '', status: 0 }

      expect([code, answer.status]).toEqual([code, status])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.json).toMatchObject({
        type: `http://counterpoint.example${type}`,
        title,
        status,
      })
    }
  })
})

async function contributor(api: Api): Promise<Record<string, string>> {
  const { json } = await api<{ secret: string }>('/v1/keys', {
    body: { name: 'A contributor', scope: 'contribute' },
  })
  return { authorization: `Bearer ${json.secret}` }
}

async function aRedactedClaim(api: Api, body: object): Promise<string> {
  const { id } = await aClaim(api)
  await api(`/v1/claims/${id}/redact`, { body, headers: { 'if-match': '"1"' } })
  return id
}

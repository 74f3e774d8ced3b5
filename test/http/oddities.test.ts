import { describe, expect } from 'vitest'
import { adminKey, it as withApi } from '../support/api.ts'
import { operationsIn } from '../support/open-api.ts'
import { exchange } from '../support/raw-http.ts'
import { seedBundle } from '../support/seed.ts'

const id = '019ae1e5-0016-72bc-80b2-26737410feed'
const pages = [
  '/',
  '/claims',
  `/claims/${id}`,
  `/claims/${id}.jsonld`,
  `/claims/${id}.svg`,
  '/stories/ms-ai-sales-targets',
  '/check',
  '/embed',
  `/embed/claims/${id}`,
  '/embed/stories/ms-ai-sales-targets',
  '/oembed',
  '/docs',
  '/docs/glossary',
  '/terms',
  '/openapi.json',
  '/problems',
  '/problems/invalid',
  '/rules',
  '/rules/1',
]

/** As they stand in an address. */
const values = [
  '',
  '%00',
  '%ff',
  '%',
  '%zz',
  '%F0%9F%99%82',
  '%E2%80%AE',
  '%ED%A0%80',
  '%EF%BB%BF',
  '%C2%A0',
  '%2F..%2F..',
  'null',
  'NaN',
  '-1',
  '1e400',
  '%20',
  '%0A',
  "'--",
  '[]',
  '%7B%7D',
  'true',
  ',',
  ',,,',
  '%2C',
  '0000',
  '9999-12-31',
  '*:*',
  'a%00b',
  '%3Cscript%3E',
  '%EF%B7%BA'.repeat(99),
  'a'.repeat(3000),
]

const accepts = [
  '',
  '*',
  '*/*;q=0',
  'text/*',
  'application/*;q=0.1, */*;q=0',
  'application/json;q=0',
  'application/json;version=2',
  ';;;',
  'a/b/c',
  'application/json;q=abc',
  'image/*',
  '"',
  'application/json;q=-1',
  'application/json;q=2',
  ','.repeat(500),
  'application/problem+json',
]

const it = withApi.extend('ask', { scope: 'file' }, async ({ api, origin }) => {
  await api('/v1/import', {
    body: seedBundle(),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const operations = operationsIn((await api('/openapi.json')).json)
  const failed: string[] = []
  let count = 0
  return {
    operations,
    failed,
    count: () => count,
    /** Asks by a key, and notes it when that is answered as a fault of ours. */
    of: async (path: string, init: RequestInit = {}) => {
      count += 1
      const headers = { authorization: `Bearer ${adminKey}`, ...init.headers }
      const { status } = await fetch(origin + path, { redirect: 'manual', ...init, headers })
      if (status >= 500) failed.push(`${init.method ?? 'GET'} ${path.slice(0, 100)}: ${status}`)
      return status
    },
  }
})

const addressed = (path: string) => path.replace('{id}', id)

describe('no fault of ours comes of', () => {
  it('any method at any address', async ({ ask }) => {
    const paths = [...ask.operations.map(({ path }) => addressed(path)), ...pages]
    for (const path of new Set(paths))
      for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE']) await ask.of(path, { method })

    expect(ask.count()).toBeGreaterThan(150)
    expect(ask.failed).toEqual([])
  })

  it('odd values of any parameter', async ({ ask }) => {
    for (const { method, path, parameters } of ask.operations)
      for (const { name, in: place } of parameters)
        if (method === 'GET' && place === 'query')
          for (const value of values) await ask.of(`${addressed(path)}?${name}=${value}`)

    expect(ask.count()).toBeGreaterThan(800)
    expect(ask.failed).toEqual([])
  }, 300_000)

  it('odd names in any address', async ({ ask }) => {
    const folders = ['/v1/claims/', '/v1/sources/', '/v1/stories/', '/claims/', '/stories/']
    for (const folder of [...folders, '/embed/claims/', '/embed/stories/', '/problems/', '/v1/'])
      for (const value of values) await ask.of(`${folder}${value}`)

    expect(ask.failed).toEqual([])
  })

  it('odd headers', async ({ ask }) => {
    for (const value of accepts) {
      for (const path of ['/v1/claims', `/claims/${id}`, `/embed/claims/${id}`, '/nothing'])
        await ask.of(path, { headers: { accept: value } })
      for (const name of ['accept-language', 'if-none-match', 'counterpoint-seq', 'range'])
        await ask.of(`/v1/claims/${id}`, { headers: { [name]: value } })
    }

    expect(ask.failed).toEqual([])
  })

  it('long addresses, and many values', async ({ ask }) => {
    for (const part of ['a', 'a,', 'a&about=', '&'])
      await ask.of(`/v1/claims?about=${part.repeat(10_000 / part.length)}`)
    await ask.of(`/v1/claims?${'status=denied&'.repeat(700)}`)
    const unknown = Array.from({ length: 100 }, (_, nth) => `unknown-${nth}`).join(',')

    expect(await ask.of(`/v1/claims?about=${unknown}`)).toBe(400)
    expect(ask.failed).toEqual([])
  })

  it('names that fold into much longer ones', async ({ ask }) => {
    const headers = { 'content-type': 'application/json' }
    for (const letter of ['ﷺ', '㍿', 'ก', "'", '\\', '가', 'a']) {
      const aliases = Array.from({ length: 100 }, (_, nth) => `${nth}${letter.repeat(190)}`)
      const body = JSON.stringify({ kind: 'group', name: `n${letter.repeat(199)}`, aliases })
      const key = { 'idempotency-key': `name-${letter.codePointAt(0)}` }
      await ask.of('/v1/sources', { method: 'POST', headers: { ...headers, ...key }, body })
      await ask.of(`/v1/claims?about=${encodeURIComponent(letter.repeat(150))}`)
      await ask.of(`/v1/sources?q=${encodeURIComponent(letter.repeat(150))}`)
    }

    expect(ask.failed).toEqual([])
  })
})

it('answers whatever comes over a socket, and leads to no other host', async ({
  origin,
  ask: _,
}) => {
  const port = Number(new URL(origin).port)
  for (const [line, status] of [
    ['OPTIONS * HTTP/1.1', 400],
    ['GET http://evil.example/v1/nothing HTTP/1.1', 404],
    ['GET //evil.example/ HTTP/1.1', 404],
    ['GET /v1/claims\\x HTTP/1.1', 400],
    ['GET /v1/claims?q=é HTTP/1.1', 400],
  ] as const) {
    const answer = await exchange(port, [`${line}\r\nhost: a\r\nconnection: close\r\n\r\n`])
    expect([line, answer.slice(9, 12)]).toEqual([line, String(status)])
    expect(answer).not.toMatch(/^location:/im)
  }
})

import { describe, expect } from 'vitest'
import { z } from 'zod'
import { adminKey, it as withApi, type Api } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import { goodRequest, withHeader, withQuery } from '../support/good-requests.ts'
import { operationsIn, type Operation } from '../support/open-api.ts'
import { exchange, sendRaw, type RawRequest } from '../support/raw-http.ts'
import { aSource } from '../support/record.ts'
import { refusals, tooLargeFor, type Wanted } from '../support/refusals.ts'
import { seedBundle } from '../support/seed.ts'

const absent = '019ae1e5-0016-72bc-80b2-26737410fee0'

interface Asked {
  readonly operation: Operation
  readonly request: RawRequest
}

/** The whole service with the seed story, a good request for every operation, and the keys to ask with. */
const it = withApi.extend('asked', { scope: 'file' }, async ({ api }) => {
  await api('/v1/import', {
    body: seedBundle(),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  await api('/v1/stories', { body: { title: 'Used' }, headers: { 'idempotency-key': 'used' } })
  const contributor = await aKey(api, 'contribute')
  const [story] = (await api<{ items: { id: string }[] }>('/v1/stories')).json.items.slice(-1)
  const merges = await aMerge(api)
  const ids = { keys: contributor.id, stories: story?.id ?? '', merges }
  const operations = operationsIn((await api('/openapi.json')).json)
  return {
    contributor: contributor.secret,
    all: operations.map((operation): Asked => ({
      operation,
      request: goodRequest(operation, ids),
    })),
  }
})

async function aKey(api: Api, scope: string): Promise<{ id: string; secret: string }> {
  const { json } = await api<{ id: string; secret: string }>('/v1/keys', {
    body: { name: 'A key', scope },
  })
  return json
}

/** Two entries of one source made one. */
async function aMerge(api: Api): Promise<string> {
  const [from, into] = [await aSource(api), await aSource(api)]
  const { json } = await api<{ object: { id: string } }>(`/v1/sources/${from}/merge`, {
    body: { into, reason: 'Entered twice.' },
    headers: { 'if-match': '"1"' },
  })
  return json.object.id
}

const problem = z.object({
  type: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
})

/** Sends it and checks the answer, including headers. */
async function expectRefusal(
  origin: string,
  request: RawRequest,
  { status, type, headers = {}, error }: Wanted,
  what: string,
): Promise<void> {
  const answer = await sendRaw(Number(new URL(origin).port), request)
  const { data: document } = problem.safeParse(JSON.parse(answer.text || '{}'))
  const named = document?.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? []
  expect
    .soft({
      what,
      status: answer.status,
      type: document?.type,
      contentType: answer.headers.get('content-type'),
      cacheControl: answer.headers.get('cache-control'),
      headers: Object.fromEntries(
        Object.keys(headers).map((name) => [name, answer.headers.get(name)]),
      ),
      names: error === undefined || named.includes(error) ? error : named,
    })
    .toEqual({
      what,
      status,
      type: `http://counterpoint.example/problems/${type}`,
      contentType: 'application/problem+json',
      cacheControl: 'no-store',
      headers,
      names: error,
    })
}

describe('every refusal, on every route that it concerns', () => {
  it('is exactly its answer, and nothing is stored', async ({ db, origin, asked }) => {
    const before = await rowCounts(db)
    let count = 0
    for (const { operation, request } of asked.all) {
      for (const { what, concerns, breakIt, wanted } of refusals) {
        if (!concerns(operation)) continue
        for (const broken of [breakIt(request, operation, asked)].flat()) {
          count += 1
          const where = `${operation.operationId}: ${what}`
          await expectRefusal(origin, broken, wanted(operation), where)
        }
      }
      expect([operation.operationId, await rowCounts(db)]).toEqual([operation.operationId, before])
    }
    expect(count).toBeGreaterThan(1000)
  }, 300_000)

  it('comes in its order: a caller who corrects one fault after another meets the next', async ({
    db,
    origin,
    asked,
  }) => {
    const before = await rowCounts(db)
    for (const { operation, request } of asked.all) {
      const faults = faultsInOrder(operation, asked.contributor)
      const met: string[] = []
      for (let first = 0; first < faults.length; first++) {
        const broken = faults.slice(first).reduceRight((request, { add }) => add(request), request)
        const { status, text } = await sendRaw(Number(new URL(origin).port), broken)
        met.push(`${status} ${/problems\/([\w-]+)/.exec(text)?.[1]}`)
      }
      expect([operation.operationId, met]).toEqual([
        operation.operationId,
        faults.map(({ answer }) => answer),
      ])
    }
    expect(await rowCounts(db)).toEqual(before)
  }, 300_000)

  it('404: a hidden, an absent and a malformed id are indistinguishable', async ({
    origin,
    asked,
  }) => {
    for (const { operation, request } of asked.all) {
      if (!hasId(operation)) continue
      const texts = []
      for (const id of [absent, 'no%20such', `${absent}%00`, `${absent}_`, "'--"])
        texts.push((await sendRaw(Number(new URL(origin).port), about(request, id))).text)
      expect([operation.operationId, new Set(texts).size]).toEqual([operation.operationId, 1])
      expect(JSON.parse(texts[0] ?? '')).not.toHaveProperty('instance')
    }
  })

  it('405: a slug is an address to read from; what is neither id nor slug is none', async ({
    origin,
    asked,
  }) => {
    for (const { operation, request } of asked.all) {
      if (!/^amend(Source|Story)$/.test(operation.operationId)) continue
      for (const [name, status, allow] of [
        ['microsoft', 405, 'GET, HEAD, OPTIONS'],
        ['no-such', 405, 'GET, HEAD, OPTIONS'],
        ['%ED%95%9C%EA%B5%AD', 405, 'GET, HEAD, OPTIONS'],
        ['Microsoft', 405, 'GET, HEAD, OPTIONS'],
        ['%C3%89tat', 405, 'GET, HEAD, OPTIONS'],
        ['Micro_soft', 404, null],
        ['a--b', 404, null],
        ['a%2Fb', 404, null],
        ['a'.repeat(81), 404, null],
      ] as const) {
        const { href } = new URL(about(request, name).target, origin)
        for (const method of ['PATCH', 'DELETE']) {
          const response = await fetch(href, { method })
          expect([name, response.status, response.headers.get('allow')]).toEqual([
            name,
            status,
            allow,
          ])
        }
      }
    }
  })

  it('400: malformed HTTP reaches no route', async ({ db, origin }) => {
    const before = await rowCounts(db)
    const key = `authorization: Bearer ${adminKey}\r\nidempotency-key: x\r\nconnection: close\r\n`
    const json = 'content-type: application/json\r\n'
    for (const text of [
      `GET /v1/claims HTTP/1.1\r\n${key}\r\n`,
      `GET /v1/claims HTTP/1.1\r\nhost: a b\r\n${key}\r\n`,
      `FETCH /v1/claims HTTP/1.1\r\nhost: a\r\n${key}\r\n`,
      `POST /v1/stories HTTP/1.1\r\nhost: a\r\n${key}${json}content-length: 13\r\ncontent-length: 14\r\n\r\n{"title":"T"}`,
      `POST /v1/stories HTTP/1.1\r\nhost: a\r\n${key}${json}content-length: 13\r\ntransfer-encoding: chunked\r\n\r\n{"title":"T"}`,
      `POST /v1/stories HTTP/1.1\r\nhost: a\r\n${key}${json}transfer-encoding: chunked\r\n\r\nzz\r\n{"title":"T"}\r\n0\r\n\r\n`,
    ])
      expect(await exchange(Number(new URL(origin).port), [text])).toMatch(/^HTTP\/1\.1 400 /)
    expect(await rowCounts(db)).toEqual(before)
  })
})

function hasId({ path }: Operation): boolean {
  return path.includes('{id}')
}

function about(request: RawRequest, id: string): RawRequest {
  return { ...request, target: request.target.replace(/^(\/v1\/\w+\/)[^/?]+/, `$1${id}`) }
}

interface Fault {
  readonly answer: string
  readonly add: (request: RawRequest) => RawRequest
}

/** A fault of each kind that an operation can have, in the order in which they are looked for. */
function faultsInOrder(operation: Operation, contributor: string): Fault[] {
  const { security, mediaTypes, parameters } = operation
  const isDemanded = (name: string) => parameters.some((each) => each.name === name)
  const hasBody = mediaTypes.length > 0
  const faults: readonly (Fault | false)[] = [
    { answer: '404 not-found', add: (request) => ({ ...request, target: '/v1/nowhere?zq9=1' }) },
    { answer: '405 method-not-allowed', add: (request) => ({ ...request, method: 'DELETE' }) },
    {
      answer: '406 not-acceptable',
      add: (request) => withHeader(request, 'accept', 'image/png'),
    },
    security.length > 0 && {
      answer: '401 unauthorized',
      add: (request) => withHeader(request, 'authorization'),
    },
    hasId(operation) &&
      operation.operationId !== 'revokeKey' && {
        answer: '404 not-found',
        add: (request) => about(request, absent),
      },
    security.length > 0 && {
      answer: '403 forbidden',
      add: (request) => withHeader(request, 'authorization', `Bearer ${contributor}`),
    },
    hasBody && {
      answer: '415 unsupported-media-type',
      add: (request) => withHeader(request, 'content-type', 'text/plain'),
    },
    hasBody && {
      answer: '413 payload-too-large',
      add: (request) => ({ ...request, body: tooLargeFor(operation) }),
    },
    { answer: '400 bad-query', add: (request) => withQuery(request, 'zq9=1') },
    isDemanded('Idempotency-Key') && {
      answer: '400 bad-header',
      add: (request) => withHeader(request, 'idempotency-key'),
    },
    hasBody && { answer: '400 malformed', add: (request) => ({ ...request, body: '{' }) },
    hasBody && { answer: '422 invalid', add: (request) => ({ ...request, body: '[]' }) },
    isDemanded('If-Match') && {
      answer: '428 precondition-required',
      add: (request) => withHeader(request, 'if-match'),
    },
    isDemanded('If-Match') && {
      answer: '412 precondition-failed',
      add: (request) => withHeader(request, 'if-match', '"7"'),
    },
  ]
  return faults.filter((fault) => fault !== false)
}

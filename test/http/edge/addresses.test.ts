import { describe, expect, it, test } from 'vitest'
import { canonicalPath } from '../../../src/http/middleware/canonical-address.ts'
import { route } from '../../../src/http/route.ts'
import { absentId, hiddenId, noteId, sampleHttp } from './sample.ts'
import { addition, asEditor, serveSample } from './support.ts'

describe('404', () => {
  it('is one constant body: hidden, absent, malformed and unknown are indistinguishable', async () => {
    const { ask } = await serveSample()
    const targets = [
      `/v1/notes/${absentId}`,
      `/v1/notes/${hiddenId}`,
      '/v1/notes/nope',
      `/v1/notes/${noteId}%00`,
      "/v1/notes/'%20or%201=1",
      '/v1/notes/%ff',
      '/v1/nothing',
      `/v1/notes/${noteId}/x/`,
      '/problems/nothing',
    ]

    const answers = await Promise.all(targets.map((target) => ask(target)))
    const bodies = await Promise.all(answers.map((answer) => answer.text()))

    expect(answers.map(({ status }) => status)).toEqual(targets.map(() => 404))
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).not.toContain(noteId)
  })

  it('has the same headers whether a thing is hidden or absent', async () => {
    const { ask } = await serveSample()
    const headersOf = async (id: string) => {
      const { headers } = await ask(`/v1/notes/${id}`)
      return [...headers].filter(([name]) => name !== 'request-id' && name !== 'date')
    }

    expect(await headersOf(hiddenId)).toEqual(await headersOf(absentId))
  })
})

describe('308', () => {
  const capitals = noteId.toUpperCase()

  it.each([
    [`/v1/notes/${capitals}`, `/v1/notes/${noteId}`],
    [`/v1/notes/${noteId}/`, `/v1/notes/${noteId}`],
    [`/v1/notes/${capitals}//?lang=ko&x=%2F`, `/v1/notes/${noteId}?lang=ko&x=%2F`],
    ['/v1/notes/', '/v1/notes'],
    ['/healthz/', '/healthz'],
    ['/docs/', '/docs'],
  ])('%s leads to %s', async (target, right) => {
    const { ask } = await serveSample()

    const answer = await ask(target, { redirect: 'manual' })

    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(right)
  })

  it('says nothing of what exists: hidden and absent are led alike', async () => {
    const { ask } = await serveSample()

    for (const id of [hiddenId, absentId]) {
      const answer = await ask(`/v1/notes/${id.toUpperCase()}/`, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `/v1/notes/${id}`])
    }
  })

  it('leads to no other host, and nowhere where no route is', async () => {
    const { send } = await serveSample()

    for (const target of ['//healthz/', '//evil.example/', '/v1/nothing/', `/v1/x/${capitals}`]) {
      const answer = await send(`GET ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    }
  })

  it('keeps the method: a write at such an address is not taken for a read', async () => {
    const { ask, board } = await serveSample()

    const answer = await ask('/v1/notes/', addition({ words: 'New.' }))

    expect(answer.status).toBe(201)
    expect(board).toHaveLength(3)
  })
})

describe('canonicalPath', () => {
  it.each([
    ['/', '/'],
    ['/stories/MS-AI', '/stories/ms-ai'],
    ['/v1/sources/The-Information/', '/v1/sources/the-information'],
    ['/stories/MS-AI.jsonld', '/stories/ms-ai.jsonld'],
    [
      '/embed/stories/%E1%84%86%E1%85%A2%E1%84%8E%E1%85%AE%E1%86%AF',
      '/embed/stories/%EB%A7%A4%EC%B6%9C',
    ],
    ['/stories/%eb%a7%a4', '/stories/%eb%a7%a4'],
    ['/stories/%FF', '/stories/%FF'],
    ['/stories/A B', '/stories/A B'],
    ['/Claims', '/Claims'],
  ])('%s is meant as %s, and that as itself', (path, right) => {
    const slugFolders = new Set(['stories', 'sources'])
    expect(canonicalPath(path, slugFolders)).toBe(right)
    expect(canonicalPath(right, slugFolders)).toBe(right)
  })
})

describe('405', () => {
  test.each([
    ['DELETE', `/v1/notes/${noteId}`, 'GET, HEAD, PATCH, OPTIONS'],
    ['PUT', '/v1/notes', 'GET, HEAD, POST, OPTIONS'],
    ['TRACE', '/v1/notes', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('%s %s names the methods that are known', async (method, target, allow) => {
    const { send } = await serveSample()

    const answer = await send(
      `${method} ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`,
    )

    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(answer).toContain(`\r\nallow: ${allow}\r\n`)
  })

  it('is not said of an address that does not exist', async () => {
    const { ask } = await serveSample()

    const { status, headers } = await ask('/v1/notes/nope', { method: 'DELETE' })

    expect(status).toBe(404)
    expect(headers.get('allow')).toBeNull()
  })
})

describe('406', () => {
  test.each([
    ['text/html', 406],
    ['application/json;q=0', 406],
    ['application/json;q=0, */*', 406],
    ['text/html, application/*;q=0.1', 200],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 200],
    ['APPLICATION/JSON', 200],
    ['', 200],
  ])('Accept: %s gives %i', async (accept, status) => {
    const { ask } = await serveSample()

    expect((await ask('/v1/notes', { headers: { accept } })).status).toBe(status)
  })

  it('comes before anything is written', async () => {
    const { ask, board } = await serveSample()
    const headers = { ...asEditor, accept: 'text/html', 'content-type': 'application/json' }

    await ask('/v1/notes', { method: 'POST', headers, body: '{"words":"x"}' })

    expect(board).toHaveLength(2)
  })
})

describe('HEAD', () => {
  it('answers as GET does, without a body', async () => {
    const { ask } = await serveSample()

    const read = await ask(`/v1/notes/${noteId}`)
    const head = await ask(`/v1/notes/${noteId}`, { method: 'HEAD' })

    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe(read.headers.get('etag'))
    expect(head.headers.get('content-type')).toBe('application/json')
    expect(await head.text()).toBe('')
  })

  it('404: for the same paths as GET', async () => {
    const { ask } = await serveSample()

    expect((await ask(`/v1/notes/${hiddenId}`, { method: 'HEAD' })).status).toBe(404)
  })

  it('does not leave a stream open that nobody reads', async () => {
    const { http } = sampleHttp()
    const cancelled = Promise.withResolvers<string>()
    route(http, {
      method: 'get',
      path: '/v1/endless',
      operationId: 'getEndless',
      tag: 'record',
      summary: 'A stream',
      description: 'A stream without end.',
      answers: { 200: { description: 'It.', mediaType: 'application/x-ndjson' } },
    }).handle(() => ({
      status: 200,
      stream: new ReadableStream({ cancel: () => cancelled.resolve('told') }),
    }))

    const { status, headers } = await http.request('/v1/endless', { method: 'HEAD' })

    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson'])
    expect(await cancelled.promise).toBe('told')
  })
})

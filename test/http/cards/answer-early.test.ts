import type { IncomingHttpHeaders } from 'node:http'
import pino from 'pino'
import { describe, expect, onTestFinished } from 'vitest'
import { createService } from '../../../src/app.ts'
import { AnswerCache } from '../../../src/http/cache/answer-cache.ts'
import { listen } from '../../../src/http/socket/listen.ts'
import { askCoded } from '../../support/coded.ts'
import { it as withSeed } from '../../support/seed-api.ts'

/** The service as it is run, with copies answered at the socket. */
const it = withSeed.extend('socket', ({ db }) => async (level = 'info') => {
  const logged: string[] = []
  const log = pino({ level }, { write: (line) => void logged.push(line) })
  const publicUrl = new URL('http://counterpoint.example')
  const answerCache = new AnswerCache()
  answerCache.listening({ seq: 0, newestRedaction: 0 })
  const { http, early } = createService({ db, log, publicUrl, isServing: () => true, answerCache })
  let answered = 0
  const server = await listen(
    http,
    { publicUrl, log },
    {
      host: '127.0.0.1',
      port: 0,
      early: (request, response) => {
        const isAnswered = early(request, response)
        answered += Number(isAnswered)
        return isAnswered
      },
    },
  )
  onTestFinished(() => server.stop(1000))
  const origin = `http://127.0.0.1:${server.port}`
  return { answerCache, logged, early: () => answered, origin, ask: askAt(origin) }
})

function askAt(origin: string) {
  return async (path: string, init: RequestInit = {}) => {
    const response = await fetch(origin + path, init)
    const { 'request-id': id, date: _, ...headers } = Object.fromEntries(response.headers)
    return { id, status: response.status, headers, text: await response.text() }
  }
}

/** What is the same for every request. */
function lasting({ date: _, 'request-id': __, connection: ___, ...headers }: IncomingHttpHeaders) {
  return headers
}

describe('a hot card at the socket', () => {
  it('is answered as it was before, in all but the number of the request', async ({
    socket,
    refs,
  }) => {
    const { ask, early } = await socket()
    const path = `/embed/claims/${refs('R1')}?lang=ko`
    const plain = { headers: { 'accept-encoding': 'identity' } }
    const { id: firstId, ...first } = await ask(path, plain)
    const { id, ...again } = await ask(path, plain)

    expect(early()).toBe(1)
    const length = String(Buffer.byteLength(first.text))
    expect(again).toEqual({ ...first, headers: { ...first.headers, 'content-length': length } })
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(id).not.toBe(firstId)
  })

  it.for([
    ['info', 1],
    ['debug', 2],
  ] as const)('is counted, and logged at level %s', async ([level, lines], { socket, refs }) => {
    const { ask, logged } = await socket(level)
    const path = `/embed/claims/${refs('R1')}?lang=en`
    await ask(path)
    const { id } = await ask(path)
    const metrics = await ask('/metrics')

    const told = logged.filter((line) => line.includes('"/embed/claims/{id}"'))
    expect(told).toHaveLength(lines)
    expect(told.join('').includes(id ?? '-')).toBe(level === 'debug')
    const count = 'counterpoint_copies_answered_total{route="/embed/claims/{id}",status='
    expect(metrics.text).toContain(`${count}"200"} 1\n`)
    expect(metrics.text).toContain(`${count}"304"} 0\n`)
  })

  it('is not sent to a client that has it, and a HEAD request gets no body', async ({
    socket,
    refs,
  }) => {
    const { ask, early } = await socket()
    const path = `/embed/claims/${refs('R1')}`
    const { headers } = await ask(path)
    const known = await ask(path, { headers: { 'if-none-match': headers['etag'] ?? '' } })
    const head = await ask(path, { method: 'HEAD' })

    expect(early()).toBe(2)
    expect([known.status, known.text]).toEqual([304, ''])
    expect([head.status, head.text, head.headers['etag']]).toEqual([200, '', headers['etag']])
  })

  it('is sent as it was coded once, to each client in the coding that it takes', async ({
    socket,
    refs,
  }) => {
    const { origin, early } = await socket()
    const url = `${origin}/embed/claims/${refs('R1')}?lang=ko`
    const plain = await askCoded(url)

    for (const [index, coding] of ['br', 'gzip'].entries()) {
      const accepted = { 'accept-encoding': coding }
      const first = await askCoded(url, accepted)
      expect(early()).toBe(index * 4)
      const again = await askCoded(url, accepted)
      const head = await askCoded(url, accepted, 'HEAD')
      const etag = first.headers.etag ?? ''
      const unchanged = await askCoded(url, { ...accepted, 'if-none-match': etag })
      const other = await askCoded(url, {
        'accept-encoding': 'br',
        'if-none-match': plain.headers.etag ?? '',
      })
      expect(early()).toBe(index * 4 + 4)

      expect(first.headers['content-encoding']).toBe(coding)
      expect(first.text).toBe(plain.text)
      expect(etag).toBe(plain.headers.etag?.replace(/"$/, `-${coding}"`))
      expect(again.bytes).toEqual(first.bytes)
      expect(head.bytes).toHaveLength(0)
      for (const { headers } of [again, head])
        expect(lasting(headers)).toEqual(lasting(first.headers))
      expect([unchanged.status, unchanged.bytes.length]).toEqual([304, 0])
      expect(unchanged.headers.etag).toBe(etag)
      expect(unchanged.headers.vary).toBe('Accept-Language, Accept-Encoding')
      expect(unchanged.headers['content-encoding']).toBeUndefined()
      expect([other.status, other.headers.etag]).toEqual([304, plain.headers.etag])
    }
    const unreadable = {
      'accept-encoding': 'gzip',
      'if-none-match': plain.headers.etag?.replace(/"$/, '-br"') ?? '',
    }
    const { status, headers } = await askCoded(url, unreadable)
    expect([status, headers.etag]).toEqual([304, plain.headers.etag?.replace(/"$/, '-gzip"')])
  })

  it('is answered by the service again once anything has changed, and for another reader', async ({
    socket,
    refs,
  }) => {
    const { ask, early, answerCache } = await socket()
    const path = `/embed/claims/${refs('R1')}`
    await ask(path, { headers: { 'accept-language': 'en' } })
    const korean = await ask(path, { headers: { 'accept-language': 'ko' } })
    answerCache.changed({ seq: 1, redacts: false })
    await ask(path, { headers: { 'accept-language': 'en' } })
    await ask(path, { method: 'POST' })

    expect(early()).toBe(0)
    expect(korean.headers['content-language']).toBe('ko')
  })
})

describe('a hot answer of the API or a page at the socket', () => {
  it.for([
    ['/v1/claims/', '?lang=ko', 'application/json'],
    ['/v1/claims/', '/counterpoints?depth=2', '*/*'],
    ['/v1/claims/', '/history', '*/*'],
    ['/claims/', '', 'text/html'],
    ['/claims/', '', 'application/ld+json'],
    ['/oembed?url=http://counterpoint.example/claims/', '', '*/*'],
  ] as const)(
    'is answered as it was before: %s…%s as %s',
    async ([before, after, accept], { socket, refs }) => {
      const { ask, early } = await socket()
      const path = before + refs('R1') + after
      const headers = { accept, 'accept-encoding': 'identity' }
      const { id: _, ...first } = await ask(path, { headers })
      const { id: __, ...again } = await ask(path, { headers })
      const known = { 'if-none-match': first.headers['etag'] ?? '' }
      const unchanged = await ask(path, { headers: { ...headers, ...known } })

      expect([first.status, early()]).toEqual([200, 2])
      const length = String(Buffer.byteLength(first.text))
      expect(again).toEqual({ ...first, headers: { ...first.headers, 'content-length': length } })
      expect([unchanged.status, unchanged.text]).toEqual([304, ''])
      expect(unchanged.headers).not.toHaveProperty('content-type')
      expect(unchanged.headers['etag']).toBe(first.headers['etag'])
    },
  )

  it('is never the answer to another request whose headers, put together, read the same', async ({
    socket,
    refs,
  }) => {
    const { ask } = await socket()
    const asked = { accept: 'application/json, text/plain, */*', 'accept-language': 'ko' }
    const joined = `${asked.accept} ${asked['accept-language']}`

    for (const [nth, { index }] of [...joined.matchAll(/ /g)].entries()) {
      const path = `/claims/${refs('R1')}?counterpoints=${nth}`
      const headers = {
        accept: joined.slice(0, index),
        'accept-language': joined.slice(index + 1),
      }
      await ask(path, { headers })
      const answer = await ask(path, { headers: asked })
      expect(answer.headers).toMatchObject({ 'content-language': 'ko' })
    }
  })

  it('is the service’s to give to a caller with a key, and to one who must see an event', async ({
    socket,
    refs,
  }) => {
    const { ask, early, answerCache } = await socket()
    const path = `/v1/claims/${refs('R1')}`
    await ask(path)
    const key = await ask(path, { headers: { authorization: 'Bearer unknown' } })
    const seen = await ask(path, { headers: { 'counterpoint-seq': String(answerCache.seq) } })
    const unseen = await ask(path, { headers: { 'counterpoint-seq': '999999' } })

    expect(early()).toBe(0)
    expect([key.status, seen.status, unseen.status]).toEqual([401, 200, 200])
  })

  it('is not kept of a past moment, nor for a form that nobody asked for', async ({
    socket,
    refs,
  }) => {
    const { ask, early } = await socket()
    const path = `/v1/claims/${refs('R1')}`
    const plain = { accept: 'application/json', 'accept-encoding': 'identity' }
    const { headers } = await ask(path, { headers: plain })
    const [, seq] = /\.(\d+)"$/.exec(headers['etag'] ?? '') ?? []
    const past = `${path}?asOf=${seq}`
    const list = '/v1/claims?status=denied'
    for (const each of [past, past, list, list]) expect((await ask(each)).status).toBe(200)
    const refused = await ask(path, { headers: { accept: 'text/csv' } })

    expect(early()).toBe(0)
    expect(refused.status).toBe(406)
  })
})

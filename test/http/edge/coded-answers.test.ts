import { once } from 'node:events'
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { Copy } from '../../../src/http/bytes/copy.ts'
import type { Http } from '../../../src/http/contract/env.ts'
import { route } from '../../../src/http/route.ts'
import { askCoded } from '../../support/coded.ts'
import { noteId } from './sample.ts'
import { serveSample } from './support.ts'

const br = { 'accept-encoding': 'br' }
const gzip = { 'accept-encoding': 'gzip' }

async function serve() {
  const sample = await serveSample()
  return { ...sample, origin: `http://127.0.0.1:${sample.port}` }
}

describe('an answer', () => {
  test.each([
    ['text/html; charset=utf-8', {}, true],
    ['text/css', {}, true],
    ['text/javascript; charset=utf-8', {}, true],
    ['text/plain', {}, true],
    ['text/xml; charset=utf-8', {}, true],
    ['image/svg+xml', {}, true],
    ['application/json', {}, true],
    ['application/problem+json', {}, true],
    ['application/ld+json', {}, true],
    ['application/x-ndjson', {}, true],
    ['text/html', { 'cache-control': 'public, no-transform' }, false],
    ['text/html', { 'content-encoding': 'made-up' }, false],
    ['text/html', { 'content-range': 'bytes 0-4999/9000' }, false],
    ['text/event-stream', {}, false],
    ['image/png', {}, false],
    ['font/woff2', {}, false],
    ['application/octet-stream', {}, false],
  ])('of type %s with %o is coded: %s', async (type, more, isCoded) => {
    const { origin, http } = await serve()
    const body = 'Counterpoint. '.repeat(500)
    const headers = { 'content-type': type, etag: 'W/"x"', ...more }
    http.get('/made', () => new Response(body, { headers }))

    const plain = await askCoded(`${origin}/made`)
    const coded = await askCoded(`${origin}/made`, br)
    const head = await askCoded(`${origin}/made`, br, 'HEAD')

    const coding = isCoded
      ? 'br'
      : Object.entries(more).find(([name]) => name === 'content-encoding')?.[1]
    expect(coded.headers['content-encoding']).toBe(coding)
    expect(coded.headers.etag).toBe(isCoded ? 'W/"x-br"' : 'W/"x"')
    for (const { headers } of [plain, coded, head])
      expect(headers.vary).toBe(isCoded ? 'Accept-Encoding' : undefined)
    expect(coded.headers['content-length']).toBe(String(coded.bytes.length))
    expect([plain.text, isCoded ? coded.text : body]).toEqual([body, body])
    expect(head.headers['content-length'] ?? coded.headers['content-length']).toBe(
      coded.headers['content-length'],
    )
    expect(comparable(head.headers)).toEqual(comparable(coded.headers))
  })

  it('to a session is never coded', async () => {
    const { origin, http } = await serve()
    http.get('/own', (c) => {
      c.set('isForSession', true)
      return c.text('Counterpoint. '.repeat(500))
    })

    const { headers } = await askCoded(`${origin}/own`, br)

    expect(headers['content-encoding']).toBeUndefined()
    expect(Number(headers['content-length'])).toBeGreaterThan(5_000)
  })

  it('that refuses is coded too, and small ones only vary', async () => {
    const { origin } = await serve()
    const query = Array.from({ length: 40 }, (_, index) => `strange${index}=1`).join('&')

    const long = await askCoded(`${origin}/v1/notes?${query}`, gzip)
    const short = await askCoded(`${origin}/v1/nothing`, gzip)
    const page = await askCoded(`${origin}/v1/nothing`, { ...gzip, accept: 'text/html' })

    expect([long.status, long.headers['content-encoding']]).toEqual([400, 'gzip'])
    expect(long.text).toContain('strange39')
    expect([short.status, short.headers['content-encoding']]).toEqual([404, undefined])
    expect([page.status, page.headers['content-encoding']]).toEqual([404, 'gzip'])
    for (const { headers } of [long, short, page])
      expect(headers.vary).toBe('Accept, Accept-Language, Accept-Encoding')
  })

  test.each(['br;q=x', 'br gzip', ';', '"'])('is plain for Accept-Encoding: %s', async (sent) => {
    const { origin } = await serve()

    const plain = await askCoded(`${origin}/docs`)
    const malformed = await askCoded(`${origin}/docs`, { 'accept-encoding': sent })

    expect(malformed.bytes).toEqual(plain.bytes)
    expect(malformed.headers['content-encoding']).toBeUndefined()
  })
})

describe('If-None-Match', () => {
  test.each([
    ['"3.118-br"', 'br', '"3.118-br"'],
    ['"3.118-gzip"', 'gzip, br', '"3.118-gzip"'],
    ['"3.118-gzip"', undefined, '"3.118-gzip"'],
    ['"3.118"', 'br', '"3.118"'],
    ['"3.118-br", "3.118-gzip"', 'gzip', '"3.118-gzip"'],
    ['"3.118-br", "3.118"', 'gzip', '"3.118"'],
    ['W/"3.118-br"', 'br', '"3.118-br"'],
    ['"3.118--zstd"', 'zstd', '"3.118"'],
    ['"3.118-gzip-gzip"', 'gzip', '"3.118"'],
    ['*', 'br', '"3.118"'],
    // Too short to be coded, so the tag of the full answer is the plain one.
    ['"3.118-br"', 'gzip', '"3.118"'],
    ['"3.118-gzip"', 'br', '"3.118"'],
    ['"3.118-zstd"', 'gzip', '"3.118"'],
    ['"3.118-br"', '', '"3.118"'],
    ['"3.118-br.2"', 'br', undefined],
    ['"3.117-br"', 'br', undefined],
  ])('%s of a client that takes %s is known as %s', async (tag, accepted, known) => {
    const { origin } = await serve()

    const answer = await askCoded(`${origin}/v1/notes/${noteId}`, {
      'if-none-match': tag,
      ...(accepted !== undefined && { 'accept-encoding': accepted }),
    })

    expect(answer.status).toBe(known === undefined ? 200 : 304)
    expect(answer.headers.etag).toBe(known ?? '"3.118"')
    expect(answer.headers.vary).toBe('Authorization, Accept-Language, Accept-Encoding')
    expect(answer.headers['content-encoding']).toBeUndefined()
  })
})

describe('a copy', () => {
  it.each(['br', 'gzip'] as const)(
    'is coded in %s once, while other work goes on',
    async (coding) => {
      const copy = new Copy('Counterpoint. '.repeat(200_000))
      const finished: string[] = []
      void setImmediate().then(() => finished.push('other work'))

      const [one, other] = await Promise.all([copy.in(coding), copy.in(coding)])

      expect(finished).toEqual(['other work'])
      expect(one).toBe(other)
      expect(copy.coded(coding)).toBe(one)
    },
  )
})

describe('a stream', () => {
  it('is coded, and ends as it should', async () => {
    const { origin } = await serve()

    const plain = await askCoded(`${origin}/v1/export`)
    for (const accepted of [br, gzip]) {
      const coded = await askCoded(`${origin}/v1/export`, accepted)
      expect(coded.headers['content-encoding']).toBe(accepted['accept-encoding'])
      expect(coded.headers['content-length']).toBeUndefined()
      expect(coded.text).toBe(plain.text)
      const head = await askCoded(`${origin}/v1/export`, accepted, 'HEAD')
      expect(comparable(head.headers)).toEqual(comparable(coded.headers))
    }
  })

  test.each(['br', 'gzip'])(
    'in %s that fails breaks off, and looks like no whole',
    async (coding) => {
      const { origin, http, send, logged } = await serve()
      endlessRoute(http, async function* () {
        yield Buffer.from('{"line":1}\n'.repeat(10_000))
        throw new Error('select secret from note')
      })

      await expect(askCoded(`${origin}/v1/endless`, { 'accept-encoding': coding })).rejects.toThrow(
        /aborted|socket hang up/,
      )
      const all = await send(
        `GET /v1/endless HTTP/1.1\r\nhost: a\r\naccept-encoding: ${coding}\r\nconnection: close\r\n\r\n`,
      )

      expect(all).toMatch(new RegExp(`^HTTP/1\\.1 200 .*content-encoding: ${coding}`, 'is'))
      expect(all).not.toMatch(/\r\n0\r\n\r\n$/)
      expect(all).not.toContain('secret')
      expect(logged.filter(({ level }) => level === 'error')).toHaveLength(2)
    },
  )

  test.each(['br', 'gzip'] as const)(
    'in %s reaches its reader chunk by chunk',
    async (coding) => {
      const { origin, http } = await serve()
      const isHeard = Promise.withResolvers<void>()
      endlessRoute(http, async function* () {
        yield Buffer.from('{"line":1}\n')
        await isHeard.promise
        yield Buffer.from('{"line":2}\n')
      })

      const answer = await begin(`${origin}/v1/endless`, coding)
      const decoder = answer.pipe(coding === 'br' ? createBrotliDecompress() : createGunzip())
      const [first] = await once(decoder, 'data')
      isHeard.resolve()
      const [last] = await once(decoder, 'data')

      expect([String(first), String(last)]).toEqual(['{"line":1}\n', '{"line":2}\n'])
    },
    5_000,
  )

  it('waits for a slow reader, and stops for one who leaves', async () => {
    const { origin, http: app, logged } = await serve()
    let made = 0
    const left = Promise.withResolvers<void>()
    const chunk = Buffer.from(Array.from({ length: 65_536 }, () => Math.floor(Math.random() * 256)))
    async function* endless() {
      try {
        for (;;) {
          made += 1
          yield chunk
        }
      } finally {
        left.resolve()
      }
    }
    endlessRoute(app, endless)
    const answer = await begin(`${origin}/v1/endless`, 'gzip')
    const decoder = answer.pipe(createGunzip())
    decoder.once('error', () => {})

    await once(decoder, 'readable')
    expect(decoder.read()).not.toBeNull()
    let seen = -1
    await expect
      .poll(() => [seen, (seen = made)].every((count) => count === made), { interval: 200 })
      .toBe(true)
    expect(made).toBeLessThan(500)
    answer.destroy()

    await left.promise
    // What fails while the source is closed is logged right after.
    for (let turn = 0; turn < 20; turn++) await setImmediate()
    expect(logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

function endlessRoute(app: Http, chunks: () => AsyncIterable<Uint8Array>): void {
  route(app, {
    method: 'get',
    path: '/v1/endless',
    operationId: 'getEndless',
    tag: 'record',
    summary: 'Endless',
    description: 'Lines without end.',
    answers: { 200: { description: 'Lines.', mediaType: 'application/x-ndjson' } },
  }).handle(() => ({ status: 200, stream: ReadableStream.from(chunks()) }))
}

/** The answer once its headers have arrived. */
async function begin(url: string, coding: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { 'accept-encoding': coding }
  request(url, { headers, agent: false }, resolve).on('error', reject).end()
  return promise
}

/** What is the same for every request, and may not be missing from an answer to HEAD. */
function comparable(headers: IncomingHttpHeaders) {
  const own = /^(?:date|request-id|content-length|transfer-encoding|connection)$/
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.test(name)))
}

import net from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { noteId } from './sample.ts'
import { addition, amendment, asEditor, faultsOf, serveSample } from './support.ts'

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'number' ? [part] : part))),
  )

describe('415', () => {
  test.each([
    [{ 'content-type': '' }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-type': 'multipart/form-data; boundary=x' }],
    [{ 'content-type': 'application/json; charset=euc-kr' }],
    [{ 'content-type': 'application/json; version=1' }],
    [{ 'content-type': 'application/jsonp' }],
    [{ 'content-type': 'application/merge-patch+json' }],
    [{ 'content-encoding': 'gzip' }],
    [{ 'content-encoding': 'identity' }],
  ])('refuses %j, and nothing happens', async (headers) => {
    const { ask, board } = await serveSample()

    const answer = await ask('/v1/notes', addition({ words: 'x' }, headers))

    expect(answer.status).toBe(415)
    expect(board).toHaveLength(2)
  })

  test.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('takes %s', async (type) => {
    const { ask } = await serveSample()

    expect(
      (await ask('/v1/notes', addition({ words: 'x' }, { 'content-type': type }))).status,
    ).toBe(201)
  })

  it('does not guess the type of a body that names none', async () => {
    const { send } = await serveSample()

    const answer = await send(
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nconnection: close\r\n' +
        'authorization: Bearer editor-key\r\ncontent-length: 13\r\n\r\n{"words":"x"}',
    )

    expect(answer).toMatch(/^HTTP\/1\.1 415 /)
    expect(answer).toContain('\r\naccept: application/json\r\n')
  })

  it('takes a merge patch as either kind of JSON', async () => {
    const { ask } = await serveSample()
    const target = `/v1/notes/${noteId}`

    const first = await ask(target, amendment({ words: 'One.' }))
    const second = await ask(
      target,
      amendment({ words: 'Two.' }, { 'content-type': 'application/json', 'if-match': '"4"' }),
    )

    expect([first.status, second.status]).toEqual([200, 200])
  })
})

/** A body of so many bytes. */
function bodyOf(length: number): string {
  return `{"words":"${'x'.repeat(length - 12)}"}`
}

describe('413', () => {
  it('takes 64 KiB and not a byte more', async () => {
    const { ask } = await serveSample()

    const full = await ask('/v1/notes', addition(bodyOf(65_536)))
    const over = await ask('/v1/notes', addition(bodyOf(65_537)))

    // The full one is read, and only then found to have too long a text.
    expect([full.status, over.status]).toEqual([422, 413])
  })

  it('refuses by the length that is announced, before anything is sent', async () => {
    const { send } = await serveSample()

    const answer = await send(
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nconnection: close\r\n' +
        'authorization: Bearer editor-key\r\ncontent-type: application/json\r\n' +
        'content-length: 65537\r\n\r\n',
    )

    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('counts a body without a length too, and does not wait for its end', async () => {
    const { send } = await serveSample()
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`

    const answer = await send(
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nconnection: close\r\n' +
        'authorization: Bearer editor-key\r\ncontent-type: application/json\r\n' +
        'transfer-encoding: chunked\r\n\r\n',
      chunk.repeat(17),
    )

    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('reaches a caller that is still sending', async () => {
    const { ask } = await serveSample()

    expect((await ask('/v1/notes', addition(bodyOf(20_000_000)))).status).toBe(413)
  })
})

describe('400', () => {
  test.each([
    ['empty-body', ''],
    ['empty-body', ' \n'],
    ['malformed-json', '{"words":'],
    ['malformed-json', "{'words':'x'}"],
    ['malformed-json', '{"words":"x"} {}'],
    ['malformed-json', '{"words":"x",}'],
    ['malformed-json', '{"words":"a\nb"}'],
    ['malformed-json', 'NaN'],
    ['invalid-utf8', bytes('{"words":"', 0xff, '"}')],
    ['invalid-utf8', bytes('{"words":"', 0xed, 0xa0, 0x80, '"}')],
    ['byte-order-mark', '\uFEFF{"words":"x"}'],
    ['duplicate-key', '{"words":"x","words":"y"}'],
    ['duplicate-key', '{"words":"x","\\u0077ords":"x"}'],
    ['forbidden-key', '{"words":"x","__proto__":{}}'],
    ['too-deep', '['.repeat(33) + ']'.repeat(33)],
    ['unrepresentable-number', '{"words":1e999}'],
    ['unrepresentable-number', '{"words":9007199254740993}'],
  ])('%s: %s', async (code, body) => {
    const { ask, board } = await serveSample()

    const answer = await ask('/v1/notes', addition(body))

    expect(answer.status).toBe(400)
    expect(await faultsOf(answer)).toEqual([['', code]])
    expect(board).toHaveLength(2)
  })

  it('tells the place', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', addition('{\n  "words": "x",\n  "words": "y"\n}'))

    expect(await answer.text()).toContain('Line 3, column 3')
  })

  it('is the answer to a body that breaks off, though nobody reads it; it is not our fault', async () => {
    const { port, logged } = await serveSample()

    net
      .connect(port, '127.0.0.1')
      .end(
        'POST /v1/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer editor-key\r\n' +
          'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"words":',
      )

    await expect.poll(() => logged.length).toBeGreaterThan(0)
    expect(logged.map(({ level }) => level)).toEqual(['info'])
  })
})

describe('422', () => {
  it('names every fault at once, by pointer and code', async () => {
    const { ask, board } = await serveSample()

    const answer = await ask('/v1/notes', addition({ colour: 'blue', 'a/b~c': 1, word: 'x' }))

    expect(answer.status).toBe(422)
    expect(Object.fromEntries(await faultsOf(answer))).toEqual({
      '/a~1b~0c': 'unknown-field',
      '/colour': 'not-allowed-value',
      '/word': 'unknown-field',
      '/words': 'missing',
    })
    expect(board).toHaveLength(2)
  })

  test.each([
    ['blank', '  '],
    ['control-character', 'a\u0000b'],
    ['lone-surrogate', '\uD800'],
    ['bidi-control', 'a\u202Eb'],
    ['too-long', 'x'.repeat(201)],
  ])('%s: a text is refused, never repaired', async (code, words) => {
    const { ask } = await serveSample()

    expect(await faultsOf(await ask('/v1/notes', addition({ words })))).toEqual([['/words', code]])
  })

  it('does not take a body of another shape', async () => {
    const { ask } = await serveSample()

    const answers = await Promise.all(
      ['[]', 'null', '"x"', '1'].map((body) => ask('/v1/notes', addition(body))),
    )

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
  })
})

describe('200', () => {
  it('stores words exactly as they were sent', async () => {
    const { ask, board } = await serveSample()
    const words = 'MS가 “목표”를 낮췄다 👩‍👩‍👧 \t <b>&amp;\n끝'

    await ask('/v1/notes', addition({ words }))

    expect(board.at(-1)?.words).toBe(words)
  })

  it('needs neither key nor Idempotency-Key to answer a question', async () => {
    const { ask } = await serveSample()
    const headers = { 'content-type': 'application/json' }

    const answer = await ask('/v1/search', { method: 'POST', headers, body: '{"words":"Seen"}' })

    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ items: [{ id: noteId }] })
  })

  it('takes an answer over a connection that is used again', async () => {
    const { ask, board } = await serveSample()

    for (let count = 0; count < 5; count += 1) await ask('/v1/notes', addition({ words: 'x' }))

    expect(board).toHaveLength(7)
    expect((await ask('/v1/notes', { headers: asEditor })).status).toBe(200)
  })
})

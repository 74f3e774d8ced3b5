import { describe, expect, it, test } from 'vitest'
import { noteId } from './sample.ts'
import { addition, amendment, asEditor, faultsOf, problemOf, serveSample } from './support.ts'

const target = `/v1/notes/${noteId}`
const unknownId = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c99'

describe('a read', () => {
  it('says how long it may be kept, and by whom', async () => {
    const { ask } = await serveSample()

    const { headers } = await ask(target)
    const { headers: forEditors } = await ask(target, { headers: asEditor })

    expect(headers.get('cache-control')).toBe('public, max-age=30, stale-while-revalidate=300')
    expect(headers.get('vary')).toBe('Authorization, Accept-Language, Accept-Encoding')
    expect(forEditors.get('cache-control')).toBe('private, no-cache')
  })

  test.each([
    ['"3.118"', 304],
    ['W/"3.118"', 304],
    ['"1", "3.118"', 304],
    ['"3.118-gzip"', 304],
    ['"3.118--gzip"', 304],
    ['W/"3.118;br"', 304],
    ['"x", "3.118-zstd"', 304],
    ['"3.118-ko"', 200],
    ['"3.118-gzip.2"', 200],
    ['"3.117-br"', 200],
    ['*', 304],
    ['"3.117"', 200],
    ['"3"', 200],
    ['3.118', 200],
    ['', 200],
  ])('If-None-Match: %s gives %i', async (tag, status) => {
    const { ask } = await serveSample()

    const headers = { 'if-none-match': tag, 'accept-encoding': 'gzip, br, zstd' }
    const answer = await ask(target, { headers })

    expect(answer.status).toBe(status)
    expect(answer.headers.get('etag')).toBe(tag === '"3.118-gzip"' ? tag : '"3.118"')
  })

  it('304: has no body, and what a cache needs to know', async () => {
    const { ask } = await serveSample()

    const { headers, body } = await ask(target, { headers: { 'if-none-match': '"3.118"' } })

    expect(body).toBeNull()
    expect(headers.get('cache-control')).toMatch(/max-age=30/)
    expect(headers.get('vary')).toMatch(/Accept-Language/)
    expect(headers.get('content-type')).toBeNull()
  })

  it('does not answer 304 to what it refuses', async () => {
    const { ask } = await serveSample()
    const headers = { 'if-none-match': '*' }

    expect((await ask('/v1/nothing', { headers })).status).toBe(404)
    expect((await ask(`${target}?bad=1`, { headers })).status).toBe(400)
  })

  it('of a list has an ETag of its content', async () => {
    const { ask } = await serveSample()
    const before = (await ask('/v1/notes')).headers.get('etag')

    const unchanged = await ask('/v1/notes', { headers: { 'if-none-match': String(before) } })
    await ask('/v1/notes', addition({ words: 'New.' }))
    const changed = await ask('/v1/notes', { headers: { 'if-none-match': String(before) } })

    expect([unchanged.status, changed.status]).toEqual([304, 200])
  })
})

describe('a display language', () => {
  test.each([
    ['', undefined, 'en'],
    ['', 'ko', 'ko'],
    ['', 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['', 'en;q=0.5, ko;q=0.7', 'ko'],
    ['', 'ko;q=0, en', 'en'],
    ['', 'fr, de', 'en'],
    ['?lang=ko', 'en', 'ko'],
    ['?lang=en', 'ko', 'en'],
  ])('%s with Accept-Language: %s is %s', async (query, accept, language) => {
    const { ask } = await serveSample()

    const { headers } = await ask(target + query, {
      headers: accept === undefined ? {} : { 'accept-language': accept },
    })

    expect(headers.get('content-language')).toBe(language)
  })

  it('has ETags of its own, so that nobody keeps the other one', async () => {
    const { ask } = await serveSample()
    const headers = { 'accept-language': 'ko', 'if-none-match': '"3.118"' }

    const answer = await ask(target, { headers })

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"3.118.ko"')
  })

  it('400: is Korean or English', async () => {
    const { ask } = await serveSample()

    expect(await faultsOf(await ask(`${target}?lang=fr`))).toEqual([['/lang', 'not-allowed-value']])
  })
})

describe('a change', () => {
  test.each([
    '"3"',
    '"3.118"',
    '"3.120"',
    '"3.118.ko"',
    '"2", "3"',
    'W/"3", "3"',
    '"3.118-gzip"',
    '"3.118--gzip"',
    '"3;br"',
    '"3.118.ko-zstd"',
    '"x,y", "3"',
    '"3", ,"4",',
  ])('200: If-Match: %s names the version, whatever happened around it', async (tag) => {
    const { ask } = await serveSample()

    const answer = await ask(target, amendment({ words: 'New.' }, { 'if-match': tag }))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"4.120"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    '"2.118"',
    '"33"',
    '"2", "4"',
    '"2.118-br"',
    '"abc"',
    '"d41d8cd98f00"',
    '"3.x"',
    '"0"',
    '"3.118.1"',
    '""',
    '"03"',
    '"3.118-gz"',
    '"3,118"',
    '"*"',
    'W/"3"',
    'W/"3.118"',
    'W/"3.118-gzip"',
    'W/"3", W/"3.118"',
  ])('412: If-Match: %s is stale, weak, or somebody else’s', async (tag) => {
    const { ask, board } = await serveSample()

    const answer = await ask(target, amendment({ words: 'New.' }, { 'if-match': tag }))

    expect(answer.status).toBe(412)
    expect(board[0]?.words).toBe('Seen by all.')
  })

  test.each(['W/"3"', 'W/"3-gzip", W/"4"'])('412: says of %s that it is weak', async (tag) => {
    const { ask } = await serveSample()
    const call = amendment({ words: 'New.' }, { 'if-match': tag })

    expect(await (await ask(target, call)).text()).toContain('accepts no weak tags')
    expect((await ask(`/v1/notes/${unknownId}`, call)).status).toBe(404)
  })

  test.each(['3', '"3', '3"', '"3" "4"', '*, "3"', "'3'", 'W/', ',', 'w/"3"', '"3"x'])(
    '400: If-Match: %s is not a list of ETags',
    async (tag) => {
      const { ask } = await serveSample()

      const answer = await ask(target, amendment({ words: 'New.' }, { 'if-match': tag }))

      expect(answer.status).toBe(400)
      expect(await faultsOf(answer)).toEqual([['/if-match', 'invalid']])
    },
  )

  it('428: is not made unseen, neither without If-Match nor with "*"', async () => {
    const { ask, board } = await serveSample()

    const missing = await ask(target, {
      method: 'PATCH',
      headers: { ...asEditor, 'content-type': 'application/json' },
      body: '{"words":"New."}',
    })
    const any = await ask(target, amendment({ words: 'New.' }, { 'if-match': '*' }))

    expect([missing.status, any.status]).toEqual([428, 428])
    expect(board[0]?.version).toBe(3)
  })

  it('does not stay in caches when it is refused', async () => {
    const { ask } = await serveSample()

    const answer = await ask(target, amendment({ words: 'New.' }, { 'if-match': '"2"' }))

    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await problemOf(answer)).toMatchObject({
      type: 'https://counterpoint.example/problems/precondition-failed',
    })
  })
})

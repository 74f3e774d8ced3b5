import { describe, expect, it, test } from 'vitest'
import { problemCatalogue } from '../../../src/http/problems/catalogue.ts'
import { problemCodes, problemWords } from '../../../src/http/problems/words.ts'
import { hiddenId, noteId } from './sample.ts'
import { addition, problemOf, serveSample } from './support.ts'

describe('a problem', () => {
  it('is a problem document that says what, why and where', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', addition({}))

    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await problemOf(answer)).toEqual({
      type: 'https://counterpoint.example/problems/invalid',
      title: 'The content does not fit',
      status: 422,
      detail: 'The body does not fit; see errors.',
      instance: `urn:uuid:${answer.headers.get('request-id')}`,
      errors: [{ pointer: '/words', code: 'missing', message: 'It is missing.' }],
    })
  })

  it('holds nothing of the caller that could act as markup or turn the text around', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', addition({ '<b>\u202E\u2028': 1 }))
    const text = await answer.text()

    expect(answer.status).toBe(422)
    expect(text).not.toMatch(/[<>\u202E\u2028]/)
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ pointer: '/words' }, { pointer: '/<b>\u202E\u2028' }],
    })
  })

  it('says when to come back, and shows what replaces removed words', async () => {
    const { ask } = await serveSample()

    const away = await ask('/v1/refusals/unavailable')
    const gone = await ask('/v1/refusals/gone')

    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await ask('/v1/refusals/too-many-requests')).headers.get('retry-after')).toBe('10')
    expect(gone.status).toBe(410)
    expect(await problemOf(gone)).toMatchObject({
      redaction: { ground: 'erased' },
      tombstone: { type: 'story' },
      status: 410,
    })
  })
})

describe('500', () => {
  test.each([
    ['an error of ours', 'crash'],
    ['a zod failure that is not about the request', 'crash by zod'],
    ['an answer that breaks its contract', 'too much'],
  ])('%s is logged whole and says nothing about itself', async (_, words) => {
    const { ask, logged } = await serveSample()

    const answer = await ask('/v1/notes', addition({ words }))

    expect(answer.status).toBe(500)
    expect(await problemOf(answer)).toEqual({
      type: 'https://counterpoint.example/problems/internal',
      title: 'Our fault',
      status: 500,
      instance: `urn:uuid:${answer.headers.get('request-id')}`,
    })
    expect(logged).toContainEqual({
      level: 'error',
      fields: { err: expect.any(Error), requestId: answer.headers.get('request-id') },
    })
  })

  it('a stream that fails breaks off, so that nobody takes a part for the whole', async () => {
    const { send, logged } = await serveSample()

    const answer = await send(
      'GET /v1/export?breakAfter=0 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    )

    expect(answer).not.toMatch(/\r\n0\r\n\r\n$/)
    expect(answer).not.toContain('secret')
    expect(logged.some(({ level }) => level === 'error')).toBe(true)
  })
})

describe('the pages of problems', () => {
  test.each(problemCodes.flatMap((code) => [[code, 'en'] as const, [code, 'ko'] as const]))(
    '/problems/%s explains it in %s',
    async (code, language) => {
      const { ask } = await serveSample()

      const answer = await ask(`/problems/${code}?lang=${language}`)
      const text = await answer.text()

      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-language')).toBe(language)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(problemWords(code, language).title)
      expect(text).toContain(String(problemCatalogue[code].status))
    },
  )

  it('stand where the type of a problem points', async () => {
    const { ask } = await serveSample()
    const { type } = await problemOf(await ask(`/v1/notes/${hiddenId}`))

    expect((await ask(new URL(String(type)).pathname)).status).toBe(200)
  })

  it('load only what is ours, and run nothing', async () => {
    const { ask } = await serveSample()

    const pages = await Promise.all(
      ['/problems', '/problems/gone', '/terms'].map((page) => ask(page)),
    )
    const texts = await Promise.all(pages.map((page) => page.text()))

    for (const text of texts) {
      expect(text).not.toMatch(/<script|<img|src=|\bon\w+=/)
      for (const [, address = ''] of text.matchAll(
        /<(?:link|a|form)\b[^>]*(?:href|action)="([^"]*)"/g,
      ))
        expect(address).toMatch(/^(?:[/?#]|https:\/\/counterpoint\.example\/)/)
    }
    for (const { headers } of pages)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      )
  })

  it('have their style allowed by its digest', async () => {
    const { ask } = await serveSample()
    const { createHash } = await import('node:crypto')

    const answer = await ask('/problems')
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(await answer.text()) ?? []

    expect(answer.headers.get('content-security-policy')).toContain(
      createHash('sha256').update(style).digest('base64'),
    )
  })

  it('lead to the reference and to each other', async () => {
    const { ask } = await serveSample()

    const text = await (await ask('/terms', { headers: { 'accept-language': 'ko' } })).text()

    for (const target of ['/docs', '/problems?lang=ko', '/?lang=ko'])
      expect(text).toContain(`href="${target}"`)
    expect(text).toContain('주장')
    expect(text).not.toContain(noteId)
  })
})

describe('docs/problems.md', () => {
  it('lists every problem as it is', async () => {
    const rows = problemCodes.map((code) => {
      const { status, title, meaning, remedy } = problemCatalogue[code]
      return `## ${code}\n\n**${status} ${title}.** ${meaning}\n\n${remedy}\n`
    })
    const text = `# Problems

Every refusal is a problem document (RFC 9457) whose \`type\` is \`/problems/<code>\` on the service. This page is written from \`src/http/problems/catalogue.ts\` by \`vitest run --project pure -u\`.

${rows.join('\n')}`

    await expect(text).toMatchFileSnapshot('../../../docs/problems.md')
  })
})

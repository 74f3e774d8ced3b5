import { describe, expect, it, test } from 'vitest'
import { absentId, noteId } from './sample.ts'
import { serveSample } from './support.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const page = 'text/html; charset=utf-8'
const problem = 'application/problem+json'

describe('a refusal', () => {
  const addresses = ['/nowhere', '/v1/nowhere', `/v1/notes/${absentId}`, '/v1/notes?bad=1']
  const readers: [accept: string | undefined, form: string][] = [
    [browser, page],
    ['text/html', page],
    ['text/html, application/json;q=0.9', page],
    ['application/json', problem],
    ['*/*', problem],
    [undefined, problem],
    ['application/json, text/html;q=0.9', problem],
    ['text/html;q=0', problem],
    ['image/png', problem],
    ['application/problem+json;q=0.9, text/html;q=0.8', problem],
  ]

  test.each(addresses.flatMap((address) => readers.map((reader) => [address, ...reader] as const)))(
    'at %s, for Accept %s: %s, and no cache takes one for the other',
    async (address, accept, form) => {
      const { send } = await serveSample()
      const lines = [`GET ${address} HTTP/1.1`, 'host: x', 'connection: close']
      if (accept !== undefined) lines.push(`accept: ${accept}`)

      const answer = (await send(`${lines.join('\r\n')}\r\n\r\n`)).toLowerCase()

      expect(answer).toMatch(/^http\/1\.1 40[046] /)
      expect(answer).toContain(`\r\ncontent-type: ${form}\r\n`)
      expect(answer).toContain('\r\nvary: accept, accept-language, accept-encoding\r\n')
    },
  )

  it('is a page for a browser as well where only the method is wrong', async () => {
    const { ask } = await serveSample()
    const asked = { method: 'DELETE', headers: { accept: browser } }

    const { status, headers } = await ask(`/v1/notes/${noteId}`, asked)

    expect([status, headers.get('content-type')]).toEqual([405, page])
    expect(headers.get('allow')).toContain('GET')
  })

  it('of what is not there comes in the language of its reader first, with nothing to switch to', async () => {
    const { ask } = await serveSample()
    const headers = { accept: browser, 'accept-language': 'ko' }

    const text = await (await ask('/nowhere?lang=ko&x=1', { headers })).text()

    expect(text).toMatch(/^<!doctype html><html lang="ko">/)
    expect(text.indexOf('찾을 수 없음')).toBeLessThan(text.indexOf('Not found'))
    expect(text).not.toContain('hreflang')
  })

  it('keeps what was asked for in the link to another language', async () => {
    const { ask } = await serveSample()
    const text = await (
      await ask('/v1/notes?colour=blue&lang=ko', { headers: { accept: browser } })
    ).text()

    expect(text).toContain('href="?colour=blue&amp;lang=en"')
  })

  const overloaded = {
    'nobody finds room': { hasRoomToWrite: () => false },
    'the database is not ready': { isOpen: () => false },
    'the quota is spent': {
      limits: {
        trustedProxyCount: 0,
        take: async () => ({
          policy: 'anonymous' as const,
          points: 1,
          remaining: 0,
          resetSeconds: 9,
          isSpent: true,
        }),
      },
    },
  }

  it.each(Object.entries(overloaded))('while %s is a page for a browser', async (_, deps) => {
    const { ask } = await serveSample({ deps })
    const ask503 = (accept: string) =>
      ask('/v1/notes', { method: 'POST', headers: { accept, authorization: 'Bearer editor-key' } })
    const [forPeople, forPrograms] = [await ask503(browser), await ask503('*/*')]

    expect([503, 429]).toContain(forPeople.status)
    expect(forPrograms.status).toBe(forPeople.status)
    expect(forPeople.headers.get('retry-after')).toBe(forPrograms.headers.get('retry-after'))
    expect(forPeople.headers.get('content-type')).toBe(page)
    expect(forPrograms.headers.get('content-type')).toBe(problem)
  })
})

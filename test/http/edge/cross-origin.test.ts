import { describe, expect, it } from 'vitest'
import { noteId } from './sample.ts'
import { addition, serveSample } from './support.ts'

const fromElsewhere = { origin: 'https://newspaper.example' }

describe('reads from other origins', () => {
  it('may be read, and so may the reason why one was refused', async () => {
    const { ask } = await serveSample()

    const answers = await Promise.all(
      ['/v1/notes', '/v1/notes?bad=1', '/v1/nothing', '/healthz'].map((target) =>
        ask(target, { headers: fromElsewhere }),
      ),
    )

    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toMatch(
        /Counterpoint-Seq.*ETag.*Location.*Retry-After/,
      )
    }
  })

  it('preflight: a page may read, but not write', async () => {
    const { ask } = await serveSample()
    const headers = { ...fromElsewhere, 'access-control-request-method': 'POST' }

    const answer = await ask('/v1/notes', { method: 'OPTIONS', headers })

    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
  })

  it('preflight: a page may send what is only a question', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/search', { method: 'OPTIONS', headers: fromElsewhere })

    expect(answer.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS')
    expect(answer.headers.get('access-control-allow-headers')).toContain('Content-Type')
    expect(answer.headers.get('access-control-allow-headers')).toContain('Counterpoint-Seq')
  })

  it('preflight: a page whose requests are traced may read', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', {
      method: 'OPTIONS',
      headers: {
        ...fromElsewhere,
        'access-control-request-headers': 'baggage,sentry-trace,traceparent,x-datadog-trace-id',
      },
    })
    const allowed = answer.headers.get('access-control-allow-headers')?.split(', ')

    expect(allowed).toEqual(
      expect.arrayContaining(['*', 'baggage', 'sentry-trace', 'traceparent', 'tracestate']),
    )
    expect(allowed).toContain('Authorization')
  })

  it('preflight: an address that does not exist is 404', async () => {
    const { ask } = await serveSample()

    expect((await ask('/v1/nothing', { method: 'OPTIONS', headers: fromElsewhere })).status).toBe(
      404,
    )
  })
})

describe('headers for browsers', () => {
  it('stand on every answer, also on refusals and faults of ours', async () => {
    const { ask } = await serveSample()
    const answers = [
      await ask(`/v1/notes/${noteId}`),
      await ask('/v1/nothing'),
      await ask('/v1/notes', addition({ words: 'crash' })),
      await ask('/v1/notes', { method: 'OPTIONS' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 500, 204])
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('strict-transport-security')).toMatch(/max-age/)
      expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

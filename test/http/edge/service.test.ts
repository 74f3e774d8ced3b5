import { describe, expect, it } from 'vitest'
import { noteId } from './sample.ts'
import { addition, problemOf, serveSample } from './support.ts'

describe('health', () => {
  it('is up as long as it answers, whatever its database does', async () => {
    const { ask } = await serveSample({ deps: { isReady: async () => false } })

    const answer = await ask('/healthz')

    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({ status: 'up' })
  })

  it.each(['Bearer nonsense', 'Basic YTpi', ''])(
    'does not look at credentials: %j has no healthy process restarted',
    async (authorization) => {
      const { ask } = await serveSample()

      const answers = await Promise.all(
        ['/healthz', '/readyz'].map((path) => ask(path, { headers: { authorization } })),
      )

      expect(answers.map(({ status }) => status)).toEqual([200, 200])
    },
  )

  it('is ready when the database is', async () => {
    const { ask } = await serveSample()

    expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' })
  })

  it.each([async () => false, () => Promise.reject(new Error('connect ECONNREFUSED'))])(
    '503: is not ready, and says when to ask again',
    async (isReady) => {
      const { ask } = await serveSample({ deps: { isReady } })

      const answer = await ask('/readyz')

      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(JSON.stringify(await problemOf(answer))).not.toContain('ECONNREFUSED')
    },
  )
})

describe('the access log', () => {
  it('tells the route and never what was asked, sent or shown as credentials', async () => {
    const { ask, logged } = await serveSample()

    const read = await ask(`/v1/notes/${noteId}?lang=ko`)
    await ask('/v1/notes?colour=red&limit=7')
    await ask('/v1/notes', addition({ words: 'draft words' }))
    await ask('/v1/secret-place?q=draft')

    expect(
      logged.map(({ fields }) => [fields['method'], fields['route'], fields['status']]),
    ).toEqual([
      ['GET', '/v1/notes/{id}', 200],
      ['GET', '/v1/notes', 200],
      ['POST', '/v1/notes', 201],
      ['GET', '/*', 404],
    ])
    expect(logged[0]?.fields).toMatchObject({
      requestId: read.headers.get('request-id'),
      ms: expect.any(Number),
    })
    expect(JSON.stringify(logged)).not.toMatch(/draft|red|key|secret/)
  })

  it('names each request by itself, whatever the caller calls it', async () => {
    const { ask } = await serveSample()
    const headers = { 'request-id': 'mine', 'x-request-id': 'mine' }

    const answers = [await ask('/healthz', { headers }), await ask('/healthz', { headers })]

    const names = answers.map((answer) => answer.headers.get('request-id'))
    expect(new Set(names).size).toBe(2)
    expect(names).not.toContain('mine')
  })
})

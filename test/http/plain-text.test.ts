import { describe, expect } from 'vitest'
import { it } from '../support/seed-api.ts'

const words = 'Some business units within Microsoft lowered sales targets for certain AI products'

describe('a claim as plain text', () => {
  it.for(['/v1/claims/', '/claims/'])(
    'is at %s if a client prefers it',
    async (at, { api, refs }) => {
      const path = `${at}${refs('R1')}?lang=en`
      const asked = (accept: string, more = {}) =>
        api(path, { isPublic: true, headers: { accept, ...more } })

      const { status, text, headers } = await asked('text/plain')
      const etag = headers.get('etag') ?? ''

      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(headers.get('vary')).toContain('Accept')
      const [title, , label, reason] = text.split('\n')
      expect(title).toBe(`[Microsoft answered another point] The Information: ${words}`)
      expect(label).toBe('Microsoft answers another point (the scope) · this one is open')
      expect(reason).toMatch(/^Microsoft, whom this is about, /)
      expect(text).toContain(`The Information (en, translation): ${words}\n`)
      expect(text).toContain(`http://counterpoint.example/claims/${refs('R1')}\n`)
      expect((await asked('text/plain', { 'if-none-match': etag })).status).toBe(304)
      expect((await asked('application/json', { 'if-none-match': etag })).status).toBe(200)
      expect((await asked('application/json')).json).toMatchObject({ title })
    },
  )

  it('lists the answers at its page, each with its role while nobody has answered it', async ({
    api,
    refs,
  }) => {
    const { text } = await api(`/claims/${refs('R1')}?lang=en`, {
      headers: { accept: 'text/plain' },
    })

    expect(text).toContain(
      "\n\n[Accounts differ] Microsoft: [Microsoft] has lowered neither salespeople's sales quotas nor the overall sales target for AI products\n  Accounts differ\n\nMicrosoft: [The report] improperly linked growth rates and sales quotas\n  The party’s response\n\n",
    )
  })

  it('is JSON for a client that takes anything', async ({ api, refs }) => {
    for (const accept of ['*/*', 'application/json, text/plain', 'text/plain;q=0.5, */*']) {
      const { headers } = await api(`/v1/claims/${refs('R1')}`, { headers: { accept } })

      expect([accept, headers.get('content-type')]).toEqual([accept, 'application/json'])
    }
  })

  it('406: nothing else', async ({ api, refs }) => {
    const headers = { accept: 'image/png' }

    const { status, json } = await api<{ detail: string }>(`/v1/claims/${refs('R1')}`, { headers })

    expect(status).toBe(406)
    expect(json.detail).toContain('application/json or text/plain')
  })

  it('says nothing of an entry error but that it is one', async ({ api, refs }) => {
    const path = `/v1/claims/${refs('S1')}`
    const { headers } = await api(path)
    await api(`${path}/void`, {
      body: { reason: 'Not said.' },
      headers: { 'if-match': headers.get('etag') ?? '' },
    })

    const { text } = await api(`${path}?lang=ko`, { headers: { accept: 'text/plain' } })

    expect(text).toMatch(/^\[기재 오류\] .*\n\n기재 오류\n\n.*\nhttp\S+\n$/)
  })
})

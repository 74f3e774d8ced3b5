import { describe, expect, it } from 'vitest'
import { detachedApp } from '../support/detached-app.ts'

describe('routing', () => {
  it('takes the quickest way that Hono has: no address asks for a slower one', async () => {
    const app = detachedApp()

    const { status } = await app.request('/healthz')

    expect(status).toBe(200)
    expect(app.router.name).toBe('SmartRouter + RegExpRouter')
  })
})

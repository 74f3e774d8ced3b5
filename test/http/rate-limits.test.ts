import pino from 'pino'
import { describe, expect, onTestFinished } from 'vitest'
import { createKey } from '../../src/actions/create-key.ts'
import { createApp } from '../../src/app.ts'
import { system } from '../../src/domain/actor.ts'
import type { RatePolicy } from '../../src/domain/rate-limits.ts'
import { listen } from '../../src/http/socket/listen.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { openRateLimits } from '../../src/store/rate-limits.ts'
import { it as withDatabase } from '../support/it.ts'
import { stallingProxy } from '../support/stalling-proxy.ts'

const points: Record<RatePolicy, number> = {
  anonymous: 5,
  'bad-key': 3,
  contribute: 4,
  edit: 8,
  admin: 8,
}

type Ask = (path: string, headers?: Record<string, string>) => Promise<Response>
type Serve = (url?: string) => Promise<Ask>

const log = pino({ level: 'silent' })

/** `serve` starts a service behind one proxy, which shares nothing with the others but the database. */
const it = withDatabase.extend('serve', ({ database }): Serve => {
  return async (url = database.serviceUrl) => {
    const counts = openRateLimits(url, points, 10_000)
    const options = { applicationName: 'counterpoint tests', connectionsMax: 4 }
    const pool = openPool({ url, ...options, limits: servingLimits })
    const db = openDb(pool)
    const publicUrl = new URL('http://counterpoint.example')
    const limits = { take: counts.take, trustedProxyCount: 1 }
    const app = createApp({ db, log, publicUrl, isServing: () => true, limits })
    const server = await listen(app, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    onTestFinished(async () => {
      await server.stop(0)
      await counts.close()
      await pool.end()
    })
    return (path, headers) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { headers: headers ?? {} })
  }
})

describe('anonymous requests', () => {
  it('429: those beyond the quota of their address, with the time to wait', async ({ serve }) => {
    const ask = await serve()
    const from = { 'x-forwarded-for': '203.0.113.1' }

    const answers = []
    for (let count = 0; count < 6; count++) answers.push(await ask('/v1/statuses', from))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"anonymous";q=5;w=60')
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"anonymous";r=4;t=\d+$/)
    const refused = answers[5]
    expect(refused?.headers.get('content-type')).toBe('application/problem+json')
    expect(refused?.headers.get('ratelimit')).toMatch(/^"anonymous";r=0;t=\d+$/)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(refused?.headers.get('access-control-allow-origin')).toBe('*')
    expect(await refused?.json()).toMatchObject({ status: 429 })
  })

  it('are counted together by all processes on one database', async ({ serve }) => {
    const [one, other] = [await serve(), await serve()]
    const from = { 'x-forwarded-for': '203.0.113.2' }

    const statuses = []
    for (let count = 0; count < 4; count++)
      for (const ask of [one, other]) statuses.push((await ask('/v1/statuses', from)).status)

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
  })

  it('are counted once for a whole /64, and apart for another', async ({ serve }) => {
    const ask = await serve()
    for (let host = 1; host <= 5; host++)
      await ask('/v1/statuses', { 'x-forwarded-for': `2001:db8:1:2::${host}` })

    const same = await ask('/v1/statuses', { 'x-forwarded-for': '2001:db8:1:2:ffff::1' })
    const next = await ask('/v1/statuses', { 'x-forwarded-for': '2001:db8:1:3::1' })

    expect([same.status, next.status]).toEqual([429, 200])
  })

  it('cannot hide behind what they say of themselves', async ({ serve }) => {
    const ask = await serve()
    const statuses = []
    for (let count = 0; count < 6; count++)
      statuses.push(
        (await ask('/v1/statuses', { 'x-forwarded-for': `192.0.2.${count}, 203.0.113.3` })).status,
      )

    expect(statuses.at(-1)).toBe(429)
  })

  it('for unknown addresses are counted as well', async ({ serve }) => {
    const ask = await serve()
    const from = { 'x-forwarded-for': '203.0.113.4' }
    for (let count = 0; count < 5; count++) await ask('/v1/nothing', from)

    expect((await ask('/v1/nothing', from)).status).toBe(429)
  })
})

describe('what is never limited', () => {
  it.for(['/healthz', '/readyz', '/docs', '/openapi.json', '/problems/invalid'])(
    '%s',
    async (path, { serve }) => {
      const ask = await serve()
      const from = { 'x-forwarded-for': '203.0.113.5' }

      const answers = []
      for (let count = 0; count < 7; count++) answers.push(await ask(path, from))

      expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200))
      expect(answers[0]?.headers.has('ratelimit')).toBe(false)
    },
  )
})

describe('keys', () => {
  it('have a quota of their own, wherever they come from', async ({ serve, db }) => {
    const ask = await serve()
    const [mine, other] = [await aKey(db), await aKey(db)]
    for (let host = 1; host <= 4; host++)
      await ask('/v1/statuses', { ...mine, 'x-forwarded-for': `203.0.113.${host}` })

    const refused = await ask('/v1/statuses', mine)
    const allowed = await ask('/v1/statuses', other)

    expect(refused.status).toBe(429)
    expect(refused.headers.get('ratelimit-policy')).toBe('"contribute";q=4;w=60')
    expect(allowed.status).toBe(200)
  })

  it('429: bad ones, beyond the few that an address may try', async ({ serve, db }) => {
    const ask = await serve()
    const from = { 'x-forwarded-for': '203.0.113.6' }
    const good = await aKey(db)

    const statuses = []
    for (let count = 0; count < 5; count++)
      statuses.push(
        (await ask('/v1/statuses', { ...from, authorization: `Bearer bad-${count}` })).status,
      )

    expect(statuses).toEqual([401, 401, 401, 429, 429])
    expect((await ask('/v1/statuses', { ...from, ...good })).status).toBe(200)
    expect((await ask('/v1/statuses', from)).status).toBe(200)
  })
})

describe('while the database is away', () => {
  it('limits are kept in memory, and what needs no database is answered', async ({ serve }) => {
    const ask = await serve('postgres://nobody@127.0.0.1:1/nowhere')
    const from = { 'x-forwarded-for': '203.0.113.7' }

    const statuses = []
    for (let count = 0; count < 6; count++) statuses.push((await ask('/v1/statuses', from)).status)

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })

  it('a request that cannot be counted in time is counted in memory', async ({ database }) => {
    const { url, stall } = await stallingProxy(database.serviceUrl)
    const counts = openRateLimits(url, points)
    onTestFinished(() => counts.close())
    stall()

    const timedOut = counts.pool.query('select 1').catch(() => 'timed out')
    const counted = counts.take('anonymous', '203.0.113.9').then(({ remaining }) => remaining)

    expect(await Promise.race([timedOut, counted])).toBe(points.anonymous - 1)
    expect(await counts.take('anonymous', '203.0.113.9')).toMatchObject({ isSpent: false })
    await timedOut
  })

  it('503: reads and keys, with the time to wait', async ({ serve }) => {
    const ask = await serve('postgres://nobody@127.0.0.1:1/nowhere')

    const read = await ask('/v1/claims')
    const keyed = await ask('/v1/claims', { authorization: 'Bearer some-key' })

    expect([read.status, keyed.status]).toEqual([503, 503])
    expect(read.headers.get('retry-after')).toBe('5')
  })
})

async function aKey(db: Db): Promise<Record<string, string>> {
  const key = { name: 'limited', scope: 'contribute', expiresAt: null } as const
  const { secret } = await createKey({ db, log }, { actor: system, key })
  return { authorization: `Bearer ${secret}` }
}

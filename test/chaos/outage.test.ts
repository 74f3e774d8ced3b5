import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Client } from 'pg'
import { describe, expect, onTestFinished } from 'vitest'
import { serve, type Serving } from '../support/serving.ts'
import { type TestDatabase } from '../support/clone.ts'
import { it } from '../support/it.ts'
import { outageProxy } from '../support/outage-proxy.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'

/** A read, a write and a probe, and what each is answered while the database is unavailable. */
const asks = [
  ['a read', '/v1/claims', 503, true],
  ['a write', '/v1/sources', 503, true],
  ['readiness', '/readyz', 503, true],
  ['health', '/healthz', 200, false],
] as const

describe('while the database is away', () => {
  it('everything that needs it is refused in words, and all is well soon after', async ({
    database,
    db,
  }) => {
    const proxy = await outageProxy(database.serviceUrl)
    const applicationName = `outage ${randomUUID()}`
    const serving = await serve(proxy.url, { applicationName, connectionsMax: 6 })
    const { api, pool } = serving
    expect((await add(serving, randomUUID())).status).toBe(201)
    const served = await api('/v1/sources', { isPublic: true })
    const before = await rowCounts(db)

    await proxy.goAway()
    const keys = Array.from({ length: 12 }, () => randomUUID())
    const writes = await Promise.all(keys.map((key) => add(serving, key)))
    for (const [what, path, status, isTold] of asks) {
      const answer = path === '/v1/sources' ? writes[0] : await api(path, { isPublic: true })
      expect([what, answer?.status]).toEqual([what, status])
      expect(answer?.headers.has('retry-after')).toBe(isTold)
      // These answers must not replace what a cache has.
      expect(answer?.headers.get('cache-control')).toBe('no-store')
    }
    expect(writes.map(({ status }) => status)).toEqual(Array(12).fill(503))
    expect(pool.totalCount).toBe(0)
    await proxy.comeBack()

    await expect
      .poll(async () => (await api('/readyz', { isPublic: true })).status, { timeout: 5_000 })
      .toBe(200)
    expect(await rowCounts(db)).toMatchObject({ event: before['event'], head: before['head'] })
    const again = await Promise.all(keys.map((key) => retried(serving, key)))
    expect(again).toEqual(Array(12).fill(201))
    expect((await rowCounts(db))['event']).toBe((before['event'] ?? 0) + 12)
    await expectRightRecord(db)
    await expectNoLeak(serving, database, applicationName, 6)
    // A cache may serve this throughout, and for five minutes more.
    expect(served.headers.get('cache-control')).toBe(
      'public, max-age=30, stale-while-revalidate=300',
    )
  })
})

describe('while the database stands still', () => {
  it('nobody waits for it without end, and all is well when it moves on', async ({
    database,
    db,
  }) => {
    const proxy = await outageProxy(database.serviceUrl)
    const applicationName = `still ${randomUUID()}`
    const limits = { connectMs: 1_000, statementMs: 200 }
    const serving = await serve(proxy.url, { applicationName, connectionsMax: 4, limits })
    const { api } = serving
    expect((await add(serving, randomUUID())).status).toBe(201)
    const before = await rowCounts(db)

    proxy.standStill()
    const keys = Array.from({ length: 6 }, () => randomUUID())
    const [reads, writes] = await Promise.all([
      Promise.all(keys.map(() => api('/v1/claims', { isPublic: true }))),
      Promise.all(keys.map((key) => add(serving, key))),
    ])
    const answers = [...reads, ...writes]
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(503))
    proxy.moveOn()

    await expect
      .poll(async () => (await api('/readyz', { isPublic: true })).status, { timeout: 5_000 })
      .toBe(200)
    expect(await Promise.all(keys.map((key) => retried(serving, key)))).toEqual(Array(6).fill(201))
    expect((await rowCounts(db))['event']).toBe((before['event'] ?? 0) + 6)
    await expectNoLeak(serving, database, applicationName, 4)
  })
})

describe('with all connections of the pool in use', () => {
  it('requests are refused after a while, probes sooner, and the pool comes back', async ({
    database,
  }) => {
    const applicationName = `exhausted ${randomUUID()}`
    const limits = { connectMs: 300 }
    const serving = await serve(database.serviceUrl, { applicationName, connectionsMax: 3, limits })
    const { api, pool } = serving
    const taken = await Promise.all(Array.from({ length: 3 }, () => pool.connect()))

    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => api('/v1/claims', { isPublic: true })),
      ...Array.from({ length: 10 }, () => add(serving, randomUUID())),
      api('/readyz', { isPublic: true }),
    ])
    expect(answers.map(({ status }) => status)).toEqual(Array(31).fill(503))
    for (const { headers } of answers) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(pool.waitingCount).toBe(0)
    for (const client of taken) client.release()

    expect((await add(serving, randomUUID())).status).toBe(201)
    expect((await api('/readyz', { isPublic: true })).status).toBe(200)
    await expectNoLeak(serving, database, applicationName, 3)
  })

  it('a probe does not wait for one to come free', async ({ database }) => {
    const { api, pool } = await serve(database.serviceUrl, {
      connectionsMax: 1,
      limits: { connectMs: 60_000 },
    })
    const taken = await pool.connect()
    onTestFinished(() => taken.release())

    expect((await api('/readyz', { isPublic: true })).status).toBe(503)
    expect((await api('/healthz', { isPublic: true })).status).toBe(200)
    expect(pool.idleCount).toBe(0)
  })

  it('429, 503: a caller has one export, and one more of all is refused, so that others find connections', async ({
    database,
  }) => {
    const { api, origin } = await serve(database.serviceUrl, { connectionsMax: 4 })
    const port = Number(new URL(origin).port)
    const lines = Array.from({ length: 2500 }, (_, index) => {
      const aliases = Array.from({ length: 9 }, (_, nth) => `${index} ${nth} ${'n'.repeat(180)}`)
      return JSON.stringify({ type: 'source', kind: 'outlet', name: `S ${index}`, aliases })
    })
    const headers = { 'content-type': 'application/x-ndjson' }
    expect((await api('/v1/import', { body: lines.join('\n'), headers })).status).toBe(200)
    // Coded, these would fit into the buffers of a connection.
    const first = await unread(port, '127.0.0.1')

    const again = await api('/v1/export', { isPublic: true })
    const others = [await unread(port, '127.0.0.2'), await unread(port, '127.0.0.3')]
    const refused = await api('/v1/export')

    expect([again.status, again.headers.get('retry-after')]).toEqual([429, '30'])
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
    expect((await api('/v1/sources', { isPublic: true })).status).toBe(200)
    for (const socket of [first, ...others]) socket.destroy()
    await expect.poll(async () => (await api('/v1/export', { isPublic: true })).status).toBe(200)
  })
})

/** An export from an address of this machine, of which only the beginning is read. */
async function unread(port: number, localAddress: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.write('GET /v1/export HTTP/1.1\r\nhost: a\r\n\r\n')
  await once(socket, 'readable')
  return socket
}

async function add({ api }: Serving, key: string) {
  const body = { kind: 'outlet', name: `Source ${key}` }
  return api('/v1/sources', { body, headers: { 'idempotency-key': key } })
}

/** Retries as told by Retry-After, until it is done. */
async function retried(serving: Serving, key: string): Promise<number> {
  for (;;) {
    const { status } = await add(serving, key)
    if (status !== 503) return status
  }
}

/** Every connection is back in the pool, and the server has no others with that name. */
async function expectNoLeak(
  { pool }: Serving,
  { serviceUrl }: TestDatabase,
  applicationName: string,
  connectionsMax: number,
): Promise<void> {
  expect([pool.waitingCount, pool.totalCount - pool.idleCount]).toEqual([0, 0])
  const client = new Client({ connectionString: serviceUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const { rows } = await client.query<{ state: string }>(
    'select state from pg_stat_activity where application_name = $1',
    [applicationName],
  )
  expect(rows.map(({ state }) => state)).toEqual(Array(pool.totalCount).fill('idle'))
  expect(pool.totalCount).toBeLessThanOrEqual(connectionsMax)
}

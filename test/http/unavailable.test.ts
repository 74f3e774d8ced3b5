import pino from 'pino'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'

test('503: with the database away everything that needs it says when to come back, and the process lives', async () => {
  const pool = openPool({
    url: 'postgres://nobody@127.0.0.1:1/nowhere',
    applicationName: 'nowhere',
    connectionsMax: 2,
    limits: servingLimits,
  })
  const http = createApp({
    db: openDb(pool),
    log: pino({ level: 'silent' }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
  })

  for (const path of ['/v1/claims', '/v1/events', '/v1/stories/any', '/readyz']) {
    const response = await http.request(path)
    expect([path, response.status]).toEqual([path, 503])
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({
      type: 'http://counterpoint.example/problems/unavailable',
    })
  }
  expect((await http.request('/healthz')).status).toBe(200)
  await pool.end()
})

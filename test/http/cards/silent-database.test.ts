import pino from 'pino'
import { describe, expect, onTestFinished } from 'vitest'
import { createService } from '../../../src/app.ts'
import { AnswerCache } from '../../../src/http/cache/answer-cache.ts'
import { listen } from '../../../src/http/socket/listen.ts'
import { openDb, openPool, servingLimits } from '../../../src/store/database/pool.ts'
import { openRateLimits } from '../../../src/store/rate-limits.ts'
import { listenToRecord } from '../../../src/store/record-changes.ts'
import { it as withSeed } from '../../support/seed-api.ts'
import { stallingProxy, type Stalled } from '../../support/stalling-proxy.ts'

/** The service as it is run, by a way that can fall silent. Nothing ends a statement in time. */
const it = withSeed.extend('service', ({ database }) => async () => {
  const { url, stall } = await stallingProxy(database.serviceUrl)
  const limits = { ...servingLimits, statementMs: 600_000, connectMs: 600_000 }
  const pool = openPool({ url, applicationName: 'silent', connectionsMax: 2, limits })
  const counts = openRateLimits(url)
  const answerCache = new AnswerCache()
  const told = Promise.withResolvers<void>()
  const lost = Promise.withResolvers<void>()
  const changes = listenToRecord(url, {
    onListening: (known) => {
      answerCache.listening(known)
      told.resolve()
    },
    onChange: (change) => answerCache.changed(change),
    onLost: () => {
      answerCache.lost()
      lost.resolve()
    },
  })
  await told.promise
  const log = pino({ level: 'silent' })
  const publicUrl = new URL('http://counterpoint.example')
  const { http, early } = createService({
    db: openDb(pool),
    log,
    publicUrl,
    isServing: () => true,
    limits: { take: counts.take, trustedProxyCount: 0 },
    answerCache,
  })
  const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0, early })
  onTestFinished(async () => {
    await server.stop(0)
    await changes.close()
    await counts.close()
    // What waits for an answer of the silent database ends with the proxy.
    void pool.end()
  })
  return { origin: `http://127.0.0.1:${server.port}`, stall, lost: lost.promise }
})

describe('while the database says nothing', () => {
  it.for(['both', 'to the server', 'to the client'] satisfies Stalled[])(
    'that is noticed, and cards are answered from their last copies: %s',
    async (way, { service, refs }) => {
      const { origin, stall, lost } = await service()
      const path = `${origin}/embed/claims/${refs('R1')}?lang=en`
      const first = await fetch(path)
      const text = await first.text()
      stall(way)
      await lost

      const [again, known, head] = await Promise.all([
        fetch(path),
        fetch(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }),
        fetch(path, { method: 'HEAD' }),
      ])

      expect(await again.text()).toBe(text)
      expect([again.status, known.status, head.status]).toEqual([200, 304, 200])
      for (const { headers } of [again, known, head]) {
        expect(headers.get('etag')).toBe(first.headers.get('etag'))
        expect(Number(headers.get('age'))).toBeGreaterThan(0)
      }
      expect(first.headers.has('age')).toBe(false)
    },
  )
})

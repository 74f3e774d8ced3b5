import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { writeQueueLimits as usualLimits } from '../../src/actions/record/queue/write-queue-limits.ts'
import { it } from '../support/it.ts'
import { holdRecordLock, waitingForLock } from '../support/record-lock.ts'
import { serve } from '../support/serving.ts'
import type { Api, Called } from '../support/api.ts'
import { rowCounts } from '../support/counts.ts'
import { expectRightRecord } from '../support/check-record.ts'

/** Room for few, and enough time for all of them to arrive on a slow machine. */
const patient = { patienceMs: 60_000, importPatienceMs: 60_000 }
const writeQueueLimits = { ...usualLimits, ...patient, waitingMin: 4, waitingMax: 4 }
const options = { writeQueueLimits, limits: { lockMs: 60_000, statementMs: 60_000 } }
const offered = 30
const slowly = { timeout: 40_000 }

describe('more writes than can be done', () => {
  it('503: the excess is refused while the others still wait, and those are done', async ({
    database,
    db,
  }) => {
    const { api, pool } = await serve(database.serviceUrl, options)
    const release = await holdRecordLock(database.serviceUrl)
    const before = await rowCounts(db)

    const settled: Called<unknown>[] = []
    const keys = Array.from({ length: offered }, () => randomUUID())
    const writes = keys.map(async (key) => {
      const answer = await addSource(api, key)
      settled.push(answer)
      return { key, answer }
    })
    // One is at the lock and four wait; nobody else has to wait for them.
    await expect.poll(() => settled.length, slowly).toBe(offered - 5)
    expect(settled.map(({ status }) => status)).toEqual(Array(offered - 5).fill(503))
    expect(new Set(settled.map(({ headers }) => headers.get('retry-after')))).toEqual(
      new Set(['1']),
    )
    expect(settled[0]?.json).toMatchObject({
      type: 'http://counterpoint.example/problems/unavailable',
      detail: 'Too many writes are waiting. Nothing was stored.',
    })
    expect((await api('/v1/sources', { isPublic: true })).status).toBe(200)
    expect((await api('/readyz', { isPublic: true })).status).toBe(200)
    expect(pool.totalCount - pool.idleCount).toBe(1)
    await release()

    const answers = await Promise.all(writes)
    expect(answers.filter(({ answer }) => answer.status === 201)).toHaveLength(5)
    expect((await rowCounts(db))['source']).toBe((before['source'] ?? 0) + 5)
    for (const { key } of answers.filter(({ answer }) => answer.status === 503))
      expect((await addSource(api, key)).status).toBe(201)
    expect((await rowCounts(db))['source']).toBe((before['source'] ?? 0) + offered)
    await expectRightRecord(db)
  })

  it('lets a single write in between the imports of somebody else', async ({ database }) => {
    const { api } = await serve(database.serviceUrl, options)
    const release = await holdRecordLock(database.serviceUrl)
    const order: string[] = []
    const imports = Array.from({ length: 5 }, () =>
      importSource(api).then(() => order.push('import')),
    )
    await expect.poll(() => waitingForLock(database.serviceUrl), slowly).toHaveLength(1)

    const single = addSource(api, randomUUID()).then(() => order.push('single'))
    // It has reached the queue when the next request has.
    await api('/v1/sources')
    await release()
    await Promise.all([...imports, single])

    expect(order.indexOf('single')).toBeLessThanOrEqual(3)
  })
})

async function addSource(api: Api, key: string): Promise<Called<unknown>> {
  const body = { kind: 'outlet', name: `Source ${key}` }
  return api('/v1/sources', { body, headers: { 'idempotency-key': key } })
}

async function importSource(api: Api): Promise<Called<unknown>> {
  const line = { type: 'source', ref: 'a', kind: 'outlet', name: `Source ${randomUUID()}` }
  const headers = { 'content-type': 'application/x-ndjson' }
  return api('/v1/import', { body: JSON.stringify(line), headers })
}

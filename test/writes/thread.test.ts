import type { Member } from '../../src/actions/record/member.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { openWriteQueue } from '../../src/actions/record/queue/write-queue.ts'
import { expectRightRecord } from '../support/check-record.ts'
import type { Api, Called } from '../support/calls.ts'
import { it } from '../support/it.ts'
import { holdRecordLock, waitingForLock } from '../support/record-lock.ts'
import { serveWithThread } from '../support/thread-serving.ts'

const slowly = { timeout: 40_000 }

describe('the thread that writes', () => {
  it('carries out every write, while the thread that serves takes part in none', async ({
    database,
    db,
  }) => {
    const { api } = await serveWithThread({ db, url: database.serviceUrl })
    const release = await holdRecordLock(database.serviceUrl)

    const writes = [addSource(api), importLines(api, [source('one')])]
    await expect
      .poll(() => waitingForLock(database.serviceUrl), slowly)
      .toEqual(['counterpoint writes'])
    await release()

    const [added, imported] = await Promise.all(writes)
    expect([added?.status, imported?.status]).toEqual([201, 200])
  })

  it('does the computing: bundles are read and statuses derived there', async ({
    database,
    db,
  }) => {
    const { api, thread } = await serveWithThread({ db, url: database.serviceUrl })
    await thread.ready
    const { refs } = (await importLines<{ refs: Record<string, string> }>(api, chain(150))).json
    const link = { relation: 'undercuts', from: refs['c150'], to: { claim: refs['c149'] } }
    const [serving, both] = [process.threadCpuUsage(), process.cpuUsage()]

    const [imported, refused, written] = await Promise.all([
      importLines(api, chain(300)),
      api('/v1/import', { body: longestFaulty, headers: ndjson }),
      api('/v1/links', { body: link }),
    ])
    const share = cpu(process.threadCpuUsage(serving)) / cpu(process.cpuUsage(both))

    expect([imported.status, refused.status, written.status]).toEqual([200, 422, 201])
    // The thread that serves is also that of the test and its client. If it wrote, it would do it all.
    expect(share).toBeLessThan(0.25)
    await expectRightRecord(db)
  })

  it('503: what was under way when it ran out of memory; a retry tells the outcome', async ({
    database,
    db,
  }) => {
    const limits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 }
    const { api, thread, logged, faults } = await serveWithThread({
      db,
      url: database.serviceUrl,
      limits,
    })
    const headers = { 'idempotency-key': randomUUID() }
    const release = await holdRecordLock(database.serviceUrl)
    const waiting = addSource(api, 'Waiting', headers)
    await expect.poll(() => waitingForLock(database.serviceUrl), slowly).toHaveLength(1)

    const large = importLines(
      api,
      Array.from({ length: 70_000 }, (_, nth) => source(`s${nth}`)),
    )
    const answers = await Promise.all([waiting, large])
    await release()
    const again = await addSource(api, 'Waiting', headers)

    for (const { status, headers, json } of answers) {
      expect([status, headers.get('retry-after')]).toEqual([503, '2'])
      expect(json).toMatchObject({ detail: expect.stringContaining('same Idempotency-Key') })
    }
    expect(again.status).toBe(201)
    expect(thread.deaths()).toBe(1)
    expect(logged.filter((line) => line.includes('has died'))).toEqual([
      expect.stringContaining('ERR_WORKER_OUT_OF_MEMORY'),
    ])
    expect(faults).toEqual([])
  })

  it('ends the process with a fault that nobody expected', async ({ database, db }) => {
    const { api, thread, faults } = await serveWithThread({
      db,
      url: database.serviceUrl,
      program: path.join(import.meta.dirname, 'failing-thread.ts'),
    })

    const { status } = await addSource(api)

    expect(status).toBe(503)
    expect(faults).toEqual([expect.objectContaining({ name: 'TypeError', message: 'a bug' })])
    expect(thread.deaths()).toBe(0)
  })

  it('503: more than may wait is refused at once, although it is too busy to say so', async ({
    database,
    db,
  }) => {
    const { api } = await serveWithThread({
      db,
      url: database.serviceUrl,
      program: path.join(import.meta.dirname, 'silent-thread.ts'),
    })
    const { free, room } = openWriteQueue<Member>().state()
    const offered = free + 2 * room + 10
    const settled: number[] = []
    for (let sent = 0; sent < offered; sent++)
      void addSource(api).then(
        ({ status }) => settled.push(status),
        () => {},
      )

    await expect.poll(() => settled.length, slowly).toBe(10)
    expect(new Set(settled)).toEqual(new Set([503]))
  })

  it('503: few bundles wait, since each may be large, and other writes are still taken', async ({
    database,
    db,
  }) => {
    const { api } = await serveWithThread({ db, url: database.serviceUrl })
    const release = await holdRecordLock(database.serviceUrl)
    const settled: number[] = []

    const imports = Array.from({ length: 14 }, async (_, nth) => {
      const { status } = await importLines(api, [source(`bundle ${nth}`)])
      settled.push(status)
    })
    // One of a caller is carried out at once, and eight may wait.
    await expect.poll(() => settled, slowly).toEqual([503, 503, 503, 503, 503])
    const single = addSource(api)
    await release()
    await Promise.all(imports)

    expect((await single).status).toBe(201)
    expect(settled.filter((status) => status === 200)).toHaveLength(9)
  })

  it('finishes what it has begun before it ends', async ({ database, db }) => {
    const { api, thread } = await serveWithThread({ db, url: database.serviceUrl })
    const release = await holdRecordLock(database.serviceUrl)
    const writing = addSource(api)
    await expect.poll(() => waitingForLock(database.serviceUrl), slowly).toHaveLength(1)

    const closed = thread.close()
    await release()

    expect((await writing).status).toBe(201)
    await closed
  })
})

const ndjson = { 'content-type': 'application/x-ndjson' }

/** As long as a bundle may be, and every line is wrong. */
const faulty = '{"type":"source"}\n'
const longestFaulty = faulty.repeat((5 * 1024 * 1024) / faulty.length)

function cpu({ user, system }: NodeJS.CpuUsage): number {
  return user + system
}

async function addSource(
  api: Api,
  name: string = randomUUID(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Called<unknown>> {
  return api('/v1/sources', { body: { kind: 'outlet', name }, headers })
}

async function importLines<T>(api: Api, lines: readonly object[]): Promise<Called<T>> {
  const head = { type: 'bundle', duplicates: 'new' }
  const body = [head, ...lines].map((line) => JSON.stringify(line)).join('\n')
  return api<T>('/v1/import', { body, headers: ndjson })
}

function source(ref: string) {
  return { type: 'source', ref, kind: 'outlet', name: `Outlet ${ref}` }
}

/** Claims of which each undercuts the one before it; the last does not yet. */
function chain(length: number): object[] {
  const numbers = Array.from({ length: length + 1 }, (_, nth) => nth)
  return [
    ...numbers.flatMap((nth) => [
      source(`s${nth}`),
      {
        type: 'claim',
        ref: `c${nth}`,
        kind: 'fact',
        speaker: `s${nth}`,
        about: [],
        text: `It is so, says number ${nth}`,
        lang: 'en',
        assertedAt: '2025',
      },
    ]),
    ...numbers.slice(1, -1).map((nth) => ({
      type: 'link',
      ref: `l${nth}`,
      relation: 'undercuts',
      from: `c${nth}`,
      to: { claim: `c${nth - 1}` },
    })),
  ]
}

import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, onTestFinished } from 'vitest'
import { writeRecord } from '../../src/actions/record/write-record.ts'
import type { Writing } from '../../src/actions/record/writing.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { anActor } from '../support/actors.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { linkLine, quarrel } from '../support/lines.ts'
import { anEvent } from '../support/write-one.ts'

const lines = [...quarrel(), linkLine('no', 'rebuts', 'denial', 'story')]

describe('a write whose connection breaks around COMMIT', () => {
  it.for(
    (['unsent', 'underway', 'answered'] as const).flatMap((cut) => [
      { cut, isKeyed: true },
      { cut, isKeyed: false },
    ]),
  )(
    'is there exactly once, and answered with what is there: COMMIT $cut, with key: $isKeyed',
    async ({ cut, isKeyed }, { database, db }) => {
      const actor = await anActor(db, 'admin')
      const proxy = await cuttingProxy(database.serviceUrl)
      const broken = open(proxy.url)
      const idempotent = isKeyed
        ? { apiKeyId: actor.id, key: 'the key', requestHash: 'the request' }
        : undefined
      await sql`select 1`.execute(broken)
      const before = await rowCounts(db)

      proxy.cutNextCommit(cut)
      const answer = await importLines(broken, lines, { actor, idempotent })

      expect(proxy.cuts()).toBe(1)
      const after = await rowCounts(db)
      const added = Object.entries(after).map(([table, now]) => [table, now - (before[table] ?? 0)])
      expect(Object.fromEntries(added)).toMatchObject({
        source: 3,
        claim: 3,
        link: 1,
        event: 7,
        outbox: 1,
        idempotency: isKeyed ? 1 : 0,
      })
      const { refs, events } = answer
      expect(await eventsOf(db, Object.values(refs))).toEqual(
        Array.from({ length: 7 }, (_, index) => (events?.first ?? 0) + index),
      )
      const retried = idempotent ? await importLines(db, lines, { actor, idempotent }) : answer
      expect(retried).toEqual(answer)
      expect(await rowCounts(db)).toEqual(after)
      await expectRightRecord(db)
    },
  )
})

describe('a write whose server process is killed', () => {
  const killings = {
    'by its own statement': async ({ tx }: Writing) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
    },
    'while it waits for its caller': async ({ tx }: Writing, other: Db) => {
      await kill(other, await processOf(tx))
    },
    'in the middle of a statement': async ({ tx }: Writing, other: Db) => {
      const pid = await processOf(tx)
      const slow = sql`select pg_sleep(30)`.execute(tx)
      await Promise.all([slow, kill(other, pid)])
    },
  }

  it.for(Object.entries(killings))(
    'is still done once: killed %s',
    async ([, killing], { database, db }) => {
      const own = open(database.serviceUrl)
      const before = await rowCounts(db)
      let attempts = 0

      const answer = await writeRecord(quiet(own), {
        actor: system,
        work: async (writing) => {
          attempts += 1
          writing.record(anEvent())
          if (attempts === 1) await killing(writing, db)
        },
        answer: ({ events }) => ({ status: 200, body: String(events?.first) }),
      })

      expect(attempts).toBe(2)
      const after = await rowCounts(db)
      expect(after['event']).toBe((before['event'] ?? 0) + 1)
      expect(answer.body).toBe(String(after['head']))
      // As many as the pool has connections, so that a dead one would be met.
      const asked = Array.from({ length: 4 }, () => sql`select pg_sleep(0.05)`.execute(own))
      await expect(Promise.all(asked)).resolves.toHaveLength(4)
    },
  )

  it('is still done once: killed while it waits for the record lock', async ({ database, db }) => {
    const holder = new Client({ connectionString: database.serviceUrl })
    await holder.connect()
    onTestFinished(() => holder.end())
    await holder.query('begin; update record_head set seq = seq')
    const own = open(database.serviceUrl)
    const before = await rowCounts(db)

    const writing = importLines(own, quarrel())
    await expect.poll(() => waitingFor(db), { timeout: 20_000 }).toHaveLength(1)
    const [waiting] = await waitingFor(db)
    await kill(db, waiting ?? 0)
    await holder.query('rollback')

    expect((await writing).accepted).toBe(6)
    expect((await rowCounts(db))['event']).toBe((before['event'] ?? 0) + 6)
  })
})

describe('a write that the database does not let through', () => {
  it('is refused as unavailable when no connection comes free', async ({ database }) => {
    const own = open(database.serviceUrl, { connectionsMax: 1, connectMs: 1000 })
    const taken = await own.startTransaction().execute()
    onTestFinished(() => taken.rollback().execute())

    await expect(importLines(own, quarrel())).rejects.toMatchObject({ code: 'unavailable' })
  })
})

function open(url: string, { connectionsMax = 4, connectMs = 5000 } = {}): Db {
  const limits = { ...servingLimits, connectMs }
  const pool = openPool({ url, applicationName: 'lost connections', connectionsMax, limits })
  onTestFinished(() => pool.end())
  return openDb(pool)
}

async function processOf(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? 0
}

async function kill(db: Db, pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}::integer, 5000)`.execute(db)
}

/** The processes that wait for a lock. */
async function waitingFor(db: Db): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()
  `.execute(db)
  return rows.map(({ pid }) => pid)
}

async function eventsOf(db: Db, objects: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from event where object = any(${objects}::uuid[]) order by seq
  `.execute(db)
  return rows.map(({ seq }) => seq)
}

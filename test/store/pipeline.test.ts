import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { rollBackToSavepoint, setSavepoint } from '../../src/store/database/savepoint.ts'
import { transact } from '../../src/store/database/transaction.ts'
import type { TestDatabase } from '../support/clone.ts'
import { it } from '../support/it.ts'
import { killConnections } from '../support/kill-connections.ts'
import { noteRoundTrips } from '../support/round-trips.ts'

const applicationName = 'pipeline.test'

interface Opened {
  readonly db: Db
  /** Stands for an answer that never comes: the server's own limit would end it earlier. */
  readonly silentAfterMs?: number
}

function open(database: TestDatabase, options: Partial<Opened> = {}): Db {
  return openNoted(database, options).db
}

function openNoted(database: TestDatabase, { silentAfterMs = 0 }: Partial<Opened> = {}) {
  const pool = openPool({
    url: database.serviceUrl,
    applicationName,
    connectionsMax: 1,
    limits: servingLimits,
    isForWriting: true,
  })
  if (silentAfterMs > 0) Object.assign(pool.options, { query_timeout: silentAfterMs })
  onTestFinished(() => pool.end())
  const take = noteRoundTrips(pool)
  return { db: openDb(pool, { preparesAll: true }), take }
}

const one = sql<{ one: number }>`select 1 as one`
const fails = sql`select 1 / 0`
const slow = sql`select pg_sleep(20)`

/** Sends all at once; none waits for the answers to those before. */
async function together(db: Db, statements: readonly { execute: (db: Db) => Promise<unknown> }[]) {
  return Promise.allSettled(statements.map((statement) => statement.execute(db)))
}

describe('statements that are sent together', () => {
  it('wait for no answer in between, nor for that to BEGIN', async ({ database }) => {
    const { db, take } = openNoted(database)

    await transact(db, (tx) => together(tx, [one, sql`select 2 as other`]))

    const sent = take().map((trip) => trip.map((each) => each.replace(/ \[\]$/, '')))
    expect(sent).toEqual([
      ['start transaction isolation level read committed', 'select 1 as one', 'select 2 as other'],
      ['commit'],
    ])
  })

  it('are answered in their order, each with its own rows', async ({ database }) => {
    const db = open(database)

    const answers = await transact(db, (tx) =>
      together(
        tx,
        Array.from({ length: 50 }, (_, index) => sql`select ${index}::integer as value`),
      ),
    )

    expect(answers.map((answer) => answer.status === 'fulfilled' && answer.value)).toMatchObject(
      Array.from({ length: 50 }, (_, index) => ({ rows: [{ value: index }] })),
    )
  })

  it('fail after one that failed, and the connection goes on', async ({ database }) => {
    const db = open(database)

    const failed = transact(db, async (tx) => {
      const answers = await together(tx, [one, fails, one, sql`select 2 as other`])
      expect(answers.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ])
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')

    const again = await together(db, [one, sql`select 2 as other`])
    expect(again.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })

  it('all fail if one gets no answer in time, and the pool opens another connection', async ({
    database,
  }) => {
    const db = open(database, { silentAfterMs: 1_000 })

    const failed = transact(db, async (tx) => {
      const answers = await together(tx, [one, slow, one])
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')

    expect((await one.execute(db)).rows).toEqual([{ one: 1 }])
  })

  it('all fail if the connection is killed, and the pool opens another', async ({ database }) => {
    const db = open(database)

    const failed = transact(db, async (tx) => {
      await one.execute(tx)
      const answers = together(tx, [slow, one])
      await killConnections(database, applicationName)
      expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')

    expect((await one.execute(db)).rows).toEqual([{ one: 1 }])
  })
})

describe('a transaction', () => {
  it('fails with the cause, whatever failed because of it', async ({ database }) => {
    const db = open(database)

    const failed = transact(db, async (tx) => {
      const [fault, after] = await together(tx, [fails, one])
      expect(after).toEqual(fault)
      await one.execute(tx)
    })

    await expect(failed).rejects.toThrow('division by zero')
  })

  it('sends nothing once it has ended', async ({ database }) => {
    const { db, take } = openNoted(database)
    let late: Promise<unknown> = Promise.resolve()

    const failed = transact(db, async (tx) => {
      late = one.execute(tx).then(() => together(tx, [sql`select 2 as other`]))
      throw new Error('refused')
    })

    await expect(failed).rejects.toThrow('refused')
    expect(await late).toMatchObject([{ status: 'rejected' }])
    expect(take().flat().join()).not.toContain('other')
  })

  it('is not committed if a statement fails that is sent together with COMMIT', async ({
    database,
  }) => {
    const db = open(database)
    await sql`create temporary table kept (one integer)`.execute(db)

    const failed = transact(db, async (tx) => {
      await sql`insert into kept values (1)`.execute(tx)
      fails.execute(tx).catch(() => {})
    })

    await expect(failed).rejects.toThrow('division by zero')
    expect((await sql`select one from kept`.execute(db)).rows).toEqual([])
  })

  it('does not begin again after a savepoint with the cause of an earlier fault', async ({
    database,
  }) => {
    const db = open(database)

    const failed = transact(db, async (tx) => {
      await setSavepoint(tx, 'here')
      await expect(fails.execute(tx)).rejects.toThrow('division by zero')
      await rollBackToSavepoint(tx, 'here')
      await one.execute(tx)
      await together(tx, [sql`select nothing`])
      await one.execute(tx)
    })

    await expect(failed).rejects.toThrow('"nothing" does not exist')
  })
})

describe('a pool for writing', () => {
  it('plans each statement once, whatever its values', async ({ database }) => {
    const db = open(database)
    const find = (ids: readonly string[]) =>
      sql`select id from claim where id = any(${ids}::uuid[])`.execute(db)
    const id = '01890000-0000-7000-8000-000000000000'

    for (let count = 1; count <= 8; count += 1) await find(Array.from({ length: count }, () => id))

    const { rows } = await sql<{ plans: number }>`
      select generic_plans + 100 * custom_plans as plans from pg_prepared_statements
      where statement like 'select id from claim%'
    `.execute(db)
    expect(rows).toEqual([{ plans: 8 }])
  })
})

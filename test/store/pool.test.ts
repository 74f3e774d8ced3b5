import { sql } from 'kysely'
import { Client, escapeIdentifier, type Pool } from 'pg'
import { describe, expect, onTestFinished } from 'vitest'
import { openDb, openPool, servingLimits, type TimeLimits } from '../../src/store/database/pool.ts'
import { parseSafeInteger } from '../../src/store/database/type-parsers.ts'
import { type TestDatabase } from '../support/clone.ts'
import { it } from '../support/it.ts'
import { killConnections } from '../support/kill-connections.ts'

const applicationName = 'pool.test'

/** On a machine that is busy with other things. */
const patience = { timeout: 30_000 }

describe('openPool', () => {
  it('compiles no statements, whatever the server does', async ({ database }) => {
    const name = new URL(database.serviceUrl).pathname.slice(1)
    const owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    onTestFinished(() => owner.end())
    await owner.query(`alter database ${escapeIdentifier(name)} set jit = on`)

    expect((await open(database).query('show jit')).rows).toStrictEqual([{ jit: 'off' }])
  })

  it('survives that its idle connection is killed, and says so', async ({ database }) => {
    const lost: string[] = []
    const pool = open(database, {}, (error) => lost.push(error.message))
    await pool.query('select 1')

    await killConnections(database, applicationName)

    await expect.poll(() => lost, patience).toHaveLength(1)
    expect((await pool.query('select 1 as one')).rows).toStrictEqual([{ one: 1 }])
  })

  it('survives that a connection is killed between two queries of its user', async ({
    database,
  }) => {
    const pool = open(database)
    const client = await pool.connect()
    await client.query('begin')

    await killConnections(database, applicationName)
    await expect
      .poll(() => client.query('select 1').catch(String), patience)
      .toMatch(/not queryable/)
    client.release()

    expect((await pool.query('select 1 as one')).rows).toStrictEqual([{ one: 1 }])
  })

  it('survives that a connection is killed in a transaction of Kysely', async ({ database }) => {
    const db = openDb(open(database))

    const failed = db.transaction().execute(async (tx) => {
      await killConnections(database, applicationName)
      await sql`select pg_sleep(5)`.execute(tx)
    })

    await expect(failed).rejects.toThrow(/terminat|not queryable/)
    const { rows } = await sql`select 1 as one`.execute(db)
    expect(rows).toStrictEqual([{ one: 1 }])
  })

  it('ends a statement that takes too long', async ({ database }) => {
    const pool = open(database, { statementMs: 50 })

    await expect(pool.query('select pg_sleep(5)')).rejects.toThrow(/statement timeout/)
  })

  it('ends the wait for a lock', async ({ database }) => {
    const holder = await open(database).connect()
    onTestFinished(() => holder.release())
    await holder.query('select pg_advisory_lock(1)')
    const pool = open(database, { lockMs: 50 })

    await expect(pool.query('select pg_advisory_lock(1)')).rejects.toThrow(/lock timeout/)
  })

  it('ends a transaction in which nothing happens, and so its locks', async ({ database }) => {
    const client = await open(database, { idleInTransactionMs: 50 }).connect()
    onTestFinished(() => client.release())
    await client.query('begin')

    await expect
      .poll(() => client.query('select 1').catch(String), patience)
      .toMatch(/not queryable/)
  })

  it('gives up when all connections stay taken', async ({ database }) => {
    const pool = open(database, { connectMs: 2000 })
    const taken = await Promise.all([pool.connect(), pool.connect()])
    onTestFinished(() => taken.forEach((client) => client.release()))

    await expect(pool.query('select 1')).rejects.toThrow(/timeout/)
  })

  it('reads instants as dates, days as they are written, and counts as numbers', async ({
    database,
  }) => {
    const { rows } = await open(database).query(`
      select 9007199254740991::int8 as seq, count(*), '2025-12-03'::date as day,
             '2025-12-03 10:00+09'::timestamptz as instant, '2025-12-03 10:00'::timestamp as local,
             12345678901234567890.5::numeric as figure, array['매출', 'b'] as texts
    `)

    expect(rows).toStrictEqual([
      {
        seq: Number.MAX_SAFE_INTEGER,
        count: 1,
        day: '2025-12-03',
        instant: new Date('2025-12-03T01:00:00Z'),
        local: '2025-12-03 10:00:00',
        figure: '12345678901234567890.5',
        texts: ['매출', 'b'],
      },
    ])
  })

  it('fails rather than return a number with other digits', async ({ database }) => {
    const pool = open(database)

    await expect(pool.query('select 9007199254740992::int8')).rejects.toThrow(/9007199254740992/)
    expect((await pool.query('select 1 as one')).rows).toStrictEqual([{ one: 1 }])
  })
})

describe('parseSafeInteger', () => {
  it('takes every integer that a number holds exactly', () => {
    expect(parseSafeInteger('-9007199254740991')).toBe(Number.MIN_SAFE_INTEGER)
  })
})

function open(
  { serviceUrl: url }: TestDatabase,
  limits: Partial<TimeLimits> = {},
  onLost: (error: Error) => void = () => {},
): Pool {
  const pool = openPool({
    url,
    applicationName,
    connectionsMax: 2,
    limits: { ...servingLimits, ...limits },
    onLost,
  })
  onTestFinished(() => pool.end())
  return pool
}

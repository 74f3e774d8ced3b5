import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect } from 'vitest'
import { runnable } from '../../src/jobs/job.ts'
import { openSend } from '../../src/jobs/send.ts'
import type { Db } from '../../src/store/database/db.ts'
import { it } from '../support/it.ts'
import { makeQueue, numberJob, work } from '../support/jobs.ts'
import { outageProxy } from '../support/outage-proxy.ts'

async function stateOf(db: Db, name: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state::text from pgboss.job where name = ${name} order by created_on
  `.execute(db)
  return rows.map(({ state }) => state)
}

describe('several processes', () => {
  it('share the jobs that are sent, each of which runs once', async ({ database, db, ownerDb }) => {
    const done: number[] = []
    const job = numberJob('shared', (number) => {
      done.push(number)
      return Promise.resolve()
    })
    await makeQueue(ownerDb, job.name)
    const workers = [1, 2, 3].map(() => work(database.serviceUrl, [runnable(job)]))
    const send = openSend(db)
    const numbers = Array.from({ length: 6 }, (_, index) => index)
    for (const number of numbers) await send(db, job, { number })

    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(6)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(done.sort()).toEqual(numbers)
    expect(workers.flatMap(({ lines }) => lines)).toEqual([])
  })

  it('run what is due by the clock once among them, and never two at a time', async ({
    database,
    db,
    ownerDb,
  }) => {
    let running = 0
    let most = 0
    let runs = 0
    const job = runnable({
      ...numberJob('by-the-clock', async () => {
        most = Math.max(most, ++running)
        runs += 1
        await sleep(1_500)
        running -= 1
      }),
      every: { seconds: 1, payload: { number: 1 } },
    })
    await makeQueue(ownerDb, job.name, { policy: 'exclusive' })
    const workers = [1, 2, 3].map(() => work(database.serviceUrl, [job], { lookEveryMs: 100 }))

    await expect.poll(() => runs, { timeout: 10_000 }).toBeGreaterThan(1)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(most).toBe(1)
    const { rows } = await sql`
      select singleton_on from pgboss.job where name = ${job.name}
      group by singleton_on having count(*) > 1
    `.execute(db)
    expect(rows).toEqual([])
    expect(workers.flatMap(({ lines }) => lines)).toEqual([])
  })
})

describe('a job that fails', () => {
  it('is logged, and leaves no reason in the queue', async ({ database, db, ownerDb }) => {
    const ended: boolean[] = []
    const job = numberJob('failing', async (_, { db }) => {
      await sql`select 'a secret word'::int`.execute(db)
    })
    await makeQueue(ownerDb, job.name)
    const worker = work(database.serviceUrl, [runnable(job)], {
      onEnded: ({ isDone }) => void ended.push(isDone),
    })
    await openSend(db)(db, job, { number: 1 })

    await expect.poll(() => stateOf(db, job.name), { timeout: 10_000 }).toEqual(['failed'])
    await worker.stop()
    expect(ended).toEqual([false])
    expect(worker.lines).toMatchObject([
      { level: 'warn', message: 'The job failing failed.', fields: { err: { code: '22P02' } } },
    ])
    const { rows } = await sql<{ row: string }>`
      select job::text as row from pgboss.job where name = ${job.name}
    `.execute(db)
    expect(rows[0]?.row).toContain('the log says why')
    expect(rows[0]?.row).not.toContain('secret')
  })

  it('of a payload that another version has put there, fails alike', async ({
    database,
    db,
    ownerDb,
  }) => {
    const job = numberJob('other-version', () => Promise.resolve())
    await makeQueue(ownerDb, job.name)
    await sql`
      insert into pgboss.job (name, data, policy, retry_limit)
      values (${job.name}, '{"colour": "red"}', 'standard', 0)
    `.execute(db)
    const worker = work(database.serviceUrl, [runnable(job)])
    await expect.poll(() => stateOf(db, job.name), { timeout: 10_000 }).toEqual(['failed'])
    expect(worker.lines).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('tells the job under way, waits for it, and leaves nothing open', async ({
    database,
    db,
    ownerDb,
  }) => {
    let isRunning = false
    const job = numberJob('told', async (_, { signal }) => {
      isRunning = true
      await sleep(60_000, undefined, { signal }).catch(() => {})
      await sleep(200)
    })
    await makeQueue(ownerDb, job.name)
    const worker = work(database.serviceUrl, [runnable(job)])
    await openSend(db)(db, job, { number: 1 })
    await expect.poll(() => isRunning, { timeout: 10_000 }).toBe(true)

    const begun = performance.now()
    await worker.stop()
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(await stateOf(db, job.name)).toEqual(['completed'])
    // The server forgets a connection a moment after it was closed.
    await expect.poll(() => connections(ownerDb)).toBe(0)
  })

  it('gives up a job that does not listen, which another process then does', async ({
    database,
    db,
    ownerDb,
  }) => {
    const runs: string[] = []
    const deaf = (who: string, ms: number) =>
      numberJob('deaf', async () => {
        runs.push(who)
        await sleep(ms)
      })
    await makeQueue(ownerDb, 'deaf', { retryLimit: 1 })
    const first = work(database.serviceUrl, [runnable(deaf('first', 20_000))])
    await openSend(db)(db, deaf('', 0), { number: 1 })
    await expect.poll(() => runs, { timeout: 10_000 }).toEqual(['first'])

    const begun = performance.now()
    await first.stop()
    expect(performance.now() - begun).toBeLessThan(6_000)
    work(database.serviceUrl, [runnable(deaf('second', 0))])
    await expect.poll(() => runs, { timeout: 10_000 }).toEqual(['first', 'second'])
    await expect.poll(() => stateOf(db, 'deaf'), { timeout: 10_000 }).toEqual(['completed'])
  }, 40_000)

  it('does not wait for a database that says nothing', async ({ database, ownerDb }) => {
    const job = numberJob('stalled', () => Promise.resolve())
    await makeQueue(ownerDb, job.name)
    const proxy = await outageProxy(database.serviceUrl)
    const worker = work(proxy.url, [runnable(job)])
    await expect.poll(() => worker.pool.totalCount, { timeout: 5_000 }).toBeGreaterThan(0)
    proxy.standStill()
    await sleep(600)
    const begun = performance.now()
    await worker.stop()
    expect(performance.now() - begun).toBeLessThan(6_500)
  }, 20_000)
})

describe('while the queue cannot be used', () => {
  it('waits for a database that is away, says so once, and goes on by itself', async ({
    database,
    db,
    ownerDb,
  }) => {
    const done: number[] = []
    const job = numberJob('away', (number) => {
      done.push(number)
      return Promise.resolve()
    })
    await makeQueue(ownerDb, job.name)
    const proxy = await outageProxy(database.serviceUrl)
    const worker = work(proxy.url, [runnable(job)])
    const send = openSend(db)
    await send(db, job, { number: 1 })
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([1])

    await proxy.goAway()
    await sleep(3_000)
    await send(db, job, { number: 2 })
    await proxy.comeBack()
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([1, 2])
    // One line for each way of being away: cut off, and refused.
    expect(worker.lines.length).toBeGreaterThan(0)
    expect(worker.lines.length).toBeLessThan(4)
  }, 30_000)

  it('starts without one, and works once it is there', async ({ database, db, ownerDb }) => {
    const done: number[] = []
    const job = numberJob('late', (number) => {
      done.push(number)
      return Promise.resolve()
    })
    await makeQueue(ownerDb, job.name)
    const proxy = await outageProxy(database.serviceUrl)
    await proxy.goAway()
    const worker = work(proxy.url, [runnable(job)])
    await openSend(db)(db, job, { number: 1 })
    await expect.poll(() => worker.lines.length, { timeout: 5_000 }).toBe(1)
    await proxy.comeBack()
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([1])
    expect(worker.lines).toHaveLength(1)
  }, 30_000)

  const hindrances = [
    {
      what: 'the schema is not there',
      hinder: 'alter schema pgboss rename to gone',
      repair: 'alter schema gone rename to pgboss',
    },
    {
      what: 'the role may not',
      hinder: 'revoke usage on schema pgboss from counterpoint_service',
      repair: 'grant usage on schema pgboss to counterpoint_service',
    },
    {
      what: 'a table is not granted',
      hinder: 'revoke all on pgboss.job, pgboss.job_common from counterpoint_service',
      repair:
        'grant select, insert, update, delete on pgboss.job, pgboss.job_common to counterpoint_service',
    },
    {
      what: 'the database is read-only, as for a full disk',
      hinder: eachSession('on'),
      repair: eachSession('off'),
    },
  ]

  it.for(hindrances)(
    '$what: one line, and it goes on by itself',
    { timeout: 40_000 },
    async ({ hinder, repair }, { database, db, ownerDb }) => {
      const done: number[] = []
      const job = numberJob('hindered', (number) => {
        done.push(number)
        return Promise.resolve()
      })
      await makeQueue(ownerDb, job.name)
      await sql.raw(hinder).execute(ownerDb)
      const worker = work(database.serviceUrl, [runnable(job)])
      await expect.poll(() => worker.lines.length, { timeout: 5_000 }).toBe(1)
      await sleep(2_500)
      expect(worker.lines).toHaveLength(1)
      await sql.raw(repair).execute(ownerDb)
      await openSend(db)(db, job, { number: 1 })
      await expect.poll(() => done, { timeout: 15_000 }).toEqual([1])
    },
  )

  it('a queue that is missing hinders no other job', async ({ database, db, ownerDb }) => {
    const done: number[] = []
    const here = numberJob('here', (number) => {
      done.push(number)
      return Promise.resolve()
    })
    await makeQueue(ownerDb, here.name)
    const jobs = [numberJob('nowhere', () => Promise.resolve()), here].map((job) => runnable(job))
    const worker = work(database.serviceUrl, jobs)
    await openSend(db)(db, here, { number: 1 })
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([1])
    await sleep(1_500)
    expect(worker.lines).toHaveLength(1)
  })
})

it('works on a newer schema of the queue, and leaves it as it is', async ({
  database,
  db,
  ownerDb,
}) => {
  const done: number[] = []
  const job = numberJob('newer', (number) => {
    done.push(number)
    return Promise.resolve()
  })
  await makeQueue(ownerDb, job.name)
  await sql`update pgboss.version set version = version + 1`.execute(ownerDb)
  await sql`alter table pgboss.job add column of_tomorrow text default 'new'`.execute(ownerDb)
  const before = await catalogue(database.ownerUrl)
  const worker = work(database.serviceUrl, [runnable(job)])
  await openSend(db)(db, job, { number: 1 })
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([1])
  await worker.stop()
  expect(worker.lines).toEqual([])
  expect(await catalogue(database.ownerUrl)).toEqual(before)
})

/** Of sessions that begin from now on. */
function eachSession(readOnly: 'on' | 'off'): string {
  return `do $$ begin
    execute format('alter database %I set default_transaction_read_only = ${readOnly}', current_database());
  end $$`
}

async function connections(ownerDb: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'counterpoint jobs'
  `.execute(ownerDb)
  return rows[0]?.count ?? -1
}

/** What is there of the queue's schema. */
async function catalogue(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<object>(`
      select relname, relkind, (select count(*) from pg_attribute where attrelid = pg_class.oid) as columns
      from pg_class where relnamespace = 'pgboss'::regnamespace order by relname`)
    return rows
  } finally {
    await client.end()
  }
}

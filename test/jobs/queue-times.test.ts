import { sql } from 'kysely'
import { expect } from 'vitest'
import { runnable } from '../../src/jobs/job.ts'
import { correctQueueTimes } from '../../src/store/queue-times.ts'
import { it } from '../support/it.ts'
import { makeQueue, numberJob, work } from '../support/jobs.ts'

it('a clock that was a year ahead for a while stops no job', async ({ database, db, ownerDb }) => {
  const done: number[] = []
  const job = {
    ...numberJob('leap', (number) => {
      done.push(number)
      return Promise.resolve()
    }),
    every: { seconds: 1, payload: { number: 2 } },
  }
  await makeQueue(ownerDb, job.name, { policy: 'exclusive' })
  await sql`
    insert into pgboss.job (name, data, policy, created_on, start_after, keep_until)
    select 'leap', '{"number": 1}', 'exclusive', ahead, ahead, ahead + interval '1 hour'
    from (values (now() + interval '1 year')) clock (ahead)
  `.execute(db)
  await sql`
    update pgboss.queue set monitor_on = ahead, monitor_claim_on = ahead, maintain_on = ahead
    from (values (now() + interval '1 year')) clock (ahead)
  `.execute(db)

  const worker = work(database.serviceUrl, [runnable(job)])
  await expect.poll(() => done.slice(0, 2), { timeout: 10_000 }).toEqual([1, 2])
  await worker.stop()

  expect(worker.lines).toMatchObject([{ level: 'warn', fields: { mended: 1 } }])
  const { rows } = await sql`
    select from pgboss.queue where greatest(monitor_on, monitor_claim_on, maintain_on) > now()
  `.execute(db)
  expect(rows).toEqual([])
})

it('a job that began by such a clock runs out in time, and what was sent for later waits', async ({
  db,
  ownerDb,
}) => {
  await makeQueue(ownerDb, 'kinds')
  await sql`
    insert into pgboss.job (name, singleton_key, policy, state, created_on, start_after, started_on)
    values
      ('kinds', 'began ahead', 'standard', 'active', now(), now(), now() + interval '1 year'),
      ('kinds', 'runs', 'standard', 'active', now(), now(), now() - interval '1 minute'),
      ('kinds', 'for later', 'standard', 'created', now(), now() + interval '1 day', null),
      ('kinds', 'for later, ahead', 'standard', 'created', now() + interval '1 year', now() + interval '1 year 1 day', null),
      ('kinds', 'done', 'standard', 'completed', now(), now(), now() + interval '1 year')
  `.execute(ownerDb)
  const hours = async () => {
    const { rows } = await sql<{ key: string; hours: number }>`
      select singleton_key as key, round(extract(epoch from
        case state when 'created' then start_after else started_on end - now()) / 3600)::int as hours
      from pgboss.job where name = 'kinds'
    `.execute(db)
    return Object.fromEntries(rows.map(({ key, hours }) => [key, hours]))
  }
  expect(await correctQueueTimes(db)).toBe(2)
  expect(await hours()).toMatchObject({
    'began ahead': 0,
    runs: 0,
    'for later': 24,
    'for later, ahead': 24,
  })
  expect((await hours())['done']).toBeGreaterThan(8_000)
  expect(await correctQueueTimes(db)).toBe(0)
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import { allJobs } from '../../src/jobs/all.ts'
import { freePort } from '../chaos/kills.ts'
import { fromSource, startService } from '../chaos/service-process.ts'
import { it } from '../support/it.ts'

const scheduled = allJobs
  .filter(({ every }) => every)
  .map(({ name }) => name)
  .toSorted()

it('a service runs the scheduled jobs once it is ready, and does not wait for jobs when it stops', async ({
  database,
  db,
  ownerDb,
}) => {
  const service = startService({
    program: fromSource,
    port: await freePort(),
    key: randomUUID(),
    env: { DATABASE_URL: database.serviceUrl, ALLOW_DATA_LOSS: 'on' },
  })
  onTestFinished(service.kill)
  await service.ready()
  const states = async () => {
    const { rows } = await sql<{ job: string }>`
      select name || ' ' || state as job from pgboss.job order by name
    `.execute(db)
    return rows.map(({ job }) => job)
  }
  // One longest poll, and some time to start.
  const timeout = 20_000 + 1_000 * Math.max(...allJobs.map(({ pollSeconds }) => pollSeconds))
  await expect.poll(states, { timeout }).toEqual(scheduled.map((name) => `${name} completed`))
  const metrics = await (await fetch(`${service.origin}/metrics`)).text()
  for (const name of scheduled)
    expect(metrics).toContain(
      `counterpoint_job_duration_seconds_count{job="${name}",outcome="done"} 1`,
    )

  const begun = performance.now()
  expect(await service.stop()).toBe(0)
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(service.log()).not.toMatch(/"level":[45]0/)
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and application_name = 'counterpoint jobs'
  `.execute(ownerDb)
  expect(rows).toEqual([])
}, 120_000)

import { sql } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import { createBoss } from '../../src/jobs/boss.ts'
import type { Db } from '../../src/store/database/db.ts'
import { it } from '../support/it.ts'
import { makeQueue, queueDb } from '../support/jobs.ts'

async function statesOf(db: Db): Promise<Record<string, string>> {
  const { rows } = await sql<{ key: string; state: string }>`
    select singleton_key as key, state::text from pgboss.job where name = 'maintained'
  `.execute(db)
  return Object.fromEntries(rows.map(({ key, state }) => [key, state]))
}

it('the serving role deletes what is done, and gives up what has died with its process', async ({
  database,
  db,
  ownerDb,
}) => {
  await makeQueue(ownerDb, 'maintained', { expireInSeconds: 60, deleteAfterSeconds: 3600 })
  await sql`
    insert into pgboss.job
      (name, singleton_key, policy, state, retry_limit, expire_seconds, deletion_seconds,
       created_on, started_on, completed_on, keep_until)
    select 'maintained', key, 'standard', state::pgboss.job_state, 0, 60, 3600,
      now() - since, now() - since,
      case when state in ('completed', 'failed') then now() - since end, now() - since + kept
    from (values
      ('done long ago', 'completed', interval '2 hours', interval '14 days'),
      ('done', 'completed', interval '1 minute', interval '14 days'),
      ('failed long ago', 'failed', interval '2 hours', interval '14 days'),
      ('died', 'active', interval '2 minutes', interval '14 days'),
      ('runs', 'active', interval '1 second', interval '14 days'),
      ('waits', 'created', interval '1 minute', interval '14 days'),
      ('waits for ever', 'created', interval '2 hours', interval '1 hour')
    ) job (key, state, since, kept)
  `.execute(ownerDb)
  const faults: unknown[] = []
  const boss = await createBoss(queueDb(database.serviceUrl))
  boss.on('error', (error) => void faults.push(error))
  boss.on('warning', (warning) => void faults.push(warning))
  await boss.start()
  onTestFinished(() => boss.stop())

  await boss.supervise()
  await boss.resolveFlow()

  expect(faults).toEqual([])
  expect(await statesOf(db)).toEqual({
    done: 'completed',
    died: 'failed',
    runs: 'active',
    waits: 'created',
  })
})

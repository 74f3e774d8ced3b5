import packageJson from 'pg-boss/package.json' with { type: 'json' }
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createBoss, queueSchema } from '../../src/jobs/boss.ts'
import { allJobs } from '../../src/jobs/all.ts'
import { findQueueSchema } from '../../src/store/database/schema.ts'
import { queueDb } from '../support/jobs.ts'
import { it } from '../support/it.ts'

it('migrations have made the schema that the installed pg-boss wants', async ({ db }) => {
  const wantedVersion = packageJson.pgboss.schema
  const toDo = `pg-boss ${packageJson.version}: add a migration from getMigrationPlans('pgboss', ${queueSchema.version}), and its number to src/jobs/boss.ts`
  expect({ toDo, migrated: await findQueueSchema(db), expected: queueSchema.version }).toEqual({
    toDo,
    migrated: wantedVersion,
    expected: wantedVersion,
  })
})

it('is the schema that pg-boss would create, apart from what it does daily', async ({
  database,
}) => {
  const boss = await createBoss(queueDb(database.ownerUrl))
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true })
})

it('has a queue for every job, and no other', async ({ db }) => {
  const { rows } = await sql<{ name: string }>`select name from pgboss.queue order by name`.execute(
    db,
  )
  expect(rows.map(({ name }) => name)).toEqual(allJobs.map(({ name }) => name).sort())
})

const forbidden = [
  `select pgboss.create_queue('mine', '{"policy": "standard"}')`,
  `select pgboss.delete_queue('housekeeping')`,
  `select pgboss.job_table_run('drop table pgboss.job')`,
  `select pgboss.job_table_run_async('x', 1, 'drop table pgboss.job')`,
  `create table pgboss.mine ()`,
  `create index on pgboss.job_common (name)`,
  `insert into pgboss.queue (name, policy) values ('mine', 'standard')`,
  `update pgboss.queue set policy = 'standard'`,
  `delete from pgboss.queue`,
  `update pgboss.version set version = 1`,
  `insert into pgboss.bam (name, version, table_name, command) values ('x', 1, 'job', 'drop table pgboss.job')`,
]

it.for(forbidden)('the serving role may not: %s', async (statement, { db }) => {
  await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ code: '42501' })
})

it('the serving role may run one function of the schema, which returns the time', async ({
  db,
}) => {
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc
    where pronamespace = 'pgboss'::regnamespace and has_function_privilege(oid, 'execute')
  `.execute(db)
  expect(rows).toEqual([{ name: 'job_now' }])
})

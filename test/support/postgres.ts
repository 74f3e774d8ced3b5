import { randomInt } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits } from '../../src/store/database/pool.ts'
import { databaseUrl } from './database-url.ts'
import { findServer, type TestServer } from './server.ts'

/** What a test file needs to clone the template; see `it.ts`. */
export type Template = Readonly<{
  adminUrl: string
  ownerUrl: string
  serviceUrl: string
  owner: string | undefined
  template: string
}>

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

/** The first key of the lock that a run holds until it ends. The second is its number. */
const runLock = 0x636c74

/** Finds a server and migrates the template database, which every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const admin = new Client({ connectionString: server.adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ server_version: string }>('show server_version')
  console.log(`Tests use PostgreSQL ${rows[0]?.server_version}, ${server.name}.`)

  await dropLeftovers(admin)
  const run = randomInt(2 ** 31)
  await admin.query('select pg_advisory_lock($1, $2)', [runLock, run])
  project.provide('template', await createTemplate(admin, server, run))

  return async () => {
    await dropDatabases(admin, run)
    await admin.end()
    await server.stop()
  }
}

/** Creates and migrates the database that others clone. */
export async function createTemplate(
  admin: Client,
  server: Omit<TestServer, 'name' | 'stop'>,
  run: number,
): Promise<Template> {
  const template = `counterpoint_test_${run}`
  const name = escapeIdentifier(template)
  await admin.query(
    `create database ${name} ${server.owner ? `owner ${escapeIdentifier(server.owner)}` : ''}`,
  )
  const pool = openPool({
    url: databaseUrl(server.ownerUrl, { database: template }),
    applicationName: 'counterpoint tests',
    connectionsMax: 1,
    limits: owningLimits,
  })
  const db = openDb(pool)
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
  // The template must have no other connections, or it cannot be cloned.
  await admin.query(`alter database ${name} allow_connections false`)
  const { adminUrl, ownerUrl, serviceUrl, owner } = server
  return { adminUrl, ownerUrl, serviceUrl, owner, template }
}

/** Databases of killed runs: nobody holds the lock of such a run. */
async function dropLeftovers(admin: Client): Promise<void> {
  const databases = await listDatabases(admin, '^counterpoint_test_[0-9]+$')
  for (const database of databases) {
    const run = Number(database.split('_').at(-1))
    const { rows } = await admin.query<{ is_dead: boolean }>(
      'select pg_try_advisory_lock($1, $2) as is_dead',
      [runLock, run],
    )
    if (!rows[0]?.is_dead) continue
    await dropDatabases(admin, run)
    await admin.query('select pg_advisory_unlock($1, $2)', [runLock, run])
  }
}

/** The template is dropped last: while it exists, a later run knows that something is left. */
async function dropDatabases(admin: Client, run: number): Promise<void> {
  const databases = await listDatabases(admin, `^counterpoint_test_${run}(_|$)`)
  for (const database of databases) {
    await admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`)
  }
}

async function listDatabases(admin: Client, pattern: string): Promise<string[]> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where datname ~ $1 order by length(datname) desc',
    [pattern],
  )
  return rows.map((row) => row.datname)
}

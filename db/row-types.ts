/**
 * `npm run db:types`: writes the row types of the migrated schema to `src/store/database/tables.ts`, or with
 * `--verify` fails when they are not those. Uses the server that the tests use.
 */
import { spawnSync } from 'node:child_process'
import { Client } from 'pg'
import { migrate } from '../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits } from '../src/store/database/pool.ts'
import { databaseUrl } from '../test/support/database-url.ts'
import { findServer } from '../test/support/server.ts'

const database = 'counterpoint_row_types'

const server = await findServer()
const admin = new Client({ connectionString: server.adminUrl })
await admin.connect()
try {
  // All runs share the name, so that killed ones leave at most one database behind.
  await admin.query(`select pg_advisory_lock(hashtext($1))`, [database])
  await admin.query(`drop database if exists ${database} with (force)`)
  await admin.query(`create database ${database} ${server.owner ? `owner ${server.owner}` : ''}`)
  process.exitCode = await writeRowTypes(databaseUrl(server.ownerUrl, { database }))
  await admin.query(`drop database ${database} with (force)`)
} finally {
  await admin.end()
  await server.stop()
}

/** Returns what the generator exits with. */
async function writeRowTypes(url: string): Promise<number> {
  const applicationName = 'counterpoint row types'
  const pool = openPool({ url, applicationName, connectionsMax: 1, limits: owningLimits })
  const db = openDb(pool)
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
  const { status, error } = spawnSync('kysely-codegen', process.argv.slice(2), {
    // Not as an argument: it holds a password.
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'inherit',
  })
  if (error) throw error
  return status ?? 1
}

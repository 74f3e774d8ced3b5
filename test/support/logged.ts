import { Kysely, PostgresDialect } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'
import type { DB } from '../../src/store/database/tables.ts'

/** A single connection, for tests that inspect the statements sent. */
export function openLogged(url: string, statements: string[]): Db {
  const applicationName = 'logged'
  const pool = openPool({ url, applicationName, connectionsMax: 1, limits: servingLimits })
  onTestFinished(() => pool.end())
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void statements.push(query.sql),
  })
}

import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Db } from './db.ts'
import { migrationNames } from './migration-files.ts'

/** How the schema of a database differs from the one that this version was written for. */
export interface SchemaGap {
  /** Migrations that the database has yet to run. */
  readonly pending: readonly string[]
  /** Migrations that it has run and this version does not know: a newer one has been here. */
  readonly unknown: readonly string[]
}

/** Asks the ledger; it takes no more than to read it, and one statement. */
export async function findSchemaGap(db: Db, folder?: URL): Promise<SchemaGap> {
  const known = await migrationNames(folder)
  const executed = new Set(await executedMigrations(db))
  return {
    pending: known.filter((name) => !executed.has(name)),
    unknown: [...executed].filter((name) => !known.includes(name)),
  }
}

/** Whether the role owns the schema, or may make one where there is none yet. */
export async function mayMigrate(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege('public', 'create')
      and coalesce(
        (
          select pg_has_role(relowner, 'usage') from pg_class
          where oid = to_regclass('public.kysely_migration')
        ),
        true
      ) as may
  `.execute(db)
  return rows[0]?.may ?? false
}

/** It is not there, or its owner has not shared it: nothing was migrated to the end. */
const noLedger = new Set(['42P01', '42501'])

async function executedMigrations(db: Db): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration order by name
    `.execute(db)
    return rows.map(({ name }) => name)
  } catch (error) {
    if (error instanceof DatabaseError && noLedger.has(error.code ?? '')) return []
    throw error
  }
}

/** The version of the schema that the queue of jobs lies in, as its library counts. */
export async function findQueueSchema(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from pgboss.version`.execute(db)
  return rows[0]?.version ?? 0
}

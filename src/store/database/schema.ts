import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Db } from './db.ts'
import { migrationNames } from './migration-files.ts'

/** How the schema of a database differs from what this version expects. */
export interface SchemaGap {
  /** Migrations that the database has yet to run. */
  readonly pending: readonly string[]
  /**
   * Migrations that it has run and this version does not know, because a newer version was here.
   */
  readonly unknown: readonly string[]
}

/** Reads the ledger, with one statement and no more rights than reading takes. */
export async function findSchemaGap(db: Db, folder?: URL): Promise<SchemaGap> {
  const known = await migrationNames(folder)
  const executed = new Set(await executedMigrations(db))
  return {
    pending: known.filter((name) => !executed.has(name)),
    unknown: [...executed].filter((name) => !known.includes(name)),
  }
}

/** Whether the role owns the schema, or may create one if there is none. */
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

/** The ledger is missing, or its owner has not granted access: migration was never completed. */
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

/** The schema version of the job queue, as its library counts. */
export async function findQueueSchema(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from pgboss.version`.execute(db)
  return rows[0]?.version ?? 0
}

import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { readFile } from 'node:fs/promises'
import { DatabaseError } from 'pg'
import { errorLine } from '../../domain/logged-error.ts'
import type { Db } from './db.ts'
import { MigrationError, migrationFolder, migrationNames } from './migration-files.ts'
import { servingRole } from './roles.ts'
import { findSchemaGap } from './schema.ts'

/**
 * Runs pending SQL files in name order, in one transaction, and returns their names. Processes that
 * start together wait for each other. Forward only: a mistake is fixed by a new file. A database
 * migrated by a newer version is left as it is.
 *
 * @throws {MigrationError} naming the file and line that failed
 */
export async function migrate(owner: Db, folder: URL = migrationFolder): Promise<string[]> {
  const { pending } = await findSchemaGap(owner, folder)
  if (pending.length === 0) return []
  const files = await readMigrations(folder)
  const { error, results = [] } = await migratorOf(owner, files).migrateToLatest()
  const failed = results.find((result) => result.status === 'Error')
  if (failed) throw failureOf(failed.migrationName, files.get(failed.migrationName), error)
  if (error) throw new MigrationError(reasonOf(error), { cause: error })
  if (results.length > 0) await shareLedger(owner)
  return results.map((result) => result.migrationName)
}

function migratorOf(db: Db, files: ReadonlyMap<string, string>): Migrator {
  const migrations: Record<string, Migration> = {}
  for (const [name, text] of files) {
    migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
}

async function readMigrations(folder: URL): Promise<ReadonlyMap<string, string>> {
  const names = await migrationNames(folder)
  const texts = names.map((name) => readFile(new URL(`${name}.sql`, folder), 'utf8'))
  return new Map((await Promise.all(texts)).map((text, index) => [names[index] ?? '', text]))
}

/** Lets the serving role see what is pending, which is part of the readiness check. */
async function shareLedger(owner: Db): Promise<void> {
  await sql`
    do $$
    begin
      if exists (select from pg_roles where rolname = ${sql.lit(servingRole)}) then
        grant select on kysely_migration, kysely_migration_lock to ${sql.id(servingRole)};
      end if;
    end
    $$
  `.execute(owner)
}

function failureOf(name: string, text: string | undefined, cause: unknown): MigrationError {
  const at = cause instanceof DatabaseError ? Number(cause.position ?? 0) : 0
  const line = text && at > 0 ? ` at line ${text.slice(0, at).split('\n').length}` : ''
  return new MigrationError(`${name}.sql failed${line}: ${reasonOf(cause)}`, { cause })
}

/** A wrong statement is our own; other database errors may quote the record. */
function wordsOf(error: unknown): string {
  const isOurs = !(error instanceof DatabaseError) || error.code?.startsWith('42')
  return isOurs && error instanceof Error ? error.message : errorLine(error)
}

function reasonOf(error: unknown): string {
  const message = wordsOf(error)
  const missing = /previously executed migration (\S+) is missing/.exec(message)?.[1]
  return missing
    ? `The database has run ${missing}, which this program does not know, and lacks others: the two have diverged.`
    : message
}

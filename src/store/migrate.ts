import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { readdir, readFile } from 'node:fs/promises'
import { DatabaseError } from 'pg'
import type { Db } from './db.ts'
import { servingRole } from './roles.ts'

// The same from src/store and from dist/store.
const defaultFolder = new URL('../../db/migrations/', import.meta.url)

const fileName = /^(?<number>\d{4})-[a-z0-9-]+\.sql$/

/** A migration could not be run, or the ledger does not fit the files. Nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Runs the SQL files not yet run, in name order and all in one transaction, and returns their
 * names. Processes that start together wait for each other. Forward only: a mistake is fixed by a
 * new file.
 *
 * @throws {MigrationError} naming the file and line that failed
 */
export async function migrate(owner: Db, folder: URL = defaultFolder): Promise<string[]> {
  const files = await readMigrations(folder)
  const { error, results = [] } = await migratorOf(owner, files).migrateToLatest()
  const failed = results.find((result) => result.status === 'Error')
  if (failed) throw failureOf(failed.migrationName, files.get(failed.migrationName), error)
  if (error) throw new MigrationError(reasonOf(error), { cause: error })
  if (results.length > 0) await shareLedger(owner)
  return results.map((result) => result.migrationName)
}

/** The files not yet run. Neither role needs more than to read the ledger for it. */
export async function pendingMigrations(db: Db, folder: URL = defaultFolder): Promise<string[]> {
  const migrations = await migratorOf(db, await readMigrations(folder)).getMigrations()
  return migrations.filter(({ executedAt }) => !executedAt).map(({ name }) => name)
}

function migratorOf(db: Db, files: ReadonlyMap<string, string>): Migrator {
  const migrations: Record<string, Migration> = {}
  for (const [name, text] of files) {
    migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
}

async function readMigrations(folder: URL): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const byNumber = new Map<string, string>()
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const number = fileName.exec(file)?.groups?.['number']
    if (!number) {
      throw new MigrationError(`${file} is no name for a migration; 0001-what-it-does.sql is.`)
    }
    const namesake = byNumber.get(number)
    if (namesake) throw new MigrationError(`${namesake} and ${file} have the same number.`)
    byNumber.set(number, file)
    files.set(file.slice(0, -'.sql'.length), await readFile(new URL(file, folder), 'utf8'))
  }
  return files
}

/** Lets the serving role see what is pending, which is part of being ready. */
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

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const missing = /previously executed migration (\S+) is missing/.exec(message)?.[1]
  return missing
    ? `The database has run ${missing}, which this program does not know. It is older than the database.`
    : message
}

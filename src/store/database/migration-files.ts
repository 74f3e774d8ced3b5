import { readdir } from 'node:fs/promises'
import { PlainError } from '../../domain/plain-error.ts'

// The same path from src/store and dist/store.
export const migrationFolder = new URL('../../../db/migrations/', import.meta.url)

const fileName = /^(?<number>\d{4})-[a-z0-9-]+\.sql$/

/** A migration failed, or the ledger does not match the files. Nothing was changed. */
export class MigrationError extends PlainError {
  override readonly name = 'MigrationError'
}

/**
 * The names of the migrations in the order in which they run, without `.sql`.
 *
 * @throws {MigrationError} if a file has no place in that order
 */
export async function migrationNames(folder: URL = migrationFolder): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const byNumber = new Map<string, string>()
  for (const file of files) {
    const number = fileName.exec(file)?.groups?.['number']
    if (!number) {
      throw new MigrationError(
        `${file} is not a name for a migration; use one like 0001-what-it-does.sql.`,
      )
    }
    const namesake = byNumber.get(number)
    if (namesake) throw new MigrationError(`${namesake} and ${file} have the same number.`)
    byNumber.set(number, file)
  }
  return files.map((file) => file.slice(0, -'.sql'.length))
}

import { sql } from 'kysely'
import type { Db } from './db.ts'

export async function setSavepoint(tx: Db, name: string): Promise<void> {
  await sql`savepoint ${sql.id(name)}`.execute(tx)
}

/** Keeps what was done since. */
export async function releaseSavepoint(tx: Db, name: string): Promise<void> {
  await sql`release savepoint ${sql.id(name)}`.execute(tx)
}

/**
 * Undoes what was done since and releases the savepoint: later statements belong to the enclosing
 * transaction.
 */
export async function rollBackToSavepoint(tx: Db, name: string): Promise<void> {
  await sql`rollback to savepoint ${sql.id(name)}`.execute(tx)
  await releaseSavepoint(tx, name)
}

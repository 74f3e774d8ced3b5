import { sql } from 'kysely'
import type { Db } from './db.ts'

export async function setSavepoint(tx: Db, name: string): Promise<void> {
  await sql`savepoint ${sql.id(name)}`.execute(tx)
}

/** Keeps what came after it. */
export async function releaseSavepoint(tx: Db, name: string): Promise<void> {
  await sql`release savepoint ${sql.id(name)}`.execute(tx)
}

/** Takes back what came after it, and ends it: later statements belong to the transaction itself. */
export async function rollBackToSavepoint(tx: Db, name: string): Promise<void> {
  await sql`rollback to savepoint ${sql.id(name)}`.execute(tx)
  await releaseSavepoint(tx, name)
}

import { AbortedTransactionError, sql, type ControlledTransaction } from 'kysely'
import type { Db } from './db.ts'
import { isTransient } from './faults.ts'
import type { DB } from './tables.ts'
import { PlainError } from '../../domain/plain-error.ts'

/**
 * The connection went away while COMMIT was under way. Whether it happened only what it would have
 * left can tell: a server that has crashed gives the number of a lost transaction to another one.
 */
export class CommitUnknownError extends PlainError {
  override readonly name = 'CommitUnknownError'

  constructor(cause: unknown) {
    super('The connection was lost during COMMIT.', { cause })
  }
}

/**
 * Runs `work` in a transaction, read committed: whoever waited for the record lock must see what the
 * one before it committed. Kysely sees to it that COMMIT was answered with COMMIT.
 *
 * @throws {CommitUnknownError} when the answer to COMMIT was lost
 */
export async function transact<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  let isCommitting = false
  try {
    return await db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (tx) => {
        const result = await work(tx)
        isCommitting = true
        return result
      })
  } catch (error) {
    if (!isCommitting || wasRefused(error)) throw error
    throw new CommitUnknownError(error)
  }
}

/** COMMIT was answered, with a refusal: a deferred constraint, or ROLLBACK. */
function wasRefused(error: unknown): boolean {
  if (error instanceof AbortedTransactionError) return true
  return error instanceof Error && 'severity' in error && !isTransient(error)
}

/**
 * The same without COMMIT: whatever `work` did is undone. What the database checks at COMMIT is
 * checked here, too.
 */
export async function rehearse<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().setIsolationLevel('read committed').execute()
  try {
    const result = await work(tx)
    await sql`set constraints all immediate`.execute(tx)
    return result
  } finally {
    await tx.rollback().execute()
  }
}

/** A transaction that sees one state of the record throughout and writes nothing. Roll it back. */
export async function snapshot(db: Db): Promise<ControlledTransaction<DB>> {
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  // The client of an export may be slow.
  await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx)
  return tx
}

/** Runs reads that must agree with each other: they see one state of the record. */
export async function readSnapshot<T>(db: Db, read: (now: Db) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read)
}

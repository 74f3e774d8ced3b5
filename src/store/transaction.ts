import { AbortedTransactionError, sql, type ControlledTransaction } from 'kysely'
import type { Db } from './db.ts'
import { isTransient } from './faults.ts'
import type { DB } from './tables.ts'

/** The connection went away while COMMIT was under way: whether it happened is for `wasCommitted` to say. */
export class CommitUnknownError extends Error {
  readonly transaction: string

  constructor(transaction: string, cause: unknown) {
    super('The connection was lost during COMMIT.', { cause })
    this.name = 'CommitUnknownError'
    this.transaction = transaction
  }
}

/**
 * Runs `work` in a transaction, read committed: whoever waited for the record lock must see what the
 * one before it committed. Kysely sees to it that COMMIT was answered with COMMIT.
 *
 * @param work gets the transaction's connection; it resolves to the transaction's id and the result
 * @throws {CommitUnknownError} when the answer to COMMIT was lost
 */
export async function transact<T>(
  db: Db,
  work: (tx: Db) => Promise<{ transaction: string; result: T }>,
): Promise<T> {
  let committing: string | undefined
  try {
    return await db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (tx) => {
        const { transaction, result } = await work(tx)
        committing = transaction
        return result
      })
  } catch (error) {
    if (committing === undefined || wasRefused(error)) throw error
    throw new CommitUnknownError(committing, error)
  }
}

/** Whether the transaction of a lost COMMIT happened; waits while it is still under way. */
export async function wasCommitted(db: Db, transaction: string): Promise<boolean> {
  for (;;) {
    const { rows } = await sql<{ status: string | null }>`
      select pg_xact_status(${transaction}::xid8) as status
    `.execute(db)
    const status = rows[0]?.status
    if (status !== 'in progress') return status === 'committed'
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** COMMIT was answered, with a refusal: a deferred constraint, or ROLLBACK. */
function wasRefused(error: unknown): boolean {
  if (error instanceof AbortedTransactionError) return true
  return error instanceof Error && 'severity' in error && !isTransient(error)
}

/** A transaction that sees one state of the record throughout and writes nothing. Roll it back. */
export async function snapshot(db: Db): Promise<ControlledTransaction<DB>> {
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  // Whoever reads an export may be slow.
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

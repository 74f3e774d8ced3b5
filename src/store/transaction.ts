import { AbortedTransactionError, sql, type ControlledTransaction } from 'kysely'
import type { Db } from './db.ts'
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

const transientStates = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
])
const transientNetwork = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOENT)/

/** Whether trying again may help: the database went away, or two transactions met. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    transientStates.has(code) ||
    code.startsWith('08') ||
    transientNetwork.test(code) ||
    /Connection terminated|not queryable|connection timeout|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  )
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

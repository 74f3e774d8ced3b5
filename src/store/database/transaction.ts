import { AbortedTransactionError, sql, type ControlledTransaction } from 'kysely'
import type { Db } from './db.ts'
import { isTransient } from './faults.ts'
import { Pipeline } from './pipeline.ts'
import type { DB } from './tables.ts'
import { PlainError } from '../../domain/plain-error.ts'

/**
 * The connection was lost during COMMIT. Whether the commit happened can be seen only from its
 * effects, because a server that crashed reuses the transaction's id.
 */
export class CommitUnknownError extends PlainError {
  override readonly name = 'CommitUnknownError'

  constructor(cause: unknown) {
    super('The connection was lost during COMMIT.', { cause })
  }
}

/**
 * Runs `work` in a transaction at read committed: a writer that waited for the record lock must see
 * what the previous one committed. Its first statements must not change anything (`Pipeline`).
 *
 * @throws {CommitUnknownError} if the answer to COMMIT was lost
 */
export async function transact<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return inPipeline(db, readCommitted, async (pipeline) => {
    const result = await orRollBack(pipeline, work)
    try {
      await pipeline.commit()
    } catch (error) {
      throw wasRefused(error) ? error : new CommitUnknownError(error)
    }
    return result
  })
}

/** COMMIT was refused, by a deferred constraint or with ROLLBACK. */
function wasRefused(error: unknown): boolean {
  if (error instanceof AbortedTransactionError) return true
  return error instanceof Error && 'severity' in error && !isTransient(error)
}

/**
 * The same without COMMIT: the effects of `work` are undone. Checks that the database defers to
 * COMMIT are made here too.
 */
export async function rehearse<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return inPipeline(db, readCommitted, async (pipeline) => {
    const result = await orRollBack(pipeline, async (tx) => {
      const rehearsed = await work(tx)
      await sql`set constraints all immediate`.execute(tx)
      return rehearsed
    })
    await pipeline.rollBack()
    return result
  })
}

const oneSnapshot = 'start transaction isolation level repeatable read read only'
const readCommitted = 'start transaction isolation level read committed'

async function inPipeline<T>(
  db: Db,
  begin: string,
  work: (pipeline: Pipeline) => Promise<T>,
): Promise<T> {
  const executor = db.getExecutor()
  return executor.provideConnection((connection) => work(new Pipeline(connection, executor, begin)))
}

async function orRollBack<T>(pipeline: Pipeline, work: (tx: Db) => Promise<T>): Promise<T> {
  try {
    return await work(pipeline.tx)
  } catch (error) {
    // Over a lost connection the rollback fails too, and says less.
    await pipeline.rollBack().catch(() => {})
    throw error
  }
}

/** A read-only transaction with one snapshot of the record. Roll it back at the end. */
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

/** Runs reads that must agree with each other, in one snapshot of the record. */
export async function readSnapshot<T>(db: Db, read: (now: Db) => Promise<T>): Promise<T> {
  return inPipeline(db, oneSnapshot, async (pipeline) => {
    const result = await orRollBack(pipeline, read)
    await pipeline.commit()
    return result
  })
}

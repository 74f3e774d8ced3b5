import { sql } from 'kysely'
import { rulesVersion } from '../domain/status.ts'
import type { Db } from './database/db.ts'

/** The head of the record, as seen by the holder of the record lock. */
export interface Head {
  /** The number of the last event. */
  readonly seq: number
  /** The version of the rules that this program computes, as the database was told. */
  readonly rules: string
}

/** The head of the record, and the one time of all events of the transaction. */
export interface Locked extends Head {
  readonly at: () => Promise<Date>
}

/** How long the transaction that takes the record lock may take from then on. */
export interface LockLimits {
  /** One statement; longer, and the server cancels it. */
  readonly statementMs: number
  /** All of it; longer, and the server closes the connection. */
  readonly transactionMs: number
}

/**
 * Takes the record lock. This is the first statement of every transaction that writes the record,
 * before any other read. It updates the row instead of only locking it, because the triggers check
 * for that, and says by which rules the transaction computes labels.
 */
export async function lockHead(tx: Db): Promise<Head> {
  const { rows } = await sql<Head>`
    update record_head set seq = seq returning seq, ${rules} as rules
  `.execute(tx)
  return headIn(rows)
}

/** The same, with limits that count from here: waiting for the lock has its own. */
export async function lockHeadFor(
  tx: Db,
  { statementMs, transactionMs }: LockLimits,
): Promise<Head> {
  const { rows } = await sql<Head & { readonly limits: string }>`
    update record_head set seq = seq
    returning seq, ${rules} as rules,
      set_config('statement_timeout', ${String(statementMs)}, true)
        || set_config('transaction_timeout', ${String(transactionMs)}, true) as limits
  `.execute(tx)
  return headIn(rows)
}

const rules = sql<string>`set_config('counterpoint.rules', ${String(rulesVersion)}, true)`

function headIn([head]: readonly Head[]): Head {
  if (!head) throw new Error('The record has no head: the migrations have not run.')
  return head
}

/**
 * Says where each batch begins that the next statements write together, by its first event. Taking the
 * lock again ends that.
 */
export async function openBatches(tx: Db, firsts: readonly number[]): Promise<void> {
  await sql`
    select set_config('counterpoint.batch_starts', ${`{${firsts.join(',')}}`}, true)
  `.execute(tx)
}

/** Whether nothing has ever been entered. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return rows[0]?.seq === 0
}

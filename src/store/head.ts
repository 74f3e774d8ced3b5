import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** The head of the record, as whoever holds the record lock sees it. */
export interface Head {
  /** Number of the last event. */
  readonly seq: number
}

/**
 * Takes the record lock; the first statement of every transaction that writes the record, before
 * any other read. Updating the row, not only locking it, is what the triggers look for.
 */
export async function lockHead(tx: Db): Promise<Head> {
  const { rows } = await sql<Head>`
    update record_head set seq = seq returning seq
  `.execute(tx)
  const [head] = rows
  if (!head) throw new Error('The record has no head: the migrations have not run.')
  return head
}

/** Whether nothing has ever been entered. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return rows[0]?.seq === 0
}

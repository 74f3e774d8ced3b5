import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { readSnapshot } from './database/transaction.ts'

/** A state in which the record could be seen: the last event of a batch, and its time. */
export interface Moment {
  readonly seq: number
  readonly at: Date
}

/** An event number, or a time; for a day or a month, its last millisecond. */
export type AskedMoment =
  | { readonly seq: number }
  | { readonly time: Date; /** When that day or month began. */ readonly begins: Date }

/**
 * Whether the requested moment is in the future, as far as this database knows. A standby knows
 * nothing after its last event, since later events may not have arrived.
 */
export async function isAhead(db: Db, asked: AskedMoment): Promise<boolean> {
  const condition =
    'seq' in asked
      ? sql`${asked.seq}::bigint > seq`
      : sql`case
          when pg_is_in_recovery()
            then ${asked.time} >= (select at from event where event.seq = record_head.seq)
          else ${asked.begins} > clock_timestamp()
        end`
  const { rows } = await sql<{ isAhead: boolean }>`
    select ${condition} as "isAhead" from record_head
  `.execute(db)
  return rows[0]?.isAhead ?? true
}

/** The last state at or before the requested moment; undefined if the record was still empty. */
export async function findMoment(db: Db, asked: AskedMoment): Promise<Moment | undefined> {
  const { rows } = await (
    'seq' in asked
      ? sql<Moment>`
        select batch as seq, at from event
        where seq = batch and batch <= ${asked.seq}
        order by batch desc limit 1
      `
      : sql<Moment>`
        select batch as seq, at from event
        where seq = batch and at <= ${asked.time}
        order by at desc, batch desc limit 1
      `
  ).execute(db)
  return rows[0]
}

/** The first state of the record; undefined while it is empty. */
export async function findFirstMoment(db: Db): Promise<Moment | undefined> {
  const { rows } = await sql<Moment>`
    select batch as seq, at from event where seq = batch order by batch limit 1
  `.execute(db)
  return rows[0]
}

/**
 * Runs reads on the record as it was. The queries are the usual ones: the schema `as_of` has
 * everything that changes over time.
 */
export async function readAsOf<T>(
  db: Db,
  { seq }: Moment,
  read: (then: Db) => Promise<T>,
): Promise<T> {
  return readSnapshot(db, (then) => showAsOf(then, seq, read))
}

/** The same in a running transaction; without an event, the record as it is. */
export async function showThen<T>(
  tx: Db,
  seq: number | undefined,
  read: (then: Db) => Promise<T>,
): Promise<T> {
  return seq === undefined ? read(tx) : showAsOf(tx, seq, read)
}

/** The same in a running transaction, which must do nothing else afterwards. */
async function showAsOf<T>(tx: Db, seq: number, read: (then: Db) => Promise<T>): Promise<T> {
  await sql`
    select set_config('search_path', 'as_of, public', true),
      set_config('counterpoint.as_of', ${String(seq)}, true)
  `.execute(tx)
  return read(tx)
}

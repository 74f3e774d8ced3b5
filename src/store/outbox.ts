import { sql } from 'kysely'
import type { Db } from './db.ts'

/** The channel on which every process learns that the record moved; its payload is the last event. */
export const recordChannel = 'record'

/** Leaves the events of this transaction to be told; listeners hear of them when it commits. */
export async function insertOutbox(
  tx: Db,
  { first, last, at }: { first: number; last: number; at: Date },
): Promise<void> {
  await sql`
    with told as (
      insert into outbox (first_seq, last_seq, created_at)
      values (${first}, ${last}, ${at}::timestamptz)
    )
    select pg_notify(${recordChannel}, ${String(last)})
  `.execute(tx)
}

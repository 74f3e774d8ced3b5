import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './database/db.ts'

/** The channel on which every process learns that the record moved; its payload is a `RecordChange`. */
export const recordChannel = 'record'

/** A commit that moved the record. */
export const RecordChange = z.object({
  /** Number of its last event. */
  seq: z.int(),
  /** Whether it removed words, so that no copy of them may be shown from then on. */
  redacts: z.boolean(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** Leaves the events of this transaction to be told; listeners hear of them when it commits. */
export async function insertOutbox(
  tx: Db,
  { first, last, at }: { first: number; last: number; at: Date },
  { redacts }: Pick<RecordChange, 'redacts'>,
): Promise<void> {
  const change: RecordChange = { seq: last, redacts }
  await sql`
    with told as (
      insert into outbox (first_seq, last_seq, created_at)
      values (${first}, ${last}, ${at}::timestamptz)
    )
    select pg_notify(${recordChannel}, ${JSON.stringify(change)})
  `.execute(tx)
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './database/db.ts'

/**
 * The channel on which every process learns of changes to the record; its payload is a
 * `RecordChange`.
 */
export const recordChannel = 'record'

/** A commit that changed the record. */
export const RecordChange = z.object({
  /** The number of its last event. */
  seq: z.int(),
  /** Whether it removed words, so that no cached copy with them may be shown. */
  redacts: z.boolean(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** Queues the events of this transaction for delivery, and notifies listeners when it commits. */
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

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
  /**
   * The ids of everything whose copies it makes stale. Missing or null if it may be anything: after
   * wide changes, and from other versions of the service.
   */
  moved: z.array(z.string()).nullish(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** More do not fit into a notification, which PostgreSQL limits to 8,000 bytes. */
const movedMax = 190

/** What a write tells about itself. */
export interface Telling {
  readonly first: number
  readonly last: number
  readonly at: Date
  readonly redacts: boolean
  /** What it moved; undefined if it may be anything. */
  readonly moved: readonly string[] | undefined
}

/** Queues the events of this transaction for delivery, and notifies listeners when it commits. */
export async function insertOutbox(
  tx: Db,
  { first, last, at, redacts, moved }: Telling,
): Promise<void> {
  await sql`/* outbox */
    with told as (
      insert into outbox (first_seq, last_seq, created_at)
      values (${first}, ${last}, ${at}::timestamptz)
    ),
    named as materialized (select unnest((select ${moved ?? []}::uuid[])) as id),
    cited as materialized (
      select claim_id, link_id from citation join named using (id)
      union
      select claim_id, link_id from citation join named on named.id = citation.report_id
    ),
    joined as materialized (
      select id from named union select link_id from cited where link_id is not null
    ),
    moved as (
      select id from named
      union select unnest(array[claim_id, link_id]) from cited
      union select unnest(array[from_claim, to_claim, to_link]) from link join joined using (id)
      union select claim_id from undercut_end join joined on joined.id = link_id
    )
    select pg_notify(${recordChannel}, json_build_object(
      'seq', ${last}::bigint,
      'redacts', ${redacts}::boolean,
      'moved', case when ${moved !== undefined}::boolean and count(*) <= ${movedMax}::integer
        then coalesce(json_agg(id), '[]') end
    )::text)
    from moved where id is not null
  `.execute(tx)
}

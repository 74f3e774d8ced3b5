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

/**
 * Queues the events of some writes of this transaction for delivery, and notifies listeners of each of
 * them when it commits.
 */
export async function insertOutbox(tx: Db, tellings: readonly Telling[]): Promise<void> {
  const rows = tellings.map(({ moved, ...told }) => ({ ...told, moved: moved ?? null }))
  // Looked up one by one: there are few, and the planner expects many.
  await sql`/* outbox */
    with told as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as told (first bigint, last bigint, at timestamptz, redacts boolean, moved uuid[])
    ),
    queued as (
      insert into outbox (first_seq, last_seq, created_at) select first, last, at from told
    ),
    named as materialized (select last, unnest(moved) as id from told),
    cited as materialized (
      select named.last, found.* from named cross join lateral (
        select claim_id, link_id from citation where id = named.id offset 0
      ) as found
      union
      select named.last, found.* from named cross join lateral (
        select claim_id, link_id from citation where report_id = named.id offset 0
      ) as found
    ),
    joined as materialized (
      select last, id from named union select last, link_id from cited where link_id is not null
    ),
    moved as (
      select last, id from named
      union select last, unnest(array[claim_id, link_id]) from cited
      union
      select joined.last, unnest(array[found.from_claim, found.to_claim, found.to_link])
      from joined cross join lateral (
        select from_claim, to_claim, to_link from link where id = joined.id offset 0
      ) as found
      union
      select joined.last, found.claim_id from joined cross join lateral (
        select claim_id from undercut_end where link_id = joined.id offset 0
      ) as found
    ),
    counted as (
      select last, count(*) as count, json_agg(id) as ids from moved where id is not null group by last
    )
    select pg_notify(${recordChannel}, json_build_object(
      'seq', told.last,
      'redacts', told.redacts,
      'moved', case when told.moved is not null and coalesce(counted.count, 0) <= ${movedMax}::integer
        then coalesce(counted.ids, '[]') end
    )::text)
    from told left join counted using (last) order by told.last
  `.execute(tx)
}

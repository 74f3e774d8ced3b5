import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** The number of deleted rows, and the position up to which the next batch need not look. */
export interface Retired<Place> {
  readonly count: number
  readonly upTo: Place
}

/**
 * Deletes the oldest rows of the outbox that every reader has passed. Without readers, nothing is
 * delivered, and only their age counts.
 */
export async function retireOutbox(
  db: Db,
  {
    after,
    olderThanSeconds,
    rowsMax,
  }: { after: number; olderThanSeconds: number; rowsMax: number },
): Promise<Retired<number>> {
  const { rows } = await sql<Retired<number>>`
    with passed as (
      select first_seq from outbox
      where first_seq > ${after}
        and created_at < now() - make_interval(secs => ${olderThanSeconds})
        and last_seq <= coalesce((select min(passed_seq) from outbox_reader), last_seq)
      order by first_seq
      limit ${rowsMax}
    ),
    retired as (
      delete from outbox where first_seq in (select first_seq from passed) returning first_seq
    )
    select count(*)::int as count, coalesce(max(first_seq), ${after}) as "upTo" from retired
  `.execute(db)
  return rows[0] ?? { count: 0, upTo: after }
}

/** Deletes the oldest stored answers whose promised time for retries is over. */
export async function retireAnswers(
  db: Db,
  { after, olderThanSeconds, rowsMax }: { after: Date; olderThanSeconds: number; rowsMax: number },
): Promise<Retired<Date>> {
  const { rows } = await sql<Retired<Date>>`
    with old as (
      select api_key_id, key from idempotency
      where created_at >= ${after}
        and created_at < now() - make_interval(secs => ${olderThanSeconds})
      order by created_at
      limit ${rowsMax}
    ),
    retired as (
      delete from idempotency using old
      where idempotency.api_key_id = old.api_key_id and idempotency.key = old.key
      returning created_at
    )
    select count(*)::int as count, coalesce(max(created_at), ${after}) as "upTo" from retired
  `.execute(db)
  return rows[0] ?? { count: 0, upTo: after }
}

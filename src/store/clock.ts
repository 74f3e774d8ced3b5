import { sql } from 'kysely'
import type { ClockReading } from '../domain/clock.ts'
import type { Db } from './database/db.ts'

/** Reads the clock of the database and the time of the last event. */
export async function readClock(db: Db, now: () => number): Promise<ClockReading> {
  const askedMs = now()
  const { rows } = await sql<{ databaseAt: Date; lastEventAt: Date | null }>`
    select
      date_trunc('milliseconds', clock_timestamp()) as "databaseAt",
      (select at from event where event.seq = record_head.seq) as "lastEventAt"
    from record_head
  `.execute(db)
  const answeredMs = now()
  const [row] = rows
  if (!row) throw new Error('The record has no head: the migrations have not run.')
  const lastEventMs = row.lastEventAt?.getTime() ?? null
  return { askedMs, answeredMs, databaseMs: row.databaseAt.getTime(), lastEventMs }
}

/**
 * The latest event time that an operator has accepted although the clock is behind it; null if
 * none.
 */
export async function findAcceptedMs(db: Db): Promise<number | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max((body ->> 'lastEventAt')::timestamptz) as at from audit where kind = 'clock.accepted'
  `.execute(db)
  return rows[0]?.at?.getTime() ?? null
}

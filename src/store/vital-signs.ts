import { sql } from 'kysely'
import { clockDifferenceMs } from '../domain/clock.ts'
import { readClock } from './clock.ts'
import type { Db } from './database/db.ts'

/** A standby of the server, as the server sees it. */
interface Standby {
  readonly name: string
  /** How much of the log it has yet to replay. */
  readonly lagBytes: number
  /** How long ago the last it replayed was written; 0 once it has caught up. */
  readonly lagSeconds: number
}

/** What an operator watches of the record and its server. */
export interface VitalSigns {
  readonly headSeq: number
  readonly outboxRows: number
  /** Age of the first row that waits; 0 when none does. */
  readonly outboxOldestSeconds: number
  /** How far the clock of the database is ahead of this process, and of the last event. */
  readonly clockAheadSeconds: number
  readonly clockAfterLastEventSeconds: number | null
  /** Of a role that may not see them, none. */
  readonly standbys: readonly Standby[]
}

/** Beyond that, only that there are so many is told: counting must not cost more than it is worth. */
const outboxRowsMax = 100_000

export async function findVitalSigns(db: Db, now: () => number): Promise<VitalSigns> {
  const clock = await readClock(db, now)
  const { databaseMs, lastEventMs } = clock
  const { rows } = await sql<Omit<VitalSigns, 'clockAheadSeconds' | 'clockAfterLastEventSeconds'>>`
    select
      (select seq from record_head) as "headSeq",
      (
        select count(*)::int from (select from outbox limit ${outboxRowsMax}) as waiting
      ) as "outboxRows",
      coalesce(
        (
          select extract(epoch from clock_timestamp() - created_at)::float8
          from outbox order by first_seq limit 1
        ),
        0
      ) as "outboxOldestSeconds",
      (select coalesce(json_agg(standby), '[]') from (${standbys}) as standby) as standbys
  `.execute(db)
  const [signs] = rows
  if (!signs) throw new Error('A statement without conditions gave no row.')
  return {
    ...signs,
    clockAheadSeconds: clockDifferenceMs(clock) / 1000,
    clockAfterLastEventSeconds: lastEventMs === null ? null : (databaseMs - lastEventMs) / 1000,
  }
}

// Several standbys may go by one name: then the one that is furthest behind counts.
const standbys = sql`
  select
    application_name as name,
    max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn))::float8 as "lagBytes",
    coalesce(max(extract(epoch from replay_lag)), 0)::float8 as "lagSeconds"
  from pg_stat_replication
  where replay_lsn is not null and not pg_is_in_recovery()
  group by application_name
`

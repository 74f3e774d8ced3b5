import { sql } from 'kysely'
import { clockDifferenceMs } from '../domain/clock.ts'
import { readClock } from './clock.ts'
import type { Db } from './database/db.ts'

/** A standby, as the server sees it. */
interface Standby {
  readonly name: string
  /** How much of the log it has yet to replay. */
  readonly lagBytes: number
  /** How old the last replayed change is; 0 if it has caught up. */
  readonly lagSeconds: number
}

/** What operators monitor about the record and its server. */
export interface VitalSigns {
  readonly headSeq: number
  readonly outboxRows: number
  /** The age of the oldest waiting row; 0 if none. */
  readonly outboxOldestSeconds: number
  /** How far the database's clock is ahead of this process, and of the last event. */
  readonly clockAheadSeconds: number
  readonly clockAfterLastEventSeconds: number | null
  /** Empty for a role that may not see them. */
  readonly standbys: readonly Standby[]
}

/** Rows are counted up to this number: counting must not be expensive. */
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

// If several standbys share a name, the one with the largest lag counts.
const standbys = sql`
  select
    application_name as name,
    max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn))::float8 as "lagBytes",
    coalesce(max(extract(epoch from replay_lag)), 0)::float8 as "lagSeconds"
  from pg_stat_replication
  where replay_lsn is not null and not pg_is_in_recovery()
  group by application_name
`

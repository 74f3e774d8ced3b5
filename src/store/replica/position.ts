import { sql } from 'kysely'
import type { Db } from '../database/db.ts'

/** Whose data a server has, and how much of it. */
export interface Position {
  /** The same on a server and all its standbys. */
  readonly system: string
  readonly database: string
  /** Start time in microseconds: distinguishes a server from its standbys. */
  readonly begun: string
  readonly isStandby: boolean
  /** Position in the log in bytes: flushed, or replayed on a standby. */
  readonly log: number
}

export async function findPosition(db: Db): Promise<Position> {
  const { rows } = await sql<Position>`
    select (select system_identifier from pg_control_system())::text as system,
      (select oid from pg_database where datname = current_database())::text as database,
      extract(epoch from pg_postmaster_start_time())::text as begun,
      pg_is_in_recovery() as "isStandby",
      (case
        when pg_is_in_recovery() then pg_last_wal_replay_lsn()
        else pg_current_wal_flush_lsn()
      end - '0/0'::pg_lsn)::bigint as log
  `.execute(db)
  const [position] = rows
  if (!position) throw new Error('The server did not say where it is.')
  return position
}

/** The number of a server's last event. */
export async function findSeq(db: Db): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return rows[0]?.seq ?? 0
}

import type { Pool } from 'pg'

/** Where the server may retain old data, outside its tables. */
export interface Remains {
  /** The current position in the write-ahead log; what was removed is before it. */
  readonly walLsn: string
  readonly maxWalSize: string
  readonly walKeepSize: string
  readonly isArchived: boolean
  readonly slots: readonly ReplicationSlot[]
}

interface ReplicationSlot {
  readonly name: string
  readonly isActive: boolean
  /** How much of the log it retains. */
  readonly kept: string
}

export async function findRemains(pool: Pool): Promise<Remains> {
  const { rows } = await pool.query<Remains>(`
    select
      pg_current_wal_lsn()::text as "walLsn",
      current_setting('max_wal_size') as "maxWalSize",
      current_setting('wal_keep_size') as "walKeepSize",
      current_setting('archive_mode') <> 'off' as "isArchived",
      (
        select coalesce(json_agg(json_build_object(
          'name', slot_name, 'isActive', active,
          'kept', pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn))
        )), '[]')
        from pg_replication_slots
      ) as slots
  `)
  const [remains] = rows
  if (!remains) throw new Error('A statement without conditions gave no row.')
  return remains
}

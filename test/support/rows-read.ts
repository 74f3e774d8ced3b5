import { sql } from 'kysely'
import type { Db } from '../../src/store/database/db.ts'

/** How many rows of a table some queries read, if they look up by indexes. */
export async function rowsReadOf(
  db: Db,
  table: string,
  queries: (tx: Db) => Promise<unknown>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const before = await rowsSoFar(tx, table)
    await queries(tx)
    return (await rowsSoFar(tx, table)) - before
  })
}

async function rowsSoFar(tx: Db, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as count
    from pg_stat_xact_user_tables where relname = ${table}
  `.execute(tx)
  return rows[0]?.count ?? 0
}

import { sql } from 'kysely'
import type { Db } from '../../src/store/database/db.ts'

/** The number of rows in every table, and the head of the record. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
  `.execute(db)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(
      db,
    )
    counts[name] = rows[0]?.count ?? 0
  }
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return { ...counts, head: rows[0]?.seq ?? 0 }
}

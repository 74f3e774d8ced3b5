import { sql } from 'kysely'
import type { Db } from '../../src/store/db.ts'

/** Every table that holds a text, in whatever column, and the statistics where they do. */
export async function placesOf(ownerDb: Db, text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
    union all select 'pg_stats' order by name
  `.execute(ownerDb)
  const places: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (
        select from ${sql.table(name)} as row where row::text ilike ${`%${text}%`}
      ) as found
    `.execute(ownerDb)
    if (rows[0]?.found) places.push(name)
  }
  return places
}

/** The exact bytes of the events up to a number. */
export async function eventBytes(db: Db, last = Number.MAX_SAFE_INTEGER): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select event::text as row from event where seq <= ${last} order by seq
  `.execute(db)
  return rows.map(({ row }) => row)
}

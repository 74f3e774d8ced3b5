import { sql } from 'kysely'
import type { Db } from '../../src/store/database/db.ts'

/** Every table with a text in any column, and every column whose statistics have one. */
export async function placesOf(ownerDb: Db, text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select concat_ws('.', nullif(table_schema, 'public'), table_name) as name
    from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' order by name
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
  const { rows: sampled } = await sql<{ place: string }>`
    select concat_ws('.', 'pg_stats', tablename, attname) as place from pg_stats
    where schemaname in ('public', 'pgboss') and pg_stats::text ilike ${`%${text}%`} order by place
  `.execute(ownerDb)
  return [...places, ...sampled.map(({ place }) => place)]
}

/** The exact bytes of the events up to a number. */
export async function eventBytes(db: Db, last = Number.MAX_SAFE_INTEGER): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select event::text as row from event where seq <= ${last} order by seq
  `.execute(db)
  return rows.map(({ row }) => row)
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../src/store/database/db.ts'

/**
 * Everything that a write could leave: the rows of each table, and the position of each sequence.
 * The last use of a key does not count.
 */
export async function tracesIn(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'api_key'
    order by table_name
  `.execute(db)
  const traces: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select each::text as row from ${sql.table(name)} as each order by 1
    `.execute(db)
    traces[name] = `${rows.length} ${digestOf(rows.map(({ row }) => row))}`
  }
  const { rows: keys } = await sql<{ row: string }>`
    select concat_ws(' ', id, revoked_at) as row from api_key order by 1
  `.execute(db)
  const { rows: sequences } = await sql<{ name: string; last: string | null }>`
    select sequencename as name, last_value::text as last from pg_sequences order by 1
  `.execute(db)
  const counted = sequences.map(({ name, last }) => [`sequence ${name}`, last ?? 'unused'])
  return {
    ...traces,
    api_key: digestOf(keys.map(({ row }) => row)),
    ...Object.fromEntries(counted),
  }
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

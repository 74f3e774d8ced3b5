import { sql, type Insertable } from 'kysely'
import { knownStartOf } from '../domain/world-date.ts'
import type { Db } from './db.ts'
import type { DB } from './tables.ts'

/** An entry, and the number of the event that says so. */
export type Numbered<T> = T & { readonly seq: number }

/**
 * Inserts many rows as one parameter: as fast as `unnest`, and without Postgres' limit of 65,535
 * parameters. All rows have the columns of the first; dates travel as ISO strings, bytes as hex.
 */
export async function insertRows<T extends keyof DB>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const json = JSON.stringify(rows.map(plain))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)
  `.execute(db)
}

function plain(row: object): object {
  const bytes = Object.entries(row).flatMap(([column, value]) =>
    value instanceof Uint8Array ? [[column, `\\x${Buffer.from(value).toString('hex')}`]] : [],
  )
  return bytes.length === 0 ? row : { ...row, ...Object.fromEntries(bytes) }
}

/** The start of a world date as a value for a column. */
export function startDate(date: string | null): Date | null {
  return date === null ? null : new Date(knownStartOf(date))
}

import { sql, type Insertable } from 'kysely'
import { knownStartOf } from '../../domain/world-date.ts'
import type { Db } from './db.ts'
import type { DB } from './tables.ts'

/** An entry, and the number of its event. */
export type Numbered<T> = T & {
  readonly seq: number
  /** The first event of its batch, if rows of several batches go into one statement. */
  readonly since?: number | undefined
}

/** The batch of a new row as a column. Left out, it is the batch that the transaction has opened. */
export function startOfBatch({ since }: { readonly since?: number | undefined }) {
  return since === undefined ? {} : { since_seq: since }
}

/**
 * Inserts many rows as one parameter: as fast as `unnest`, without Postgres' limit of 65,535
 * parameters. All rows must have the columns and the bytea types of the first. Dates are sent as
 * ISO strings, bytes as hex.
 */
export async function insertRows<T extends keyof DB>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const bytes = Object.entries(first).flatMap(([column, value]) =>
    value instanceof Uint8Array ? [column] : [],
  )
  const json = JSON.stringify(bytes.length === 0 ? rows : rows.map((row) => plain(row, bytes)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)
  `.execute(db)
}

function plain(row: object, bytes: readonly string[]): object {
  const copy: Record<string, unknown> = { ...row }
  for (const column of bytes) copy[column] = hexOf(copy[column])
  return copy
}

function hexOf(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value
  return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
}

/** The start of a world date as a column value. */
export function startDate(date: string | null): Date | null {
  return date === null ? null : new Date(knownStartOf(date))
}

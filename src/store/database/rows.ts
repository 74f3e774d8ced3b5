import { sql, type Insertable } from 'kysely'
import { knownStartOf } from '../../domain/world-date.ts'
import type { Db } from './db.ts'
import { builtOnce } from './prepared.ts'
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
  const bytes = Object.entries(first).flatMap(([column, value]) =>
    value instanceof Uint8Array ? [column] : [],
  )
  const json = JSON.stringify(bytes.length === 0 ? rows : rows.map((row) => plain(row, bytes)))
  const columns = Object.keys(first)
  const key = `${table} ${columns.join(' ')}`
  const insert = inserts.get(key) ?? insertInto(table, columns)
  inserts.set(key, insert)
  await insert(db, { json })
}

/** By table and columns. There are a few for each table. */
const inserts = new Map<string, ReturnType<typeof insertInto>>()

function insertInto(table: keyof DB, names: readonly string[]) {
  const insert = builtOnce<object, { readonly json: string }>((valueOf) => {
    const columns = sql.join(names.map((column) => sql.ref(column)))
    return sql<object>`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${valueOf('json')}::json)
    `
  })
  return insert
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

import type { Client } from 'pg'

/** The JavaScript type of a PostgreSQL type. */
export type Shape = 'string' | 'number' | 'boolean' | 'date' | 'bytes' | 'json' | 'nothing' | 'list'

export interface SqlType {
  readonly name: string
  readonly shape: Shape
  /** The element type of a list. */
  readonly element: SqlType | undefined
}

/** The parts of the catalogue needed to check columns and parameters. */
export interface Catalogue {
  typeOf(oid: number): SqlType
  /** Whether a column of a table may be null; undefined for views, which do not say. */
  mayBeNull(table: number, column: number): boolean | undefined
}

const shapes: Readonly<Record<string, Shape>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  oid: 'number',
  bool: 'boolean',
  timestamptz: 'date',
  bytea: 'bytes',
  json: 'json',
  jsonb: 'json',
  void: 'nothing',
}

export async function readCatalogue(client: Client): Promise<Catalogue> {
  const types = await client.query<{ oid: number; name: string; base: number; element: number }>(`
    select oid, typname as name, typbasetype as base,
      case when typsubscript = 'array_subscript_handler'::regproc then typelem else 0 end as element
    from pg_type
  `)
  const columns = await client.query<{ key: string; nullable: boolean | null }>(`
    select attrelid || '.' || attnum as key,
      case when relkind in ('r', 'p') then not attnotnull end as nullable
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where attnum > 0
  `)
  const rows = new Map(types.rows.map((row) => [row.oid, row]))
  const nullable = new Map(columns.rows.map((row) => [row.key, row.nullable]))
  const typeOf = (oid: number): SqlType => {
    const row = rows.get(oid)
    if (!row) throw new Error(`There is no type ${oid}.`)
    if (row.base !== 0) return typeOf(row.base)
    if (row.element !== 0) return { name: row.name, shape: 'list', element: typeOf(row.element) }
    return { name: row.name, shape: shapes[row.name] ?? 'string', element: undefined }
  }
  return { typeOf, mayBeNull: (table, column) => nullable.get(`${table}.${column}`) ?? undefined }
}

import type { Client } from 'pg'
import { z } from 'zod'

/** A value as PostgreSQL writes it. */
export type Cell = string | null

export interface Column {
  readonly name: string
  readonly type: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A record entered by the service itself, to be copied. */
export interface Template {
  readonly tables: ReadonlyMap<string, Table>
  /** The last event of what all copies share. */
  readonly sharedSeq: number
  readonly lastSeq: number
}

/** Neither part of the record nor derived from it. */
const leftOut = ['api_key', 'audit', 'idempotency', 'rate_limit', 'record_head', 'rules_in_force']

const columnRow = z.object({ table: z.string(), name: z.string(), type: z.string() })

/** Reads every table of the record. The first batch is what all copies share. */
export async function readTemplate(client: Client): Promise<Template> {
  const found = await client.query(
    `select table_name as table, column_name as name, coalesce(domain_name, udt_name) as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and is_generated = 'NEVER' and table_name not like 'kysely%' and table_name <> all($1)
     order by ordinal_position`,
    [leftOut],
  )
  await client.query(`set time zone 'UTC'`)
  const tables = new Map<string, Table>()
  for (const [name, columns = []] of Map.groupBy(
    z.array(columnRow).parse(found.rows),
    ({ table }) => table,
  )) {
    const list = columns.map((column) => client.escapeIdentifier(column.name)).join(', ')
    const { rows } = await client.query({
      text: `select ${list} from ${client.escapeIdentifier(name)}`,
      rowMode: 'array',
      // In the server's text format, which it also accepts.
      types: { getTypeParser: () => String },
    })
    tables.set(name, { name, columns, rows: z.array(z.array(z.string().nullable())).parse(rows) })
  }
  const { rows } = await client.query(
    'select min(batch)::integer as shared, max(seq)::integer as last from event',
  )
  const { shared, last } = z.object({ shared: z.number(), last: z.number() }).parse(rows[0])
  return { tables, sharedSeq: shared, lastSeq: last }
}

/** The cells of a row by column name. */
export function cellsOf({ columns }: Table, row: readonly Cell[]): ReadonlyMap<string, Cell> {
  return new Map(columns.map(({ name }, index) => [name, row[index] ?? null]))
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { Copy } from './copy.ts'
import type { Cell, Table, Template } from './template.ts'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/**
 * Fills an empty, migrated database with copies of a template, as a superuser. Triggers and foreign
 * keys are disabled, and indexes are built at the end.
 */
export async function multiply(
  client: Client,
  template: Template,
  copies: number,
  onProgress: (line: string) => void,
): Promise<void> {
  await client.query(`set session_replication_role = replica`)
  await client.query(`set maintenance_work_mem = '1GB'`)
  const indexes = await dropIndexes(client)
  for (let copy = 0; copy < copies; copy++) {
    const { sharedSeq, lastSeq } = template
    const made = new Copy(template, { copy, copies, sharedSeq, lastSeq })
    for (const { table, rows } of made.tables()) await insert(client, table, rows)
    onProgress(`copy ${copy + 1} of ${copies}`)
  }
  await client.query('update record_head set seq = (select max(seq) from event)')
  for (const [index, definition] of indexes.entries()) {
    onProgress(`index ${index + 1} of ${indexes.length}`)
    await client.query(definition)
  }
  onProgress('facets')
  await client.query('select remake_facets()')
  onProgress('vacuum')
  await client.query('vacuum (analyze)')
}

/** Drops the indexes that no constraint needs; returns how to recreate them. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  )
  const indexes = z.array(z.object({ name: z.string(), definition: z.string() })).parse(rows)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return indexes.map(({ definition }) => definition)
}

async function insert(
  client: Client,
  { name, columns }: Table,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return
  const list = columns.map((column) => client.escapeIdentifier(column.name)).join(', ')
  const sink = client.query(copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`))
  await pipeline(Readable.from(chunksOf(rows)), sink)
}

const rowsPerChunk = 1000

function* chunksOf(rows: readonly (readonly Cell[])[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsPerChunk)
    yield rows
      .slice(at, at + rowsPerChunk)
      .map((row) => `${row.map(written).join('\t')}\n`)
      .join('')
}

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  return cell.replaceAll(/[\\\n\r\t]/g, (character) => escapes[character] ?? character)
}

import { sql, type RawBuilder } from 'kysely'
import type { Ground } from '../domain/redaction.ts'
import type { Db } from './database/db.ts'
import type { Referable } from './references.ts'

/** That the words of an object were removed, and what the public is told. */
export interface RedactionRow {
  readonly ground: Ground
  readonly statement: string | null
  readonly at: string
  readonly seq: number
}

/**
 * The redaction of an object as JSON, if there is one: that of today, also as of then. What has words
 * was not redacted, and to find a word costs least.
 */
export function redactionOf(contentSeq: string, id: string): RawBuilder<RedactionRow | null> {
  return sql`case when not ${haveWords(contentSeq)} then redaction_of(${sql.ref(id)}) end`
}

/** The last event that set the words of an object, or removed them. */
export function wordsSeq(
  contentSeq: string,
  id: string,
  hasWords: RawBuilder<boolean> = haveWords(contentSeq),
): RawBuilder<number> {
  const seq = sql.ref(contentSeq)
  return sql`case when ${hasWords} then ${seq} else words_seq(${seq}, ${sql.ref(id)}) end`
}

function haveWords(contentSeq: string): RawBuilder<boolean> {
  return sql`exists (select from words where words.seq = ${sql.ref(contentSeq)})`
}

/** Those of some objects whose words were removed. */
export async function findRedacted(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ object: string }>`
    select object from redaction where object = any(${ids}::uuid[])
  `.execute(db)
  return new Set(rows.map(({ object }) => object))
}

/** Whether an object has words beside the statement that was made when others were removed. */
export async function hasWords(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from event join words on words.seq = event.seq
      where event.object = ${id}::uuid
        and not (event.kind like '%.redacted' and words.field = '/statement')
    ) as found
  `.execute(db)
  return rows[0]?.found ?? false
}

/** The citations of a claim or a link that have words left, voided ones too. */
export async function listCitationsToRedact(
  db: Db,
  type: 'claim' | 'link',
  id: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from citation
    where ${sql.ref(`${type}_id`)} = ${id}::uuid
      and not exists (select from redaction where redaction.object = citation.id)
    order by position, id
  `.execute(db)
  return rows.map((row) => row.id)
}

/** What was merged into an object and has words left. Citations and stories are never merged. */
export async function listMergedToRedact(db: Db, type: Referable, id: string): Promise<string[]> {
  if (type === 'citation' || type === 'story') return []
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(type)}
    where merged_into = ${id}::uuid
      and not exists (select from redaction where redaction.object = ${sql.ref(`${type}.id`)})
    order by id
  `.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Removes every word of an object, from every version of it and wherever else they stand. Its event
 * is appended by the same transaction.
 */
export async function removeWords(
  tx: Db,
  type: Referable,
  { id, seq, ground }: { id: string; seq: number; ground: Ground },
): Promise<void> {
  const shown = type === 'claim' || type === 'link' ? sql`, shown_seq = ${seq}` : sql``
  await sql`
    update ${sql.table(type)} set version = version + 1 ${shown} where id = ${id}::uuid
  `.execute(tx)
  await sql`select redact(${id}::uuid, ${seq}::bigint, ${ground})`.execute(tx)
}

import type { Noun } from '../domain/nouns.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Ground } from '../domain/redaction.ts'
import type { Db } from './database/db.ts'
import { mergedTypes } from './references.ts'

/** The redaction of an object, and its public statement. */
export interface RedactionRow {
  readonly ground: Ground
  readonly statement: string | null
  readonly at: string
  readonly seq: number
}

/**
 * The redaction of an object as JSON, if any: the current one, even for `asOf`.
 *
 * @param alwaysHasWords whether an object of this kind has words unless they were removed
 */
export function redactionOf(
  contentSeq: string,
  id: string,
  { alwaysHasWords = false } = {},
): RawBuilder<RedactionRow | null> {
  const areGone = alwaysHasWords ? hasNoWords(contentSeq) : haveGone(contentSeq, id)
  return sql`case when ${areGone} then redaction_of(${sql.ref(id)}) end`
}

/** The last event that set or removed the words of an object. */
export function wordsSeq(
  contentSeq: string,
  id: string,
  haveNoWords: RawBuilder<boolean> = haveGone(contentSeq, id),
): RawBuilder<number> {
  const seq = sql.ref(contentSeq)
  return sql`case when ${haveNoWords} then words_seq(${seq}, ${sql.ref(id)}) else ${seq} end`
}

/** Whether an object has no words because it was redacted, which few ever were. */
function haveGone(contentSeq: string, id: string): RawBuilder<boolean> {
  return sql`(exists (select from redaction where redaction.object = ${sql.ref(id)})
    and ${hasNoWords(contentSeq)})`
}

function hasNoWords(contentSeq: string): RawBuilder<boolean> {
  return sql`not exists (select from words where words.seq = ${sql.ref(contentSeq)})`
}

/** The redactions of those of some objects that have any: the current ones, even for `asOf`. */
export async function loadRedactions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RedactionRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; redaction: RedactionRow }>`
    select id, redaction from unnest(${ids}::uuid[]) as asked (id)
    cross join lateral redaction_of(id) as redaction
    where redaction is not null
  `.execute(db)
  return new Map(rows.map(({ id, redaction }) => [id, redaction]))
}

/** Among some objects, those that are redacted. */
export async function findRedacted(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ object: string }>`
    select object from redaction where object = any(${ids}::uuid[])
  `.execute(db)
  return new Set(rows.map(({ object }) => object))
}

/** Whether an object has words other than the statement of a redaction. */
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

/** The citations of a claim or a link that still have words, including voided ones. */
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

/** What was merged into an object and still has words. */
export async function listMergedToRedact(db: Db, type: Noun, id: string): Promise<string[]> {
  if (!mergedTypes.has(type)) return []
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(type)}
    where merged_into = ${id}::uuid
      and not exists (select from redaction where redaction.object = ${sql.ref(`${type}.id`)})
    order by id
  `.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Removes every word of an object, in all versions and everywhere else. The same transaction
 * appends the event.
 */
export async function removeWords(
  tx: Db,
  type: Noun,
  { id, seq, ground }: { id: string; seq: number; ground: Ground },
): Promise<void> {
  const shown = type === 'claim' || type === 'link' ? sql`, shown_seq = ${seq}` : sql``
  await sql`
    update ${sql.table(type)} set version = version + 1 ${shown} where id = ${id}::uuid
  `.execute(tx)
  await sql`select redact(${id}::uuid, ${seq}::bigint, ${ground})`.execute(tx)
}

import { sql } from 'kysely'
import type { MergeEntry, Mergeable } from '../domain/merge.ts'
import type { Db } from './database/db.ts'
import { word } from './source-ref.ts'

/** A merge as read from the database. */
export interface MergeRow extends MergeEntry {
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  /** Its event. */
  readonly seq: number
  readonly voidedSeq: number | null
}

/** The columns of `merge` that make up a `MergeRow`. */
export const mergeColumns = sql`
  merge.id, merge.noun, merge.from_id as "from", merge.into_id as into, merge.version,
  merge.recorded_at as "recordedAt", merge.voided_at as "voidedAt", merge.content_seq as seq,
  merge.voided_seq as "voidedSeq", ${word('merge.content_seq', '/reason')} as reason
`

export async function findMerge(db: Db, id: string): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select ${mergeColumns} from merge where id = ${id}::uuid
  `.execute(db)
  return rows[0]
}

/** The merge in force by which an object redirects to another. */
export async function findMergeOf(db: Db, from: string): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select ${mergeColumns} from merge where from_id = ${from}::uuid and voided_at is null
  `.execute(db)
  return rows[0]
}

/** The latest merge of exactly these two, even if it was voided since. */
export async function findEarlierMerge(
  db: Db,
  { from, into }: Pick<MergeEntry, 'from' | 'into'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from merge where from_id = ${from}::uuid and into_id = ${into}::uuid
    order by content_seq desc limit 1
  `.execute(db)
  return rows[0]?.id
}

/** Every merge in force, from the merged object to its survivor. */
export async function loadMergesInForce(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ from: string; into: string }>`
    select from_id as "from", into_id as into from merge where voided_at is null
  `.execute(db)
  return new Map(rows.map(({ from, into }) => [from, into]))
}

export async function insertMerge(
  tx: Db,
  at: Date,
  { id, noun, from, into, seq }: Omit<MergeEntry, 'reason'> & { readonly seq: number },
): Promise<void> {
  await sql`
    insert into merge (id, noun, from_id, into_id, content_seq, recorded_at)
    values (${id}, ${noun}, ${from}, ${into}, ${seq}, ${at})
  `.execute(tx)
}

export async function voidMerge(tx: Db, id: string, at: Date, seq: number): Promise<void> {
  await sql`
    update merge set voided_at = ${at}, voided_seq = ${seq}, version = version + 1
    where id = ${id}::uuid
  `.execute(tx)
}

/** The final survivor of an object; itself if it is not merged. */
export async function findSurvivor(tx: Db, noun: Mergeable, id: string): Promise<string> {
  const { rows } = await sql<{ survivor: string }>`
    select coalesce(merged_into, id) as survivor from ${sql.table(noun)} where id = ${id}::uuid
  `.execute(tx)
  return rows[0]?.survivor ?? id
}

/** An object and everything merged into it, directly or indirectly. */
export async function listFamily(tx: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family (id) as (
      select ${id}::uuid
      union
      select merge.from_id from family join merge on merge.into_id = family.id
      where merge.voided_at is null
    )
    select id from family
  `.execute(tx)
  return rows.map((row) => row.id)
}

/** Points an object, and everything merged into it, at a survivor; or back at itself. */
export async function leadTo(
  tx: Db,
  noun: Mergeable,
  {
    from,
    family,
    survivor,
    seq,
  }: { from: string; family: readonly string[]; survivor: string; seq: number },
): Promise<void> {
  await sql`
    update ${sql.table(noun)} set
      merged_into = nullif(${survivor}::uuid, id),
      version = version + case when id = ${from}::uuid then 1 else 0 end,
      shown_seq = ${seq}
    where id = any(${family}::uuid[])
  `.execute(tx)
}

export interface ClaimMerge {
  readonly from: string
  readonly into: string
}

/** The merges of claims in force, or those among them that concern some claims. */
export async function listClaimMerges(
  tx: Db,
  claims: readonly string[] | undefined,
): Promise<ClaimMerge[]> {
  const concerned = sql`and (from_id = any(${claims}::uuid[]) or into_id = any(${claims}::uuid[]))`
  const { rows } = await sql<ClaimMerge>`
    select from_id as "from", into_id as into from merge
    where noun = 'claim' and voided_at is null ${claims ? concerned : sql``}
  `.execute(tx)
  return rows
}

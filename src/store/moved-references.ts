import { sql } from 'kysely'
import type { Mergeable } from '../domain/merge.ts'
import type { Db } from './database/db.ts'

/** A column that references objects of some noun, and its table. */
interface Naming {
  readonly table: 'claim' | 'report' | 'citation' | 'link'
  readonly column: 'speaker_id' | 'source_id' | 'report_id' | 'claim_id' | 'from_claim' | 'to_claim'
}

const naming: Readonly<Record<Mergeable, readonly Naming[]>> = {
  source: [
    { table: 'claim', column: 'speaker_id' },
    { table: 'report', column: 'source_id' },
  ],
  report: [{ table: 'citation', column: 'report_id' }],
  claim: [
    { table: 'citation', column: 'claim_id' },
    { table: 'link', column: 'from_claim' },
    { table: 'link', column: 'to_claim' },
  ],
}

/** Ids of rows whose references were changed, by table. */
export type Moved = Readonly<Record<Naming['table'], readonly string[]>>

/** How many rows reference an object in a column: what merging it would rewrite. */
export async function countNaming(tx: Db, noun: Mergeable, id: string): Promise<number> {
  const counts = naming[noun].map(
    ({ table, column }) => sql`
      (select count(*) from ${sql.table(table)} where ${sql.ref(column)} = ${id}::uuid)
    `,
  )
  const { rows } = await sql<{ count: number }>`
    select ${sql.join(counts, sql` + `)} as count
  `.execute(tx)
  return rows[0]?.count ?? 0
}

/**
 * How many references were entered for some objects but now name others because of merges: what a
 * void would rewrite.
 */
export async function countEntered(
  tx: Db,
  noun: Mergeable,
  family: readonly string[],
): Promise<number> {
  const fields = naming[noun].map(({ column }) => column)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from entered_reference
    where entered = any(${family}::uuid[]) and field = any(${fields}::text[])
  `.execute(tx)
  return rows[0]?.count ?? 0
}

/** Points references to an object at its survivor, and stores what was entered. */
export async function moveReferences(
  tx: Db,
  noun: Mergeable,
  { from, survivor }: { readonly from: string; readonly survivor: string },
): Promise<Moved> {
  return eachNaming(noun, async ({ table, column }) => {
    const { rows } = await sql<{ id: string }>`
      with moved as (
        update ${sql.table(table)} set ${sql.ref(column)} = ${survivor}::uuid
        where ${sql.ref(column)} = ${from}::uuid
        returning id
      ),
      kept as (
        insert into entered_reference (object, field, entered)
        select id, ${column}, ${from}::uuid from moved
        on conflict do nothing
      )
      select id from moved
    `.execute(tx)
    return rows.map(({ id }) => id)
  })
}

/**
 * Points references that were entered for an object, or for what is merged into it, back at that
 * object.
 */
export async function restoreReferences(
  tx: Db,
  noun: Mergeable,
  { from, family }: { readonly from: string; readonly family: readonly string[] },
): Promise<Moved> {
  return eachNaming(noun, async ({ table, column }) => {
    const { rows } = await sql<{ id: string }>`
      with moved as (
        update ${sql.table(table)} set ${sql.ref(column)} = ${from}::uuid
        where id in (
          select object from entered_reference
          where field = ${column} and entered = any(${family}::uuid[])
        )
        returning id
      ),
      forgotten as (
        delete from entered_reference
        where field = ${column} and entered = ${from}::uuid and object in (select id from moved)
      )
      select id from moved
    `.execute(tx)
    return rows.map(({ id }) => id)
  })
}

/** After an amendment of a column, what was entered before no longer matters. */
export async function forgetEntered(
  tx: Db,
  object: string,
  column: Naming['column'],
): Promise<void> {
  await sql`
    delete from entered_reference where object = ${object}::uuid and field = ${column}
  `.execute(tx)
}

async function eachNaming(
  noun: Mergeable,
  move: (naming: Naming) => Promise<readonly string[]>,
): Promise<Moved> {
  const moved: Record<Naming['table'], readonly string[]> = {
    claim: [],
    report: [],
    citation: [],
    link: [],
  }
  for (const each of naming[noun]) moved[each.table] = moved[each.table].concat(await move(each))
  return moved
}

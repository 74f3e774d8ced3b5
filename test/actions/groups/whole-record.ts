import { sql } from 'kysely'
import { z } from 'zod'
import { DomainError } from '../../../src/domain/errors.ts'
import type { Db } from '../../../src/store/database/db.ts'

/** A text without what differs between two runs. */
export type Comparable = (text: string) => string

/** Every row of every table that a write may touch, without salts, hashes of them, and times. */
export async function wholeRecord(
  db: Db,
  comparable: Comparable,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('api_key', 'rate_limit', 'facet', 'claim_facets')
    order by table_name
  `.execute(db)
  const record = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(each) - 'salt')::text as row from ${sql.table(name)} as each
    `.execute(db)
    record.set(name, rows.map(({ row }) => comparable(row)).toSorted())
  }
  record.set('facets of claims', (await facetsOfClaims(db)).map(comparable).toSorted())
  return record
}

/** Facets by what they stand for: their numbers follow the order in which they were met. */
async function facetsOfClaims(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select jsonb_build_object('claim', claim_id, 'code', facet.code, 'value', facet.value)::text as row
    from claim_facets join facet on facet.no = any(claim_facets.facets)
  `.execute(db)
  return rows.map(({ row }) => row)
}

/**
 * Ids that were assigned are named by the event that entered their object, and those of nodes, which
 * are made from these, by what they stand for.
 */
export async function comparableIn(db: Db): Promise<Comparable> {
  const { rows } = await sql<{ id: string; name: string }>`
    with named as (select object, 'object ' || min(seq) as name from event group by object)
    select object as id, name from named
    union all
    select distinct node.id, concat_ws(' ', kind, 'of', owner.name, source.name, target.name)
    from (
      select id, kind, owner, source, target from node
      union all select id, kind, owner, source, target from node_was
    ) as node
    join named as owner on owner.object = node.owner
    left join named as source on source.object = node.source
    left join named as target on target.object = node.target
    where node.id <> node.owner
  `.execute(db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (text) =>
    text
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id)
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g, (time) =>
        Math.abs(Date.parse(time) - Date.now()) < 60 * 60_000 ? 'now' : time,
      )
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash')
}

/** The first row of each table that is in one record alone. */
export function differencesOf(
  one: ReadonlyMap<string, readonly string[]>,
  other: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [...one].flatMap(([table, rows]) => {
    const others = other.get(table) ?? []
    const at = rows.findIndex((row, index) => row !== others[index])
    if (at === -1 && rows.length === others.length) return []
    return [`${table}: ${rows[at] ?? 'nothing'} and ${others[at] ?? 'nothing'}`]
  })
}

const identified = z.object({ id: z.string() })

/** What a write was answered, or why it was refused. */
export interface Outcome {
  readonly text: string
  readonly id: string | undefined
}

export async function outcomeOf(write: Promise<object>): Promise<Outcome> {
  try {
    const answer = await write
    return { text: JSON.stringify(answer), id: identified.safeParse(answer).data?.id }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, faults } = error
    return { text: JSON.stringify({ code, message, faults }), id: undefined }
  }
}

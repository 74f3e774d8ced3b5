import { nouns, type Noun } from '../domain/nouns.ts'
import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { isVoid, mergedInto } from './references.ts'

/** The state of an object's life. */
export interface Life {
  readonly type: Noun
  readonly id: string
  readonly version: number
  /** When a claim was withdrawn or a link ended. */
  readonly closedAt: string | null
  readonly voidedAt: Date | null
  /** Whether it was voided, or is a link that depends on something voided. */
  readonly isVoid: boolean
  /** Its survivor, if it was merged. */
  readonly mergedInto: string | null
}

export async function findLives(db: Db, ids: readonly string[]): Promise<Map<string, Life>> {
  const each = nouns.map((type) => {
    const closed = type === 'claim' ? 'withdrawn_at' : type === 'link' ? 'ended_at' : 'null'
    return sql`
      select ${sql.lit(type)} as type, id, version, ${sql.raw(closed)}::text as "closedAt", voided_at as "voidedAt",
        ${isVoid(type)} as "isVoid", ${mergedInto(type)} as "mergedInto"
      from ${sql.table(type)} where id = any(${ids}::uuid[])
    `
  })
  const { rows } = await sql<Life>`${sql.join(each, sql` union all `)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Sets when its author withdrew a claim or ended a link; null if that is voided. */
export async function setClosed(
  tx: Db,
  type: 'claim' | 'link',
  { id, at, seq }: { id: string; at: string | null; seq: number },
): Promise<void> {
  const column = sql.ref(type === 'claim' ? 'withdrawn_at' : 'ended_at')
  await sql`
    update ${sql.table(type)} set ${column} = ${at}, version = version + 1, shown_seq = ${seq}
    where id = ${id}::uuid
  `.execute(tx)
}

/** An ending, as its event has it. */
export interface PastEnding {
  readonly object: string
  readonly kind: string
  /** When a claim was withdrawn or a link ended. */
  readonly at: string | null
}

/** All endings of some objects in order, including those voided since. */
export async function findPastEndings(db: Db, objects: readonly string[]): Promise<PastEnding[]> {
  const { rows } = await sql<PastEnding>`
    select object, kind, body::json #>> '{facts,at}' as at from event
    where object = any(${objects}::uuid[]) and split_part(kind, '.', 2) in ${endingVerbs}
    order by seq
  `.execute(db)
  return rows
}

/** The last part of the event type of each ending, after the noun. */
export const endingVerbs = sql.raw(`('withdrawn', 'ended', 'voided')`)

/** Marks an entry error. `spreadVoid` handles what depends on a claim or a link. */
export async function voidObject(tx: Db, type: Noun, id: string, at: Date): Promise<void> {
  await sql`
    update ${sql.table(type)} set voided_at = ${at}, version = version + 1 where id = ${id}::uuid
  `.execute(tx)
}

/**
 * Sets the event since which readers see some claims differently, when something shown with them
 * changed.
 */
export async function showAnew(tx: Db, claims: readonly string[], seq: number): Promise<void> {
  await sql`
    update claim set shown_seq = ${seq} where id = any(${claims}::uuid[])
  `.execute(tx)
}

/**
 * The claims shown with a citation, or with any citation from a report, and those that concede by a
 * link shown with it.
 */
export async function findClaimsCiting(
  db: Db,
  type: 'citation' | 'report',
  id: string,
): Promise<string[]> {
  const column = sql.ref(type === 'citation' ? 'citation.id' : 'citation.report_id')
  const { rows } = await sql<{ id: string }>`
    select claim_id as id from citation where ${column} = ${id}::uuid and claim_id is not null
    union
    select from_claim from citation join link on link.id = citation.link_id
    where ${column} = ${id}::uuid and link.relation = 'concedes'
  `.execute(db)
  return rows.map((row) => row.id)
}

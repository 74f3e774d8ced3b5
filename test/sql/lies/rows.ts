/** Statements that do not fit: what the check of statements must find, one fault each. */
import { sql } from 'kysely'
import type { Db } from '../../../src/store/database/db.ts'

export async function findMisspelt(db: Db) {
  return sql<{ id: string }>`select idd as id from claim`.execute(db)
}

export async function findNumber(db: Db) {
  return sql<{ version: string }>`select version from claim`.execute(db)
}

export async function findNull(db: Db) {
  return sql<{ withdrawn: string }>`select withdrawn_at as withdrawn from claim`.execute(db)
}

export async function findInstant(db: Db) {
  return sql<{ at: string | null }>`select voided_at as at from claim`.execute(db)
}

export async function findInstantInJson(db: Db) {
  return sql<{ was: { at: Date } }>`
    select json_build_object('at', recorded_at) as was from claim
  `.execute(db)
}

export async function findOtherList(db: Db) {
  return sql<{ cites: number[] }>`select cites from claim`.execute(db)
}

export async function findTooLittle(db: Db) {
  return sql<{ id: string; kind: string }>`select id from claim`.execute(db)
}

export async function findTooMuch(db: Db) {
  return sql<{ id: string }>`select id, kind from claim`.execute(db)
}

export async function findByNumber(db: Db, version: string) {
  return sql<{ id: string }>`select id from claim where version = ${version}`.execute(db)
}

export async function findByList(db: Db, id: string) {
  return sql<{ id: string }>`select id from claim where id = any(${id}::uuid[])`.execute(db)
}

export async function findJoined(db: Db) {
  return sql<{ claim: string; merge: string }>`
    select claim.id as claim, merge.id as merge from claim left join merge on merge.from_id = claim.id
  `.execute(db)
}

export async function findMisbuilt(db: Db) {
  return sql<{ reports: { id: string; source: { id: string; name: string } | null }[] }>`
    select coalesce((
      select json_agg(json_build_object(
        'id', report.id, 'kind', report.kind,
        'source', (select json_build_object('id', source.id) from source where source.id = source_id)
      ))
      from report
    ), '[]') as reports
  `.execute(db)
}

export async function findMisgathered(db: Db) {
  return sql<{ reports: { id: string; kind: string }[] }>`
    with listed as (select id, lang from report)
    select coalesce((select json_agg(listed) from listed), '[]') as reports
  `.execute(db)
}

export async function removeEvents(db: Db) {
  await sql`delete from event`.execute(db)
}

/** Only with some arguments, and only after some answers. */
export async function findLater(db: Db, order: 'plain' | 'odd') {
  const { rows } = await sql<{ slug: string }>`select slug from story`.execute(db)
  if (rows[0]?.slug !== undefined && order === 'odd') {
    await sql`select id from claim order by oddity`.execute(db)
  }
}

/** What no made-up arguments lead to. */
export async function findNever(db: Db, word: string) {
  if (word === 'please') await sql`select id from claim`.execute(db)
}

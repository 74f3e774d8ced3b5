import { sql } from 'kysely'
import { exportRecord } from '../../src/actions/export-record.ts'
import { canonicalJson } from '../../src/formats/event.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines } from './import.ts'

/** Imports the export of a record into an empty one. */
export async function copyTo(copy: Db, original: Db): Promise<void> {
  // What ended and was taken back may have ended again, so the order counts.
  const inOrder: object[] = []
  for await (const line of exportRecord(original)) inOrder.push(line)
  await importLines(copy, inOrder)
}

/** The lines of an export, in an order of their own: the record's depends on how it was entered. */
export async function exported(db: Db): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportRecord(db)) lines.push(canonicalJson(line))
  return lines.toSorted()
}

/** How everything stands by id, read past the export. */
export async function standing(db: Db): Promise<unknown> {
  const claims = await sql`
    select id, kind, speaker_id, lang, asserted_at, asserted_start, withdrawn_at, figure,
      -- In which languages removed words were is not exported.
      (select jsonb_agg(point - 'texts') from jsonb_array_elements(points) as point) as points,
      merged_into, voided_at is not null as is_voided, label, status, cites, rebuts, undercuts, qualifies, supports
    from claim order by id
  `.execute(db)
  const links = await sql`
    select link.id, relation, from_claim, to_claim, to_link, aspect, arguendo, response, meets, change, ended_at, is_conceded,
      link.merged_into, is_void, voided_at is not null as is_voided, guard.label
    from link left join node as guard on guard.id = link.id order by link.id
  `.execute(db)
  const reports = await sql`
    select id, source_id, merged_into, kind, lang, accessed_at, published_at, published_start from report order by id
  `.execute(db)
  const affiliations = await sql`
    select source_id, position, relation, to_id, from_date, until_date, from_start, until_start
    from current_affiliation order by source_id, position
  `.execute(db)
  const words = await sql`
    select event.object, words.field, words.body
    from words join event on event.seq = words.seq
    where split_part(event.kind, '.', 2) not in ('added', 'amended') or not exists (
      select from event as later
      where later.object = event.object and later.seq > event.seq and later.kind like '%.amended'
    )
    order by event.object, words.field, words.body
  `.execute(db)
  const sources = await sql`select id, merged_into from source order by id`.execute(db)
  const citations = await sql`
    select id, claim_id, link_id, report_id from citation order by id
  `.execute(db)
  const entered = await sql`
    select object, field, entered from entered_reference order by object, field
  `.execute(db)
  const merges = await sql`
    select from_id, into_id, voided_at is not null as is_voided from merge order by id
  `.execute(db)
  return [claims, links, reports, affiliations, words, sources, citations, entered, merges].map(
    ({ rows }) => rows,
  )
}

/** The index of texts. */
export async function searchable(db: Db): Promise<unknown[]> {
  return db.selectFrom('claim_search').select(['claim_id', 'tokens']).orderBy('claim_id').execute()
}

import { sql } from 'kysely'
import type { Db } from './database/db.ts'

/** Something not voided that names a source, and what it is. */
export interface NamingObject {
  readonly noun: 'claim' | 'report' | 'source'
  readonly id: string
}

/**
 * What names a source, or an entry merged into it: claims by it or about it, its reports, and
 * sources affiliated with it. What is merged away counts too, since the void of its merge brings it
 * back.
 */
export async function listNaming(db: Db, source: string, limit: number): Promise<NamingObject[]> {
  const few = sql`order by id limit ${limit}`
  const { rows } = await sql<NamingObject>`
    with entry (id) as (
      select id from source where id = ${source}::uuid or merged_into = ${source}::uuid
    )
    select 'claim' as noun, id from (
      select id from claim where speaker_id = ${source}::uuid and voided_at is null ${few}
    ) as spoken
    union
    select 'claim', id from (
      select claim.id
      from entry
      join claim_about on claim_about.source_id = entry.id
      join claim on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
      where claim.voided_at is null ${few}
    ) as about
    union
    select 'report', id from (
      select id from report where source_id = ${source}::uuid and voided_at is null ${few}
    ) as published
    union
    select 'source', id from (
      select source.id
      from entry
      join affiliation on affiliation.to_id = entry.id
      join source on source.id = affiliation.source_id and source.content_seq = affiliation.seq
      where source.voided_at is null and source.id <> ${source}::uuid ${few}
    ) as affiliated
    order by noun, id
    limit ${limit}
  `.execute(db)
  return rows
}

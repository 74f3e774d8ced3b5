import { sql, type RawBuilder } from 'kysely'
import type { Db } from './database/db.ts'

/**
 * For each of some sources, the claims whose speaker, or one of whose subjects, reaches it through
 * affiliations of any kind, at any time.
 */
export async function loadClaimsOfSide(
  db: Db,
  sources: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ source: string; claims: string[] }>`
    with recursive ${down(sources)}
    select source, array_agg(claim) as claims
    from (
      select down.source, claim.id as claim from down join claim on claim.speaker_id = down.id
      union
      select down.source, claim.id
      from down
      join source as named on named.id = down.id or named.merged_into = down.id
      join claim_about on claim_about.source_id = named.id
      join claim on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
    ) as found
    group by source
  `.execute(db)
  return new Map(rows.map(({ source, claims }) => [source, claims]))
}

/** How many claims there are of this kind for a source: a lower bound above the limit. */
export async function countClaimsOfSide(db: Db, source: string, max: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive ${down([source])}
    select count(*) as count from (
      (select claim.id from down join claim on claim.speaker_id = down.id limit ${max + 1})
      union
      (
        select claim.id
        from down
        join source as named on named.id = down.id or named.merged_into = down.id
        join claim_about on claim_about.source_id = named.id
        join claim on claim.id = claim_about.claim_id and claim.content_seq = claim_about.seq
        limit ${max + 1}
      )
    ) as counted
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** Some sources, and everything that reaches each of them. */
function down(sources: readonly string[]): RawBuilder<unknown> {
  return sql`down (source, id) as (
    select asked, asked from unnest(${sources}::uuid[]) as asked
    union
    select down.source, coalesce(part.merged_into, part.id)
    from down
    join source as whole on whole.id = down.id or whole.merged_into = down.id
    join current_affiliation on current_affiliation.to_id = whole.id
    join source as part on part.id = current_affiliation.source_id
  )`
}

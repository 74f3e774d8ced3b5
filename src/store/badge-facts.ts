import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimFacts, PartialFacts } from '../engine/record/partial-facts.ts'
import type { Db } from './database/db.ts'

/** Loads the facts about badges that a computation found missing. */
export async function answerFacts(
  db: Db,
  facts: PartialFacts,
  claims: readonly ClaimId[],
): Promise<void> {
  if (claims.length === 0) return
  const { rows } = await sql<ClaimFacts>`
    select claim.id as claim,
      array(
        select attribution from citation
        where citation.claim_id = claim.id and citation.ending_seq is null
          and citation.voided_at is null
        order by citation.position, citation.id
      ) as attributions,
      claim.has_rating and source.kind is not distinct from 'fact_checker' as "isRating",
      (
        select json_build_object('status', status, 'by', answered_by) from last_status
        where last_status.claim_id = claim.id
      ) as "lastStatus"
    from claim left join source on source.id = claim.speaker_id
    where claim.id = any(${claims}::uuid[])
  `.execute(db)
  facts.add(claims, rows)
}

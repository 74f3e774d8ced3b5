import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/** A passage by which a report has a claim. */
interface ClaimQuote {
  readonly claim: ClaimId
  readonly quote: string
}

/** So many quotes of one claim are compared at most. */
const quotesMax = 20

/** The quotes of some claims, the first of each. */
export async function loadQuotesOf(
  db: Db,
  claims: readonly ClaimId[],
): Promise<readonly ClaimQuote[]> {
  const { rows } = await sql<ClaimQuote>`
    select asked.id as claim, quoted.quote
    from unnest(${claims}::uuid[]) as asked (id) cross join lateral (
      select words.body as quote
      from citation join words on words.seq = citation.content_seq and words.field = '/quote'
      where citation.claim_id = asked.id and citation.voided_at is null
        and citation.ending_seq is null
      order by citation.position
      limit ${quotesMax}
    ) as quoted
  `.execute(db)
  return rows
}

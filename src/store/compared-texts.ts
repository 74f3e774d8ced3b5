import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/** The words of a claim, in its language or another. */
export interface ClaimText {
  readonly claim: ClaimId
  readonly text: string
}

/** The words of some claims, each of them in every language on record. */
export async function loadClaimTexts(
  db: Db,
  claims: Iterable<ClaimId>,
): Promise<readonly ClaimText[]> {
  const { rows } = await sql<ClaimText>`
    select claim.id as claim, words.body as text
    from claim join words on words.seq = claim.content_seq
    where claim.id = any(${[...claims]}::uuid[]) and words.field ~ '^/(texts/[0-9]+/)?text$'
  `.execute(db)
  return rows
}

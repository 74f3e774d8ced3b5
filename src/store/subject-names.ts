import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { subjects } from './merged-lists.ts'

/** What a source that a claim is about is called, in every language and by its aliases. */
interface SubjectNames {
  readonly claim: ClaimId
  readonly names: readonly string[]
}

/** The names of those whom some claims are about, one row for each of them. */
export async function loadSubjectNames(
  db: Db,
  claims: readonly ClaimId[],
): Promise<readonly SubjectNames[]> {
  const { rows } = await sql<SubjectNames>`
    select claim.id as claim, array_agg(words.body::text) as names
    from claim cross join lateral ${subjects}
    join source as named on named.id = subject.source_id
    join words on words.seq = named.content_seq
      and words.field ~ '^/(name|names/[0-9]+/name|aliases/[0-9]+)$'
    where claim.id = any(${claims}::uuid[])
    group by claim.id, subject.source_id
  `.execute(db)
  return rows
}

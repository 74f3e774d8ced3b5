import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { askedIds, plannedOnce, prepared } from './database/prepared.ts'
import { wordsSeq } from './redactions.ts'
import { sourceRef, word, type SourceRef } from './source-ref.ts'

/** What a fact-checker's claim says about the claim that it rates. */
export interface RatingRow {
  readonly claim: ClaimId
  readonly factChecker: SourceRef
  readonly rating: string | null
  readonly seq: number
}

/** How many ratings of one claim are shown. */
export const ratingsMax = 100

/** The claims whose ratings are shown of a claim. */
export function ratingsOf({ badges }: Pick<ClaimRow, 'badges'>): readonly ClaimId[] {
  return badges?.ratings.slice(0, ratingsMax) ?? []
}

/** The ratings shown of some claims, earliest first. Few claims have any. */
export async function loadRatings(
  db: Db,
  rows: readonly ClaimRow[],
  lang: DisplayLanguage,
): Promise<readonly RatingRow[]> {
  const ids = new Set(rows.flatMap(ratingsOf))
  return ids.size > 0 ? ratingsById(db, [...ids], lang) : []
}

const ratingsById = prepared<RatingRow>(
  'ratings',
  (sent) => sent,
  // Fact-checkers are few, so each is read once.
  (lang) => sql<RatingRow>`
    with rated as materialized (
      select id, speaker_id, content_seq, asserted_start from claim where id = ${askedIds}
    ),
    speaker as materialized (
      select id, ${sourceRef('asked.id', lang)} as ref
      from (select distinct speaker_id as id from rated) as asked
    )
    select rated.id as claim, speaker.ref as "factChecker",
      ${word('rated.content_seq', '/rating')} as rating,
      ${wordsSeq('rated.content_seq', 'rated.id')} as seq
    from rated join speaker on speaker.id = rated.speaker_id
    order by rated.asserted_start nulls last, rated.id
  `,
)

/** The claims rated by a claim, earliest first. */
export async function listRated(db: Db, id: ClaimId): Promise<ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId; isRated: boolean }>`${plannedOnce}
    select other.id, coalesce(other.badges -> 'ratings' ? ${id}, false) as "isRated"
    from claim as other
    where other.id in (select to_claim from link where from_claim = ${id}::uuid)
    order by other.asserted_start nulls last, other.id
  `.execute(db)
  return rows.flatMap((row) => (row.isRated ? [row.id] : []))
}

import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Fit } from '../domain/kinds.ts'
import type { CounterpointRow } from './counterpoints.ts'
import type { Db } from './database/db.ts'
import { sourceRef, word, type SourceRef } from './source-ref.ts'

/** The answer of a party to a claim, as far as a list shows it. */
export interface PartyAnswer {
  readonly answered: ClaimId
  /** How many answers the claim has. */
  readonly count: number
  readonly link: LinkId
  readonly claim: ClaimId
  /** null if it is no answer of a party. */
  readonly fit: Fit | null
  readonly meets: readonly string[]
  readonly speaker: SourceRef | null
  /** null if it was removed. */
  readonly text: string | null
  readonly lang: string
  readonly assertedAt: string | null
}

/** How many answers to one claim are listed. */
export const answersMax = 20

/**
 * Those of some counterpoints that are answers of parties, by claims that hold: the first of each
 * claim, earliest first.
 */
export async function loadPartyAnswers(
  db: Db,
  given: readonly Pick<CounterpointRow, 'answered' | 'link' | 'claim'>[],
  lang: DisplayLanguage,
): Promise<readonly PartyAnswer[]> {
  const { rows } = await sql<PartyAnswer>`
    with answer as materialized (
    select given.answered, link.id as link, claim.id as claim, link.fit, link.meets,
      claim.speaker_id, claim.content_seq, claim.lang, claim.asserted_at, claim.asserted_start,
      count(*) over (partition by given.answered) as count,
      row_number() over (
        partition by given.answered order by claim.asserted_start nulls last, link.id
      ) as place
    from unnest(
      ${given.map(({ answered }) => answered)}::uuid[], ${given.map(({ link }) => link)}::uuid[],
      ${given.map(({ claim }) => claim)}::uuid[]
    ) as given (answered, link, claim)
    join link on link.id = given.link
    join claim on claim.id = given.claim
    where link.fit is not null and link.ended_at is null and not link.is_conceded
      and claim.status not in ('withdrawn', 'corrected')
    )
    select answered, count::integer, link, claim, fit, meets,
      ${sourceRef('answer.speaker_id', lang)} as speaker,
      ${word('answer.content_seq', '/text')} as text, lang, asserted_at as "assertedAt"
    from answer where place <= ${answersMax}
    order by asserted_start nulls last, link
  `.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Response } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** What a party says of a claim without contradicting it: that it is so, or neither. */
export interface PartyRemark {
  readonly answered: ClaimId
  readonly link: LinkId
  readonly claim: ClaimId
  readonly fit: 'confirms' | 'neither'
  readonly response: Response | null
  /** The ids of the points that it confirms. */
  readonly meets: readonly string[]
  readonly aspect: Aspect | null
  readonly speaker: SourceRef | null
  /** The last event that changed any of this, except the name of the speaker. */
  readonly seq: number
}

const told: ReadonlySet<Status | null> = new Set([
  'unchallenged',
  'denied',
  'disputed',
  'countered',
  'answered',
  'basis_lost',
])

/** The remarks of parties on claims that are not closed. Few claims have any. */
export async function loadPartyRemarks(
  db: Db,
  rows: readonly Pick<ClaimRow, 'id' | 'status' | 'qualifies'>[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, readonly PartyRemark[]>> {
  const asked = rows.filter((row) => told.has(row.status) && row.qualifies > 0)
  if (asked.length === 0) return new Map()
  const remarks = await remarksOnClaims(
    db,
    asked.map(({ id }) => id),
    lang,
  )
  return Map.groupBy(remarks, ({ answered }) => answered)
}

const remarksOnClaims = prepared<PartyRemark>(
  'party-remarks',
  (sent) => sent,
  (lang) => sql<PartyRemark>`
    select answered.id as answered, link.id as link, claim.id as claim,
      case link.fit when 'confirms' then 'confirms' else 'neither' end as fit, link.response,
      link.meets, link.aspect,
      ${sourceRef('claim.speaker_id', lang)} as speaker,
      greatest(link.shown_seq, claim.shown_seq) as seq
    from claim as answered join link on link.to_claim = answered.id
      join claim on claim.id = link.from_claim
    where answered.id = ${askedIds} and link.relation = 'qualifies'
      and link.fit in ('confirms', 'neither') and link.ended_at is null
      and not link.is_void and not link.is_conceded
      and claim.status not in ('withdrawn', 'corrected')
    order by link.fit, claim.asserted_start nulls last, link.id
  `,
)

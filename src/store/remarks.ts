import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Response } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** What somebody says of a claim without contradicting it: that it is so, or neither. */
export interface Remark {
  readonly answered: ClaimId
  readonly link: LinkId
  readonly claim: ClaimId
  /** null unless it is the answer of a party. */
  readonly fit: 'confirms' | 'neither' | null
  readonly isByParty: boolean
  readonly response: Response | null
  /** The ids of the points that it confirms. */
  readonly meets: readonly string[]
  readonly aspect: Aspect | null
  readonly speaker: SourceRef | null
  readonly assertedAt: WorldDate | null
  /** Whether its speaker neither withdrew nor replaced it. */
  readonly isHeld: boolean
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

/** What a party says of a claim, and still stands by. */
export interface PartyRemark extends Remark {
  readonly fit: 'confirms' | 'neither'
}

export function isOfParty(remark: Remark): remark is PartyRemark {
  return remark.fit !== null && remark.isHeld
}

/** The remarks on claims that are not closed, first confirmations by parties. Few claims have any. */
export async function loadRemarks(
  db: Db,
  rows: readonly Pick<ClaimRow, 'id' | 'kind' | 'status' | 'qualifies' | 'rebuts'>[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, readonly Remark[]>> {
  const asked = rows.filter(
    ({ kind, status, qualifies, rebuts }) =>
      told.has(status) && (qualifies > 0 || (kind === 'ruling' && rebuts > 0)),
  )
  if (asked.length === 0) return new Map()
  const remarks = await remarksOnClaims(
    db,
    asked.map(({ id }) => id),
    lang,
  )
  return Map.groupBy(remarks, ({ answered }) => answered)
}

const remarksOnClaims = prepared<Remark>(
  'remarks',
  (sent) => sent,
  (lang) => sql<Remark>`
    select answered.id as answered, link.id as link, claim.id as claim,
      case when link.fit in ('confirms', 'neither') then link.fit end as fit,
      link.fit is not null as "isByParty", link.response,
      link.meets, link.aspect, claim.asserted_at as "assertedAt",
      claim.status not in ('withdrawn', 'corrected') as "isHeld",
      ${sourceRef('claim.speaker_id', lang)} as speaker,
      greatest(link.shown_seq, claim.shown_seq) as seq
    from claim as answered join link on link.to_claim = answered.id
      join claim on claim.id = link.from_claim
    where answered.id = ${askedIds} and link.response is not null
      and (
        link.relation = 'qualifies'
        or answered.kind = 'ruling' and link.relation = 'rebuts' and link.response = 'elsewhere'
      )
      and link.ended_at is null and not link.is_void and not link.is_conceded
    order by
      case link.fit when 'confirms' then 1 when 'neither' then 2 else 3 end,
      claim.asserted_start nulls last, link.id
  `,
)

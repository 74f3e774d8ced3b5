import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Response } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { isWording } from './wording.ts'
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

/** Rules read links from and onto the newest wording, and date it by the first. */
const remarksOnClaims = prepared<Remark>(
  'remarks',
  (sent) => sent,
  (lang) => sql<Remark>`
    with recursive version (answered, kind, id) as (
      select id, kind, id from claim where id = ${askedIds}
      union
      select answered, kind, link.to_claim
      from version join link on link.from_claim = version.id and ${isWording}
    ),
    remark as (
      select version.answered, link.*
      from version join link on link.to_claim = version.id
      where link.response is not null
        and (
          link.relation = 'qualifies'
          or version.kind = 'ruling' and link.relation = 'rebuts' and link.response = 'elsewhere'
        )
        and link.ended_at is null and not link.is_void and not link.is_conceded
    ),
    newer (remark, id, steps) as (
      select id, from_claim, 0 from remark
      union all
      select remark, link.from_claim, steps + 1
      from newer join link on link.to_claim = newer.id and ${isWording}
    ),
    older (remark, id, steps) as (
      select id, from_claim, 0 from remark
      union all
      select remark, link.to_claim, steps + 1
      from older join link on link.from_claim = older.id and ${isWording}
    )
    select link.answered, link.id as link, claim.id as claim,
      case when link.fit in ('confirms', 'neither') then link.fit end as fit,
      link.fit is not null as "isByParty", link.response,
      link.meets, link.aspect, first.asserted_at as "assertedAt",
      claim.status not in ('withdrawn', 'corrected') as "isHeld",
      ${sourceRef('claim.speaker_id', lang)} as speaker,
      greatest(link.shown_seq, claim.shown_seq, first.shown_seq) as seq
    from remark as link
      cross join lateral (
        select id from newer where remark = link.id order by steps desc limit 1
      ) as newest
      cross join lateral (
        select id from older where remark = link.id order by steps desc limit 1
      ) as oldest
      join claim on claim.id = newest.id
      join claim as first on first.id = oldest.id
    order by
      case link.fit when 'confirms' then 1 when 'neither' then 2 else 3 end,
      first.asserted_start nulls last, link.id
  `,
)

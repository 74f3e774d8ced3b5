import { sql } from 'kysely'
import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import type { Aspect, ClaimKind, Fit, Relation, Response } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import { isLeftOpen } from './claim-filters.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { responseOfLink } from './link-rows.ts'

/** What an outline of a story needs of a claim. */
export interface StoryClaimRow {
  readonly id: ClaimId
  readonly kind: ClaimKind
  /** null if no source names the speaker. */
  readonly speaker: SourceId | null
  readonly assertedAt: string | null
  /** null for an entry error. */
  readonly status: Status | null
  readonly statusSince: Date | null
  readonly recordedAt: Date
  readonly figuresConflict: boolean
  /** Whether those whom it is about leave something of it unanswered. */
  readonly isOpen: boolean
}

/** Some claims, in no order. */
export async function loadStoryClaims(
  db: Db,
  ids: readonly ClaimId[],
): Promise<readonly StoryClaimRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoryClaimRow>`
    select id, kind, speaker_id as speaker, asserted_at as "assertedAt", status,
      status_since as "statusSince", recorded_at as "recordedAt",
      coalesce((badges ->> 'figuresConflict')::boolean, false) as "figuresConflict",
      (voided_at is null and ${isLeftOpen}) as "isOpen"
    from claim where id = any(${hiddenIds(ids)})
  `.execute(db)
  return rows
}

/** A link as it is drawn between the claims of a story. */
export interface StoryLinkRow {
  readonly id: LinkId
  readonly relation: Relation
  readonly from: ClaimId
  readonly toClaim: ClaimId | null
  readonly toLink: LinkId | null
  readonly aspect: Aspect | null
  readonly arguendo: boolean
  readonly response: Response | null
  readonly fit: Fit | null
  /** The ids of points. */
  readonly meets: readonly string[]
}

/** Of a story with more links than this, the oldest are read. */
const linksMax = 4_000

/** The live links that start at some claims, oldest first, wherever they lead. */
export async function loadStoryLinks(
  db: Db,
  claims: readonly ClaimId[],
): Promise<readonly StoryLinkRow[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<StoryLinkRow>`
    select id, relation, from_claim as "from", to_claim as "toClaim", to_link as "toLink", aspect,
      arguendo, ${responseOfLink} as response, fit, meets
    from link
    where from_claim = any(${hiddenIds(claims)}) and not is_void and ended_at is null
    order by id
    limit ${sql.lit(linksMax)}
  `.execute(db)
  return rows
}

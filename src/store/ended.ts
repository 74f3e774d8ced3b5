import { sql } from 'kysely'
import { enteredIn } from './as-entered.ts'
import type { Db } from './database/db.ts'

/** A claim that its speaker took back. */
export interface WithdrawnClaim {
  readonly id: string
  readonly assertedAt: string | null
  readonly withdrawnAt: string
  readonly isUnnamed: boolean
}

/** Among some claims, those that are withdrawn, unless voided. */
export async function findWithdrawn(db: Db, claims: readonly string[]): Promise<WithdrawnClaim[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<WithdrawnClaim>`
    select id, asserted_at as "assertedAt", withdrawn_at as "withdrawnAt",
      speaker_id is null as "isUnnamed"
    from claim
    where id = any(${claims}::uuid[]) and withdrawn_at is not null and voided_at is null
  `.execute(db)
  return rows
}

/**
 * A link that its author dropped, with the time since when it has existed: that of the claim it was
 * entered with. Merges move it to another claim and back, but do not change its age.
 */
export interface EndedLink {
  readonly id: string
  readonly from: string
  readonly assertedAt: string | null
  readonly endedAt: string
}

/** Among some links, and the links from some claims, those that are ended, unless voided. */
export async function findEnded(
  db: Db,
  { links, claims }: { links: readonly string[]; claims: readonly string[] },
): Promise<EndedLink[]> {
  if (links.length + claims.length === 0) return []
  const { rows } = await sql<EndedLink>`
    select link.id, claim.id as "from", claim.asserted_at as "assertedAt",
      link.ended_at as "endedAt"
    from link join claim on claim.id = ${enteredIn('link', 'from_claim')}
    where (link.id = any(${links}::uuid[]) or link.from_claim = any(${claims}::uuid[]))
      and link.ended_at is not null and not link.is_void
  `.execute(db)
  return rows
}

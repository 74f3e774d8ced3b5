import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { EndlessRow } from './claim-columns.ts'
import { withEndings, type Ending } from './claim-endings.ts'
import { claimsOfParts } from './claims-of-parts.ts'
import type { NamedWith } from './claim-part-names.ts'
import { claimParts } from './claim-parts.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'

/** A claim with what its sentences name, and what few claims have. */
export type ClaimRow = EndlessRow & Ending & { readonly named: NamedWith }

/** The rows of some claims, in no particular order. */
export async function loadClaimRows(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<ClaimRow[]> {
  if (ids.length === 0) return []
  const [parts] = await claimParts(db, ids)
  return parts ? withEndings(db, await claimsOfParts(db, parts, lang), lang) : []
}

export async function findClaimRow(
  db: Db,
  id: ClaimId,
  lang: DisplayLanguage,
): Promise<ClaimRow | undefined> {
  const [row] = await loadClaimRows(db, [id], lang)
  return row
}

/** Figures connected with a claim by a live rebuttal in either direction, earliest first. */
export async function listConflictingFigures(db: Db, id: ClaimId): Promise<ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`${plannedOnce}
    select figure.id
    from claim as figure
    where figure.kind = 'figure' and figure.id in (
      select case when from_claim = ${id}::uuid then to_claim else from_claim end
      from link
      where relation = 'rebuts' and (from_claim = ${id}::uuid or to_claim = ${id}::uuid)
        and not is_void and ended_at is null
    )
    order by figure.asserted_start nulls last, figure.id
  `.execute(db)
  return rows.map((row) => row.id)
}

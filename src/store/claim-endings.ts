import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import type { Uncited } from '../domain/uncited.ts'
import type { CitationRow } from './citation-rows.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { endingCitations, uncitedClaim } from './uncited.ts'

/** What readers are shown of claims that end, are rulings, or stand or fall by others' words. */
export interface Ending {
  /** The citations of its withdrawal. */
  readonly withdrawalCitations: readonly CitationRow[]
  /** What its status rests on without a source. */
  readonly uncited: Uncited | null
}

interface Row {
  readonly id: ClaimId
  readonly kind: ClaimKind
  readonly status: Status | null
  readonly withdrawnAt: string | null
}

/**
 * Adds this to some claims. A statement of its own reads it for the few that may have any, because
 * every part of a statement costs something, also where it is not carried out.
 */
export async function withEndings<R extends Row>(
  db: Db,
  rows: readonly R[],
  lang: DisplayLanguage,
): Promise<(R & Ending)[]> {
  const asked = rows.filter(mayHaveAny).map(({ id }) => id)
  const found = asked.length > 0 ? await endingsById(db, asked, lang) : []
  const endings = new Map(found.map(({ id, ...ending }) => [id, ending]))
  return rows.map((row) => ({ ...row, ...(endings.get(row.id) ?? none) }))
}

const none: Ending = { withdrawalCitations: [], uncited: null }

function mayHaveAny({ kind, status, withdrawnAt }: Row): boolean {
  return (
    withdrawnAt !== null ||
    kind === 'ruling' ||
    status === 'ruled_for' ||
    status === 'ruled_against' ||
    status === 'admitted'
  )
}

const endingsById = prepared<Ending & { readonly id: ClaimId }>(
  'claim-endings',
  (sent) => sent,
  (lang) => sql<Ending & { readonly id: ClaimId }>`
    select claim.id,
      case when claim.withdrawn_at is null then '[]'
        else ${endingCitations('claim_id', 'claim.id', lang)} end as "withdrawalCitations",
      ${uncitedClaim} as uncited
    from claim where claim.id = ${askedIds}
  `,
)

import type { ClaimId } from '../domain/ids.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Db } from '../store/database/db.ts'
import { listRelated, relatedAs, type RelatedAs, type RelatedRow } from '../store/related-claims.ts'
import type { ClaimView } from './claim.ts'
import { presentInOrder } from './present-claims.ts'

/** Claims that are the same to a claim. */
export interface RelatedClaims {
  readonly as: RelatedAs
  readonly claims: readonly ClaimView[]
  /** Whether there are more. */
  readonly isCut: boolean
}

/** How many claims of one kind a page shows. */
const shownMax = 6

/** Where to find them: by ids, in any order of kinds. @param known how many a page may show anyway */
export async function findRelated(
  db: Db,
  id: ClaimId,
  { known }: { readonly known: number },
): Promise<readonly RelatedRow[]> {
  return listRelated(db, id, { limit: shownMax + known + 1 })
}

/**
 * The claims that a claim is linked with, other than by its counterpoints; only kinds of which there
 * are any.
 *
 * @param shown claims that the page shows as its counterpoints
 */
export async function loadRelated(
  db: Db,
  rows: readonly RelatedRow[],
  shown: ReadonlySet<ClaimId>,
  language: DisplayLanguage,
): Promise<readonly RelatedClaims[]> {
  const groups = relatedAs.map((as) => {
    const own = rows.filter((row) => row.as === as && !(as === 'answered' && shown.has(row.claim)))
    const ids = [...new Set(own.map(({ claim }) => claim))]
    return { as, ids: ids.slice(0, shownMax), isCut: ids.length > shownMax }
  })
  const named = [...new Set(groups.flatMap(({ ids }) => ids))]
  const presented = await presentInOrder(db, named, language)
  const views = new Map(presented.map(({ view }) => [view.id, view]))
  return groups.flatMap(({ as, ids, isCut }) => {
    const claims = ids.flatMap((each) => views.get(each) ?? [])
    return claims.length > 0 ? [{ as, claims, isCut }] : []
  })
}

import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { loadRatings } from '../store/ratings.ts'
import { loadStatusWords } from '../store/status-words.ts'
import { claimSeq, viewClaim, type ClaimView } from './claim.ts'

/** A claim as returned, and the last event that changed anything in it. */
export interface PresentedClaim<R extends ClaimRow = ClaimRow> {
  readonly row: R
  readonly view: ClaimView
  readonly seq: number
}

/** Puts the status of each claim into words, with a few statements for all of them. */
export async function presentClaims<R extends ClaimRow>(
  db: Db,
  rows: readonly R[],
  lang: DisplayLanguage,
): Promise<PresentedClaim<R>[]> {
  const words = await loadStatusWords(db, rows, lang)
  const ratings = await loadRatings(db, rows, lang)
  return rows.map((row) => {
    const said = words.get(row.id)
    const rated = ratings.filter(({ claim }) => row.badges?.ratings.includes(claim))
    return { row, view: viewClaim(row, said, rated), seq: claimSeq(row, said, rated) }
  })
}

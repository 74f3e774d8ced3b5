import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { loadBadgeSources, loadBadgeSpeakers } from '../store/badge-names.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { Db } from '../store/database/db.ts'
import { loadRatings, ratingsOf } from '../store/ratings.ts'
import { loadStatusWords } from '../store/status-words.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { namedByBadges } from './badges.ts'
import { claimSeq, viewClaim, type ClaimView } from './claim.ts'

/** A claim as returned, and the last event that changed anything in it. */
export interface PresentedClaim<R extends ClaimRow = ClaimRow> {
  readonly row: R
  readonly view: ClaimView
  readonly seq: number
}

/**
 * Puts the status and the badges of each claim into words, with a few statements for all of them.
 */
export async function presentClaims<R extends ClaimRow>(
  db: Db,
  rows: readonly R[],
  lang: DisplayLanguage,
): Promise<readonly PresentedClaim<R>[]> {
  const named = namedByBadges(rows)
  const [words, ratings, sources, speakers] = await Promise.all([
    loadStatusWords(db, rows, lang),
    loadRatings(db, rows, lang),
    loadBadgeSources(db, named.sources, lang),
    loadBadgeSpeakers(db, named.claims, lang),
  ])
  const names = { sources, speakers }
  const placed = new Map(ratings.map((rating, place) => [rating.claim, { rating, place }]))
  return mapInSlices(rows, (row) => {
    const said = words.get(row.id)
    const parts = {
      ratings: ratingsOf(row)
        .flatMap((claim) => placed.get(claim) ?? [])
        .toSorted((a, b) => a.place - b.place)
        .map(({ rating }) => rating),
      names,
    }
    return { row, view: viewClaim(row, said, parts, lang), seq: claimSeq(row, said, parts) }
  })
}

/** The same of some claims by their ids, in this order: the first that fit into one answer. */
export async function presentInOrder(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<readonly PresentedClaim[]> {
  const { rows } = await claimsThatFit(db, ids, lang)
  return presentClaims(db, rows, lang)
}

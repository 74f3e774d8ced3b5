import type { EarlierVersion } from '../domain/badges.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { loadBadgeSources, loadBadgeSpeakers } from '../store/badge-names.ts'
import { loadClaimRows, type ClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { readTogether } from '../store/database/transaction.ts'
import { loadEarlierVersions } from '../store/earlier-versions.ts'
import { loadRatings } from '../store/ratings.ts'
import { loadStatusWords } from '../store/status-words.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { firstThatFit, weightOfClaim } from './answer-weight.ts'
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
 * Only claims that replace others take more.
 */
export async function presentClaims<R extends ClaimRow>(
  db: Db,
  rows: readonly R[],
  lang: DisplayLanguage,
): Promise<readonly PresentedClaim<R>[]> {
  const words = await loadStatusWords(db, rows, lang)
  const ratings = await loadRatings(db, rows, lang)
  const earlier = await findEarlierVersions(db, rows)
  const named = namedByBadges(rows, earlier.values())
  const names = {
    sources: await loadBadgeSources(db, named.sources, lang),
    speakers: await loadBadgeSpeakers(db, named.claims, lang),
  }
  return mapInSlices(rows, (row) => {
    const said = words.get(row.id)
    const parts = {
      ratings: ratings.filter(({ claim }) => row.badges?.ratings.includes(claim)),
      earlier: earlier.get(row.id),
      names,
    }
    return { row, view: viewClaim(row, said, parts), seq: claimSeq(row, said, parts) }
  })
}

/** The same of some claims by their ids, in this order: the first that fit into one answer. */
export async function presentInOrder(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<readonly PresentedClaim[]> {
  const rows = new Map((await loadClaimRows(db, ids, lang)).map((row) => [row.id, row]))
  const inOrder = ids.flatMap((id) => rows.get(id) ?? [])
  return presentClaims(db, firstThatFit(inOrder, weightOfClaim), lang)
}

async function findEarlierVersions(
  db: Db,
  rows: readonly ClaimRow[],
): Promise<ReadonlyMap<ClaimId, EarlierVersion>> {
  const replacing = rows
    .filter(({ replacesOthers, headSeq }) => replacesOthers && headSeq !== null)
    .map(({ id }) => id)
  if (replacing.length === 0) return new Map()
  return readTogether(db, (now) => loadEarlierVersions(now, replacing))
}

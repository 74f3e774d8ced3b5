import { found } from '../domain/errors.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { loadClaimRows } from '../store/claim-rows.ts'
import { loadCounterpoints, type CounterpointRow } from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import { loadLinkRows } from '../store/link-rows.ts'
import { presentClaims } from './present-claims.ts'
import type { CounterpointView } from './counterpoint.ts'
import { viewLink } from './objects.ts'

/** A counterpoint among those of the claim it answers. */
export async function presentCounterpoint(
  db: Db,
  { answered, claim }: Pick<CounterpointRow, 'answered' | 'claim'>,
  language: DisplayLanguage,
): Promise<CounterpointView> {
  const rows = (await loadCounterpoints(db, [answered])).filter((row) => row.claim === claim)
  const [view] = await presentCounterpoints(db, rows, 1, language)
  return found(view)
}

/**
 * Counterpoints with their claims, links and own counterpoints, level by level. A claim already
 * shown above is left out, or two claims that rebut each other would never end.
 */
export async function presentCounterpoints(
  db: Db,
  rows: readonly CounterpointRow[],
  depth: number,
  language: DisplayLanguage,
): Promise<CounterpointView[]> {
  const below = new Map<string, readonly CounterpointRow[]>()
  const all = [...rows]
  let level = new Set(rows.map(({ claim }) => claim))
  for (let left = depth - 1; left > 0 && level.size > 0; left--) {
    const next = await loadCounterpoints(db, [...level])
    const byAnswered = Map.groupBy(next, ({ answered }) => answered)
    for (const claim of level) below.set(claim, byAnswered.get(claim) ?? [])
    all.push(...next)
    level = new Set(next.map(({ claim }) => claim)).difference(new Set(below.keys()))
  }

  const claimRows = await loadClaimRows(db, [...new Set(all.map(({ claim }) => claim))], language)
  const claims = new Map(
    (await presentClaims(db, claimRows, language)).map(({ view }) => [view.id, view]),
  )
  const linkRows = await loadLinkRows(db, [...new Set(all.map(({ link }) => link))], language)
  const links = new Map(linkRows.map((row) => [row.id, viewLink(row)]))

  const view = (row: CounterpointRow, above: readonly string[], left: number): CounterpointView => {
    const path = [...above, row.answered, row.claim]
    const next = left > 0 ? (below.get(row.claim) ?? []) : []
    return {
      claim: found(claims.get(row.claim)),
      link: found(links.get(row.link)),
      direction: row.direction,
      role: row.role,
      effective: row.effective,
      via: row.via,
      counterpoints: next
        .filter(({ claim }) => !path.includes(claim))
        .map((each) => view(each, path, left - 1)),
    }
  }
  return rows.map((row) => view(row, [], depth - 1))
}

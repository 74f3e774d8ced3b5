import { found } from '../domain/errors.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { loadCounterpoints, type CounterpointRow } from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import { presentClaims } from './present-claims.ts'
import type { CounterpointView } from './counterpoint.ts'
import { growTree, type CounterpointNode } from './counterpoint-tree.ts'
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
 * Counterpoints with their claims, links and own counterpoints, as far as one answer shows them:
 * without room for all of `rows`, the first of them.
 */
export async function presentCounterpoints(
  db: Db,
  rows: readonly CounterpointRow[],
  depth: number,
  language: DisplayLanguage,
): Promise<CounterpointView[]> {
  const tree = await growTree(db, rows, depth, language)
  const shown = shownIn(tree.nodes)
  const claimRows = [...tree.claims.values()].filter(({ id }) => shown.has(id))
  const presented = await presentClaims(db, claimRows, language)
  const claims = new Map(presented.map(({ view }) => [view.id, view]))
  const links = new Map([...tree.links].map(([id, row]) => [id, viewLink(row)]))

  const view = ({ row, below }: CounterpointNode): CounterpointView => ({
    claim: found(claims.get(row.claim)),
    link: found(links.get(row.link)),
    direction: row.direction,
    role: row.role,
    effective: row.effective,
    via: row.via,
    counterpoints: below.map(view),
  })
  return tree.nodes.map(view)
}

function shownIn(nodes: readonly CounterpointNode[]): ReadonlySet<ClaimId> {
  return new Set(nodes.flatMap(({ row, below }) => [row.claim, ...shownIn(below)]))
}

import { found } from '../domain/errors.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import { isUnanswered } from '../sentences/standing/case-of.ts'
import { roleWords } from '../sentences/table/roles.ts'
import { loadClaimRows } from '../store/claim-rows.ts'
import {
  findCounterpoints,
  judgeCounterpoints,
  type CounterpointRow,
} from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import { loadLinkRows } from '../store/link-rows.ts'
import { presentClaims } from './present-claims.ts'
import type { CounterpointView } from './counterpoint.ts'
import type { ClaimView } from './claim.ts'
import { growTree, type CounterpointNode } from './counterpoint-tree.ts'
import { viewLink, type LinkView } from './objects.ts'

/** A counterpoint alone, by the claim that answers and the one that it answers. */
export async function presentCounterpoint(
  db: Db,
  { answered, claim }: Pick<CounterpointRow, 'answered' | 'claim'>,
  language: DisplayLanguage,
  record = new PartialRecord(),
): Promise<CounterpointView> {
  const all = await findCounterpoints(db, record, [answered])
  const { link } = found(all.find((each) => each.claim === claim))
  const [rows, claimRows, linkRows] = await Promise.all([
    judgeCounterpoints(db, record, all),
    loadClaimRows(db, [claim], language),
    loadLinkRows(db, [link], language),
  ])
  const row = rows.find((each) => each.claim === claim)
  const [shown] = await presentClaims(db, claimRows, language)
  const [linkRow] = linkRows
  const claimShown = found(shown).view
  return viewOf(found(row), claimShown, viewLink(found(linkRow)), [], language)
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

  const view = ({ row, below }: CounterpointNode): CounterpointView =>
    viewOf(row, found(claims.get(row.claim)), found(links.get(row.link)), below.map(view), language)
  return tree.nodes.map(view)
}

function shownIn(nodes: readonly CounterpointNode[]): ReadonlySet<ClaimId> {
  return new Set(nodes.flatMap(({ row, below }) => [row.claim, ...shownIn(below)]))
}

function viewOf(
  { direction, role, isOwn, effective, via }: CounterpointRow,
  claim: ClaimView,
  link: LinkView,
  counterpoints: CounterpointView[],
  language: DisplayLanguage,
): CounterpointView {
  const label = isUnanswered(claim.standing.case)
    ? roleWords[isOwn ? 'own' : role][language]
    : claim.statusLabel
  return { claim, link, direction, role, isOwn, label, effective, via, counterpoints }
}

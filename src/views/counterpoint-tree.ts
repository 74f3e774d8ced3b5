import { loadClaimRows, type ClaimRow } from '../store/claim-rows.ts'
import { loadCounterpoints, type CounterpointRow } from '../store/counterpoints.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { found } from '../domain/errors.ts'
import type { Db } from '../store/database/db.ts'
import { loadLinkRows, type LinkRow } from '../store/link-rows.ts'
import { answerWeightMax, firstThatFit } from '../formats/weight.ts'
import { weightOfClaim, weightOfLink } from '../store/row-weight.ts'

/** A counterpoint with those of its own that an answer shows. */
export interface CounterpointNode {
  readonly row: CounterpointRow
  readonly below: readonly CounterpointNode[]
}

export interface CounterpointTree {
  readonly nodes: readonly CounterpointNode[]
  /** Every claim and link in it, and maybe more. */
  readonly claims: ReadonlyMap<ClaimId, ClaimRow>
  readonly links: ReadonlyMap<LinkId, LinkRow>
}

/**
 * How many counterpoints of counterpoints one answer shows. In a dispute where everybody rebuts
 * everybody their number grows with the number of paths.
 */
const nestedMax = 1_000

interface Growing {
  readonly row: CounterpointRow
  /** The claims above it and its own: one that is shown above is left out, or a tree never ends. */
  readonly path: ReadonlySet<ClaimId>
  below: readonly Growing[]
}

/**
 * Counterpoints with their own, level by level, as far down as `depth` and as long as the answer has
 * room: of each counterpoint either all of its own are there or none. Without room for all of `rows`
 * it has the first of them.
 */
export async function growTree(
  db: Db,
  rows: readonly CounterpointRow[],
  depth: number,
  language: DisplayLanguage,
): Promise<CounterpointTree> {
  const claims = new Map<ClaimId, ClaimRow>()
  const links = new Map<LinkId, LinkRow>()
  const learn = async (level: readonly CounterpointRow[]) => {
    const newClaims = new Set(level.map(({ claim }) => claim)).difference(claims)
    const newLinks = new Set(level.map(({ link }) => link)).difference(links)
    const [claimRows, linkRows] = await Promise.all([
      loadClaimRows(db, [...newClaims], language),
      loadLinkRows(db, [...newLinks], language),
    ])
    for (const row of claimRows) claims.set(row.id, row)
    for (const row of linkRows) links.set(row.id, row)
  }
  const weigh = ({ claim, link }: CounterpointRow) =>
    weightOfClaim(found(claims.get(claim))) + weightOfLink(found(links.get(link)))
  const weighAll = (level: readonly CounterpointRow[]) =>
    level.reduce((sum, row) => sum + weigh(row), 0)

  await learn(rows)
  const first = firstThatFit(rows, weigh)
  const top: readonly Growing[] = first.map((row) => grown(row, new Set([row.answered])))
  let level = top
  let room = nestedMax
  let weight = weighAll(first)
  for (let left = depth - 1; left > 0 && level.length > 0; left -= 1) {
    const wanted = withRoom(level, claims, room)
    const asked = [...new Set(wanted.map(({ row }) => row.claim))]
    const answers = await loadCounterpoints(db, asked)
    const byAnswered = Map.groupBy(answers, ({ answered }) => answered)
    const below = wanted.map((node) => ({
      node,
      rows: (byAnswered.get(node.row.claim) ?? []).filter(({ claim }) => !node.path.has(claim)),
    }))
    await learn(below.flatMap((each) => each.rows))
    for (const each of below) {
      const added = weighAll(each.rows)
      if (each.rows.length > room || weight + added > answerWeightMax) continue
      room -= each.rows.length
      weight += added
      each.node.below = each.rows.map((row) => grown(row, each.node.path))
    }
    level = level.flatMap(({ below }) => below)
  }
  return { nodes: top, claims, links }
}

function grown(row: CounterpointRow, above: ReadonlySet<ClaimId>): Growing {
  return { row, path: new Set([...above, row.claim]), below: [] }
}

/** The first counterpoints whose own there is room for, by their counts: so many are worth loading. */
function withRoom(
  level: readonly Growing[],
  claims: ReadonlyMap<ClaimId, ClaimRow>,
  room: number,
): readonly Growing[] {
  let left = room
  return level.filter(({ row }) => {
    const { rebuts = 0, undercuts = 0, qualifies = 0 } = claims.get(row.claim) ?? {}
    const own = rebuts + undercuts + qualifies
    if (own === 0 || own > left + 1) return false
    left -= Math.max(1, own - 1)
    return true
  })
}

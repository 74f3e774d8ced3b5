import { itemsToCompile } from '../../engine/change/affected.ts'
import { PartialLabels } from '../../engine/graph/partial-labels.ts'
import type { Change } from '../../engine/record/record.ts'
import { claimsToMark } from '../../engine/change/touched-badges.ts'
import { claimsToJudge } from '../../engine/change/touched.ts'
import { changesOfMerge, countNamingClaims, type Sides } from '../../store/merge-touches.ts'
import { countNodes } from '../../store/nodes.ts'
import { settleLabelled } from '../../store/settle-record.ts'
import { refuseEarly } from '../record/consequence/refuse-early.ts'
import type { Act } from '../record/consequence/weigh.ts'
import type { Writing } from '../record/writing.ts'

/** The most that a request may rewrite and relabel by merging or parting entries. */
export const regionMaxOfRequest = 50_000

/** The same of a preview, which holds the record lock for somebody who may write nothing. */
export const regionMaxOfPreview = 2_000

/** The part of the record that a merge, or its void, can affect. */
export interface MergeRegion {
  readonly sides: Sides
  /**
   * The number of columns to rewrite and nodes that may be relabelled; a lower bound if above the
   * limit.
   */
  readonly size: number
  /** Everything the rules read of either entry; empty if the region is above the limit. */
  readonly touched: readonly Change[]
}

/**
 * Stops at the limit: a larger region is counted by the references to either entry and not loaded.
 *
 * @param moved how many columns are rewritten
 * @param acts what takes a second person whatever its consequences
 * @throws {DomainError} `conflict` if the region is large and the actor may not do this alone
 */
export async function regionOf(
  writing: Writing,
  sides: Sides,
  {
    moved,
    max,
    acts,
  }: { readonly moved: number; readonly max: number; readonly acts: readonly Act[] },
): Promise<MergeRegion> {
  const { tx } = writing
  const named = max === Infinity ? 0 : moved + (await countNamingClaims(tx, sides, max))
  if (named > max) return { sides, size: named, touched: [] }
  await refuseEarly(writing, acts, named)
  const before = await changesOfMerge(tx, sides)
  const touched = [...before, ...(await touchedBy(writing, before))]
  const items = touched.flatMap((change) =>
    'claim' in change ? [change.claim] : 'link' in change ? [change.link] : [],
  )
  const nodes = max === Infinity ? 0 : await countNodes(tx, [...new Set(items)])
  return { sides, size: moved + nodes, touched }
}

/** Everything that some changes reach in the current record, as changes. */
async function touchedBy(
  { tx, view }: Writing,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  if (changes.length === 0) return []
  const record = view()
  const labels = new PartialLabels()
  return settleLabelled(tx, record, labels, () => {
    const { claims, links } = itemsToCompile(record, changes, labels)
    const nodes = { compiled: claims, relabelled: [], recompiled: [] }
    const judged = [
      ...claimsToJudge(record, changes, nodes),
      ...claimsToMark(record, changes, nodes),
    ]
    return [
      ...[...new Set(judged)].map((claim): Change => ({ claim, what: 'added' })),
      ...links.map((link): Change => ({ link })),
    ]
  })
}

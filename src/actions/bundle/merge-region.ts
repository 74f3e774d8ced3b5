import { itemsToCompile } from '../../engine/affected.ts'
import type { Change } from '../../engine/record.ts'
import { claimsToTell } from '../../engine/touched-accounts.ts'
import { claimsToMark } from '../../engine/touched-badges.ts'
import { claimsToJudge } from '../../engine/touched.ts'
import { changesOfMerge, countNamingClaims, type Sides } from '../../store/merge-touches.ts'
import { countNodes } from '../../store/nodes.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Writing } from '../record/writing.ts'

/** A request that merges or parts entries rewrites and relabels at most so much. */
export const regionMaxOfRequest = 50_000

/** What a merge, or the void of one, reaches of the record before it. */
export interface MergeRegion {
  readonly sides: Sides
  /** Columns to be rewritten, and nodes that may be labelled anew; where it is beyond the bound, of so many at least. */
  readonly size: number
  /** Whatever the rules read of either entry; nothing where the region is beyond the bound. */
  readonly touched: readonly Change[]
}

/**
 * Looks no further than the bound: what is beyond it is counted by what names either entry, and not
 * loaded.
 *
 * @param moved how many columns are rewritten
 */
export async function regionOf(
  writing: Writing,
  sides: Sides,
  { moved, max }: { readonly moved: number; readonly max: number },
): Promise<MergeRegion> {
  const { tx } = writing
  const named = max === Infinity ? 0 : moved + (await countNamingClaims(tx, sides, max))
  if (named > max) return { sides, size: named, touched: [] }
  const before = await changesOfMerge(tx, sides)
  const touched = [...before, ...(await touchedBy(writing, before))]
  const items = touched.flatMap((change) =>
    'claim' in change ? [change.claim] : 'link' in change ? [change.link] : [],
  )
  const nodes = max === Infinity ? 0 : await countNodes(tx, [...new Set(items)])
  return { sides, size: moved + nodes, touched }
}

/** What some changes reach in the record as it is now, as changes of their own. */
async function touchedBy(
  { tx, view }: Writing,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  if (changes.length === 0) return []
  const record = view()
  const nothing = { relabelled: [], recompiled: [] }
  return settleRecord(tx, record, () => {
    const { claims, links } = itemsToCompile(record, changes)
    const judged = [
      ...claims,
      ...claimsToJudge(record, changes, nothing),
      ...claimsToMark(record, changes, nothing),
      ...claimsToTell(record, changes, nothing),
    ]
    return [
      ...[...new Set(judged)].map((claim): Change => ({ claim, what: 'added' })),
      ...links.map((link): Change => ({ link })),
    ]
  })
}

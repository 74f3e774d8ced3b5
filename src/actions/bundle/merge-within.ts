import type { MergeEntry } from '../../domain/merge.ts'
import type { MergeRow } from '../../store/merges.ts'
import { liftTimeLimits } from '../../store/remake.ts'
import type { Writing } from '../record/writing.ts'
import { mergeEntries, partEntries, regionOfMerge, regionOfVoid } from './merge-entries.ts'
import { regionMaxOfPreview, type MergeRegion } from './merge-region.ts'
import type { LineFault } from './refused-lines.ts'

/** How much more the merges of a write may rewrite and relabel. */
export interface RegionLeft {
  readonly max: number
  left: number
}

type TooLarge = Omit<LineFault, 'line'>

/** Carries out a merge, and its void if the bundle has one, unless the region is too large. */
export async function mergeWithin(
  writing: Writing,
  entry: MergeEntry & { readonly voidedBy: { readonly reason: string | null } | undefined },
  region: RegionLeft,
): Promise<TooLarge | undefined> {
  const { voidedBy } = entry
  const reached = await regionOfMerge(writing, entry, region.left)
  if (reached.size > region.left) return tooLarge(`Merging ${entry.from}`, reached, region)
  region.left -= reached.size
  await mergeEntries(writing, entry, reached)
  return voidedBy && partWithin(writing, entry, { reason: voidedBy.reason, region })
}

/** Undoes a merge, unless the region is too large. */
export async function partWithin(
  writing: Writing,
  merge: Pick<MergeRow, 'id' | 'noun' | 'from'>,
  { reason, region }: { readonly reason: string | null; readonly region: RegionLeft },
): Promise<TooLarge | undefined> {
  const reached = await regionOfVoid(writing, merge, region.left)
  if (reached.size > region.left) return tooLarge(`Parting ${merge.from}`, reached, region)
  region.left -= reached.size
  await partEntries(writing, merge, { reason, region: reached })
  return undefined
}

function tooLarge(doing: string, { size }: MergeRegion, { max, left }: RegionLeft): TooLarge {
  const before = left < max ? `, ${max - left} of them already` : ''
  const kind = max === regionMaxOfPreview ? 'preview' : 'request'
  const message = `${doing} rewrites and relabels ${size} objects or more, and a ${kind} does at most ${max}${before}. The operator can do it with \`counterpoint merge\` or \`counterpoint unmerge\`.`
  return { pointer: '', code: 'merge-too-large', message }
}

/** Work without a limit may take longer than the usual time limits. */
export async function liftLimitsOf({ tx }: Writing, { max }: RegionLeft): Promise<void> {
  if (max === Infinity) await liftTimeLimits(tx)
}

import type { MergeEntry } from '../../domain/merge.ts'
import type { Change } from '../../engine/record/record.ts'
import { merged, unmerged } from '../../formats/event-drafts.ts'
import { settleLinks } from '../../store/equal-links.ts'
import { showAnew } from '../../store/lives.ts'
import { changesOfMerge, listShownOtherwise, showMerged } from '../../store/merge-touches.ts'
import {
  findSurvivor,
  insertMerge,
  leadTo,
  listFamily,
  voidMerge,
  type MergeRow,
} from '../../store/merges.ts'
import {
  countEntered,
  countNaming,
  moveReferences,
  restoreReferences,
  type Moved,
} from '../../store/moved-references.ts'
import { endedAct } from '../record/consequence/weigh.ts'
import type { Writing } from '../record/writing.ts'
import { regionOf, type MergeRegion } from './merge-region.ts'

/** @param max the size above which the region is not loaded */
export async function regionOfMerge(
  writing: Writing,
  { noun, from, into }: Pick<MergeEntry, 'noun' | 'from' | 'into'>,
  max: number,
): Promise<MergeRegion> {
  const { tx } = writing
  const survivor = await findSurvivor(tx, noun, into)
  const sides = { noun, from, survivor, family: await listFamily(tx, from) }
  const moved = await countNaming(tx, noun, from)
  const event = { kind: `${noun}.merged`, object: from, facts: { into }, seq: 0 } as const
  return regionOf(writing, sides, { moved, max, acts: endedAct(event) })
}

/**
 * Merges two entries of the same thing: the first redirects to the second, as do all references to
 * it.
 */
export async function mergeEntries(
  writing: Writing,
  entry: MergeEntry,
  region: MergeRegion,
): Promise<void> {
  const { tx, at } = writing
  const { id, noun, from, into } = entry
  const { sides } = region
  await rearrange(writing, region, async () => {
    const seq = writing.record(merged(entry))
    await insertMerge(tx, at, { id, noun, from, into, seq })
    await leadTo(tx, noun, { ...sides, seq })
    return { seq, moved: await moveReferences(tx, noun, sides) }
  })
}

type Parted = Pick<MergeRow, 'id' | 'noun' | 'from'>

/** @param max the size above which the region is not loaded */
export async function regionOfVoid(
  writing: Writing,
  { noun, from }: Parted,
  max: number,
): Promise<MergeRegion> {
  const { tx } = writing
  const survivor = await findSurvivor(tx, noun, from)
  const sides = { noun, from, survivor, family: await listFamily(tx, from) }
  const moved = await countEntered(tx, noun, sides.family)
  const event = { kind: 'merge.voided', object: from, facts: {}, seq: 0 } as const
  return regionOf(writing, sides, { moved, max, acts: endedAct(event) })
}

/**
 * Undoes a merge: both entries get back what they had, and what was added since stays with the
 * survivor.
 */
export async function partEntries(
  writing: Writing,
  { id, noun, from }: Parted,
  { reason, region }: { readonly reason: string | null; readonly region: MergeRegion },
): Promise<void> {
  const { tx, at } = writing
  const { sides } = region
  await rearrange(writing, region, async () => {
    const seq = writing.record(unmerged({ id, from }, reason))
    // Others have built on the survivor, which now loses what came from the merged entry.
    writing.act({ object: sides.survivor, reason: `take ${from} out of ${sides.survivor}`, seq })
    await voidMerge(tx, id, at, seq)
    await leadTo(tx, noun, { ...sides, survivor: from, seq })
    return { seq, moved: await restoreReferences(tx, noun, sides) }
  })
}

/**
 * Carries out a merge or its undoing and reports the changes: everything the rules read of either
 * entry, before and after.
 */
async function rearrange(
  writing: Writing,
  { sides, touched }: MergeRegion,
  carryOut: () => Promise<{ seq: number; moved: Moved }>,
): Promise<void> {
  const { tx, changed, meter } = writing
  const { noun, from, survivor } = sides
  const shown = await listShownOtherwise(tx, sides)

  const { seq, moved } = await carryOut()
  meter.check()
  const settled = await settleLinks(tx, moved.link, seq)
  await showMerged(tx, sides, seq)
  meter.check()
  await showAnew(tx, [...new Set([...shown, ...(await listShownOtherwise(tx, sides))])], seq)
  changed(
    withoutRepeats([
      ...touched,
      ...(await changesOfMerge(tx, sides)),
      ...settled.map((link): Change => ({ link })),
    ]),
  )
  if (noun === 'claim')
    changed([
      { claim: from, what: 'voided' },
      { claim: survivor, what: 'voided' },
    ])
}

/** An amended object is looked up in every way that an added one is. */
function withoutRepeats(changes: readonly Change[]): Change[] {
  const sources = new Set<string>()
  const links = new Map<string, Change>()
  const claims = new Map<string, Extract<Change, { claim: string }>['what']>()
  for (const change of changes) {
    if ('source' in change) sources.add(change.source)
    else if ('link' in change) {
      if (change.isAmended || !links.has(change.link)) links.set(change.link, change)
    } else if (claims.get(change.claim) !== 'amended') claims.set(change.claim, change.what)
  }
  return [
    ...[...sources].map((source): Change => ({ source })),
    ...[...claims].map(([claim, what]): Change => ({ claim, what })),
    ...links.values(),
  ]
}

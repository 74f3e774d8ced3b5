import type { MergeEntry } from '../../domain/merge.ts'
import { itemsToCompile } from '../../engine/affected.ts'
import type { Change } from '../../engine/record.ts'
import { claimsToTell } from '../../engine/touched-accounts.ts'
import { claimsToMark } from '../../engine/touched-badges.ts'
import { claimsToJudge } from '../../engine/touched.ts'
import { merged, unmerged } from '../../formats/event-drafts.ts'
import { settleLinks } from '../../store/equal-links.ts'
import { showAnew } from '../../store/lives.ts'
import {
  changesOfMerge,
  listShownOtherwise,
  showMerged,
  type Sides,
} from '../../store/merge-touches.ts'
import {
  findSurvivor,
  insertMerge,
  leadTo,
  listFamily,
  voidMerge,
  type MergeRow,
} from '../../store/merges.ts'
import { moveReferences, restoreReferences, type Moved } from '../../store/moved-references.ts'
import { settleRecord } from '../../store/settle-record.ts'
import { recount } from '../../store/statuses.ts'
import type { Writing } from '../writing.ts'

/** Makes two entries of one thing one: the first leads to the other, and what named it names that. */
export async function mergeEntries(writing: Writing, entry: MergeEntry): Promise<void> {
  const { tx, at } = writing
  const { id, noun, from, into } = entry
  const survivor = await findSurvivor(tx, noun, into)
  const sides = { noun, from, survivor, family: await listFamily(tx, from) }
  await rearrange(writing, sides, async () => {
    const seq = writing.record(merged(entry))
    await insertMerge(tx, at, { id, noun, from, into, seq })
    await leadTo(tx, noun, { ...sides, seq })
    return { seq, moved: await moveReferences(tx, noun, sides) }
  })
}

/** Takes a merge back: each of the two has what it had, and what came after it stays with the survivor. */
export async function partEntries(
  writing: Writing,
  merge: Pick<MergeRow, 'id' | 'noun' | 'from'>,
  reason: string | null,
): Promise<void> {
  const { tx, at } = writing
  const { id, noun, from } = merge
  const survivor = await findSurvivor(tx, noun, from)
  const sides = { noun, from, survivor, family: await listFamily(tx, from) }
  await rearrange(writing, sides, async () => {
    const seq = writing.record(unmerged(merge, reason))
    await voidMerge(tx, id, at, seq)
    await leadTo(tx, noun, { ...sides, survivor: from, seq })
    return { seq, moved: await restoreReferences(tx, noun, sides) }
  })
}

/**
 * Carries out what makes two one, or one two, and says what changed: whatever the rules read of
 * either in the record before it, and in the record after it.
 */
async function rearrange(
  writing: Writing,
  sides: Sides,
  carryOut: () => Promise<{ seq: number; moved: Moved }>,
): Promise<void> {
  const { tx, changed } = writing
  const { noun, from, survivor } = sides
  const shown = await listShownOtherwise(tx, sides)
  const before = await changesOfMerge(tx, sides)
  const touched = await touchedBy(writing, before)

  const { seq, moved } = await carryOut()
  const settled = await settleLinks(tx, moved.link, seq)
  if (noun === 'claim') await recount(tx, [from, survivor], seq)
  await showMerged(tx, sides, seq)
  await showAnew(tx, [...new Set([...shown, ...(await listShownOtherwise(tx, sides))])], seq)
  changed(
    ...touched,
    ...before,
    ...(await changesOfMerge(tx, sides)),
    ...settled.map((link): Change => ({ link })),
  )
  if (noun === 'claim')
    changed({ claim: from, what: 'voided' }, { claim: survivor, what: 'voided' })
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

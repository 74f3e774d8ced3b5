import type { ClaimId } from '../../domain/ids.ts'
import type { GraphChange } from '../graph/diff.ts'
import type { Reading } from '../reading/reading.ts'
import { endsOf, targetClaim, targetOf } from '../record/links.ts'
import type { Change, ItemId, RecordView } from '../record/record.ts'
import { unionReading } from '../reading/union-reading.ts'

/**
 * The claims for which it may differ whether, and by what, they are replaced: everything below a
 * changed `supersedes`.
 */
export function versionsBelow(record: RecordView, changes: readonly Change[]): readonly ClaimId[] {
  const union = unionReading(record, changes)
  return reached(union, endsOfReplacements(union, changes), (claim) =>
    union.entered.linksFrom(claim, 'supersedes').flatMap((link) => targetClaim(link) ?? []),
  )
}

/**
 * The claims whose badge `earlierVersion` may differ: everything above a version whose last status
 * changed, above a changed `supersedes`, and above a claim whose date may have changed.
 */
export function claimsAbove(
  record: RecordView,
  changes: readonly Change[],
  versions: readonly ClaimId[],
): readonly ClaimId[] {
  const union = unionReading(record, changes)
  const amended = changes.flatMap((change) =>
    'claim' in change && change.what === 'amended' ? [change.claim] : [],
  )
  const from = [...endsOfReplacements(union, changes), ...amended, ...versions]
  return reached(union, from, (claim) =>
    union.entered.linksOnto(claim, 'supersedes').map((link) => link.from),
  ).filter((claim) => record.claim(claim)?.voided === false)
}

/**
 * Whatever may be read differently after some changes: items of the record, in every question of
 * `RecordView` whose answer may have changed. What is not new, and none of these, reads as before.
 */
export function itemsTouched(record: RecordView, changes: readonly Change[]): ReadonlySet<ItemId> {
  const touched = new Set<ItemId>()
  for (const change of changes) {
    if ('claim' in change) touched.add(change.claim)
    else if ('source' in change) {
      touched.add(change.source)
      for (const claim of record.claimsOfSide(change.source)) touched.add(claim)
    } else {
      touched.add(change.link)
      const link = record.link(change.link)
      if (link === undefined) continue
      for (const item of [targetOf(link), ...endsOf(record, link)]) touched.add(item)
    }
  }
  return touched
}

/** The same for the graph: the nodes of which the row, the dependencies or the users changed. */
export function nodesTouched(change: GraphChange): ReadonlySet<ItemId> {
  const touched = new Set<ItemId>()
  for (const { id, meaning } of [
    ...change.addedNodes,
    ...change.changedNodes,
    ...change.removedNodes,
  ]) {
    touched.add(id)
    touched.add(meaning.kind === 'claim' ? meaning.claim : meaning.link)
  }
  for (const { node, on, owner } of [...change.addedDependencies, ...change.removedDependencies])
    for (const item of [node, on, owner]) touched.add(item)
  return touched
}

function endsOfReplacements(union: Reading, changes: readonly Change[]): readonly ClaimId[] {
  return changes.flatMap((change) => {
    const link = 'link' in change ? union.entered.link(change.link) : undefined
    return link?.relation === 'supersedes' ? endsOf(union.entered, link) : []
  })
}

/** Some claims and all that a step leads to from them, each in all its versions. */
function reached(
  union: Reading,
  from: readonly ClaimId[],
  step: (claim: ClaimId) => readonly ClaimId[],
): readonly ClaimId[] {
  const found = new Set(from)
  for (const claim of found)
    for (const next of [...union.versions(claim).all, ...step(claim)]) found.add(next)
  return [...found]
}

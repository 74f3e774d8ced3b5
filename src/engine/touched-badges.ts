import type { ClaimId } from '../domain/ids.ts'
import { relations } from '../domain/kinds.ts'
import type { NodeMeaning } from './graph.ts'
import { groupOf } from './groups.ts'
import { targetClaim } from './links.ts'
import type { Change, RecordView } from './record.ts'
import type { ChangedNodes } from './touched.ts'
import { unionOf } from './union.ts'

/**
 * The claims whose badges may change although they need not be judged again. Use it together with
 * `claimsToJudge`. Citations and ratings are not part of the record that the rules read: a caller
 * that changes those of a claim adds the claim and what it links to.
 */
export function claimsToMark(
  record: RecordView,
  changes: readonly Change[],
  nodes: ChangedNodes,
): readonly ClaimId[] {
  const union = unionOf(record, changes)
  const marked = new Set([
    ...changes.flatMap((change) => markedByChange(union, change)),
    ...nodes.recompiled.flatMap((node) =>
      node.kind === 'claim' ? besides(union, node.claim) : [],
    ),
    ...nodes.relabelled.flatMap((node) => markedByLabel(union, node)),
  ])
  return [...marked].filter((id) => record.claim(id)?.voided === false).sort()
}

function markedByChange(union: RecordView, change: Change): readonly ClaimId[] {
  if ('claim' in change) return besides(union, change.claim)
  if ('source' in change)
    return union.claimsOfSide(change.source).flatMap((claim) => besides(union, claim))

  const link = union.link(change.link)
  if (link === undefined) return []
  return [link.from, targetClaim(link) ?? []].flat()
}

/** What shows facts about a claim: its restatements, and the targets of its links. */
function besides(union: RecordView, claim: ClaimId): readonly ClaimId[] {
  const targets = relations.flatMap((relation) =>
    union.linksFrom(claim, relation).flatMap((link) => targetClaim(link) ?? []),
  )
  return [...groupOf(union, claim), ...targets]
}

/** Whether an undercut of a step is open is shown at the undercutting claim. */
function markedByLabel(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  const isOntoLink = node.kind === 'attack' && union.link(node.target) !== undefined
  return isOntoLink ? [node.source] : []
}

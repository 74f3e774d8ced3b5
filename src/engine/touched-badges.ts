import type { ClaimId } from '../domain/ids.ts'
import { relations } from '../domain/kinds.ts'
import type { NodeMeaning } from './graph.ts'
import { groupOf } from './groups.ts'
import { targetClaim } from './links.ts'
import type { Change, RecordView } from './record.ts'
import type { ChangedNodes } from './touched.ts'
import { unionOf } from './union.ts'

/**
 * The claims whose badges may differ after some changes although nobody need judge them anew: to be
 * taken together with `claimsToJudge`. Citations and ratings are no part of the record that the
 * rules read; whoever changes those of a claim adds it, and what it links to.
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

/** What shows a claim beside itself: its restatements, and the claims that its links are onto. */
function besides(union: RecordView, claim: ClaimId): readonly ClaimId[] {
  const targets = relations.flatMap((relation) =>
    union.linksFrom(claim, relation).flatMap((link) => targetClaim(link) ?? []),
  )
  return [...groupOf(union, claim), ...targets]
}

/** Whether an undercut of a step is open shows at the claim that undercuts. */
function markedByLabel(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  const isOntoLink = node.kind === 'attack' && union.link(node.target) !== undefined
  return isOntoLink ? [node.source] : []
}

import type { ClaimId } from '../../domain/ids.ts'
import { relations } from '../../domain/kinds.ts'
import type { NodeMeaning } from '../graph/graph.ts'
import { rivalsOf } from '../reading/groups.ts'
import { targetClaim } from '../record/links.ts'
import type { Reading } from '../reading/reading.ts'
import type { Change, RecordView } from '../record/record.ts'
import type { ChangedNodes } from './touched.ts'
import { unionReading } from '../reading/union-reading.ts'

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
  const union = unionReading(record, changes)
  const marked = new Set([
    ...changes.flatMap((change) => markedByChange(union, change)),
    ...nodes.recompiled.flatMap((node) =>
      node.kind === 'claim' ? besides(union, union.current(node.claim)) : [],
    ),
    ...[...nodes.recompiled, ...nodes.relabelled].flatMap((node) => markedByUndercut(union, node)),
  ])
  return [...marked].filter((id) => record.claim(id)?.voided === false).sort()
}

function markedByChange(union: Reading, change: Change): readonly ClaimId[] {
  if ('claim' in change) return besides(union, union.current(change.claim))
  if ('source' in change) {
    return union
      .claimsOfSide(change.source)
      .flatMap((claim) => besides(union, union.current(claim)))
  }
  const link = union.link(change.link)
  if (link === undefined) return []
  const target = targetClaim(link)
  const isReplaced = link.relation === 'supersedes' && target !== undefined
  return [link.from, ...(target === undefined ? [] : [target])].concat(
    isReplaced ? besides(union, union.current(target)) : [],
  )
}

/** What shows facts about a claim: its restatements, and the targets of its links. */
function besides(union: Reading, claim: ClaimId): readonly ClaimId[] {
  const targets = relations.flatMap((relation) =>
    union.linksFrom(claim, relation).flatMap((link) => targetClaim(link) ?? []),
  )
  return [...union.group(claim), ...targets]
}

/**
 * Whether an undercut of a step is open is shown at the undercutting claim, and that a ruling is
 * set aside at the claims that it stood for or against.
 */
function markedByUndercut(union: Reading, node: NodeMeaning): readonly ClaimId[] {
  const link = node.kind === 'undercut' ? union.link(node.link) : undefined
  if (link === undefined) return []
  const target = targetClaim(link)
  if (target === undefined) return [link.from]
  return union.isRuling(target) ? [...union.group(target), ...rivalsOf(union, target)] : []
}

import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { NodeMeaning } from './graph.ts'
import { groupOf, groupsOf } from './groups.ts'
import { linksAt, otherEnd, targetClaim } from './links.ts'
import type { Change, RecordLink, RecordView } from './record.ts'
import type { ChangedNodes } from './touched.ts'
import { unionOf } from './union.ts'

/**
 * The claims whose reasons may change although status and cites do not, because an attack on them
 * is answered differently. Use it together with `claimsToJudge` and `claimsToMark`.
 */
export function claimsToTell(
  record: RecordView,
  changes: readonly Change[],
  nodes: ChangedNodes,
): readonly ClaimId[] {
  const union = unionOf(record, changes)
  const touched = new Set([
    ...changes.flatMap((change) => attackedThroughChange(union, change)),
    ...nodes.recompiled.flatMap((node) => attackedThroughGuard(union, node)),
    ...nodes.relabelled.flatMap((node) =>
      node.kind === 'claim' ? attackedBy(union, node.claim) : attackedThroughGuard(union, node),
    ),
  ])
  return [...touched].filter((id) => record.claim(id)?.voided === false).sort()
}

/** Who undercuts a link, and when, is shown at the claims attacked through that link. */
function attackedThroughChange(union: RecordView, change: Change): readonly ClaimId[] {
  if (!('claim' in change) || change.what !== 'amended') return []
  return union
    .linksFrom(change.claim, 'undercuts')
    .flatMap(({ to }) => ('link' in to ? attackedThrough(union, union.link(to.link)) : []))
}

/** The claims attacked through a link whose undercutting speakers changed. */
function attackedThroughGuard(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  const link: LinkId | undefined =
    node.kind === 'guard' ? node.link : node.kind === 'attack' ? node.target : undefined
  return link === undefined ? [] : attackedThrough(union, union.link(link))
}

function attackedThrough(union: RecordView, link: RecordLink | undefined): readonly ClaimId[] {
  const target = link && targetClaim(link)
  if (link === undefined || target === undefined) return []
  if (link.relation === 'undercuts') return [target]
  if (link.relation !== 'rebuts') return []
  return [...groupOf(union, link.from), ...groupOf(union, target)]
}

function attackedBy(union: RecordView, claim: ClaimId): readonly ClaimId[] {
  const rebutted = groupOf(union, claim).flatMap((member) =>
    linksAt(union, member, 'rebuts').flatMap((link) => otherEnd(link, member) ?? []),
  )
  const undercut = union.linksFrom(claim, 'undercuts').flatMap((link) => targetClaim(link) ?? [])
  return [...groupsOf(union, rebutted), ...undercut]
}

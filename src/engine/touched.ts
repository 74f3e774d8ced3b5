import type { ClaimId, LinkId } from '../domain/ids.ts'
import { claimsToCompile } from './affected.ts'
import type { NodeMeaning } from './graph.ts'
import { groupOf, groupsOf } from './groups.ts'
import { linksAt, otherEnd, targetClaim } from './links.ts'
import type { Change, RecordView } from './record.ts'
import { unionOf } from './union.ts'

export interface ChangedNodes {
  /** The nodes whose label changed. */
  readonly relabelled: readonly NodeMeaning[]
  /** The nodes, including removed ones, whose compiled row or dependencies changed. */
  readonly recompiled: readonly NodeMeaning[]
}

/**
 * Every claim whose status or cites may change, given the resulting record and the changed nodes.
 * Whatever the status table reads about a claim is traced back to it here.
 */
export function claimsToJudge(
  record: RecordView,
  changes: readonly Change[],
  nodes: ChangedNodes,
): readonly ClaimId[] {
  const union = unionOf(record, changes)
  const judged = new Set<ClaimId>(claimsToCompile(union, changes))
  const add = (claims: Iterable<ClaimId>) => {
    for (const claim of claims) judged.add(claim)
  }
  const read = new Set<ClaimId>()
  for (const change of changes) add(readersOfChange(union, change, read))
  for (const node of nodes.recompiled) add(readersOfRow(union, node))
  for (const node of nodes.relabelled) add(readersOfLabel(union, node))
  return [...judged].filter((id) => record.claim(id)?.voided === false).sort()
}

/** @param read the claims whose dependents are already known; those of this change are added */
function readersOfChange(
  union: RecordView,
  change: Change,
  read: Set<ClaimId>,
): readonly ClaimId[] {
  const amended =
    'source' in change
      ? union.claimsOfSide(change.source)
      : 'claim' in change && change.what === 'amended'
        ? [change.claim]
        : []
  const unread = amended.filter((claim) => !read.has(claim))
  for (const claim of unread) read.add(claim)
  if (!('link' in change)) return unread.flatMap((claim) => readersOfClaim(union, claim))
  const link = union.link(change.link)
  if (link === undefined) return []
  const target = targetClaim(link)
  return link.relation === 'concedes' && target !== undefined ? groupOf(union, target) : []
}

/**
 * The claims that cite, or may cite, a claim: its kind, speaker and time determine its place among
 * cites.
 */
function readersOfClaim(union: RecordView, claim: ClaimId): readonly ClaimId[] {
  const group = groupOf(union, claim)
  const rebutted = group.flatMap((member) =>
    linksAt(union, member, 'rebuts').flatMap((link) => otherEnd(link, member) ?? []),
  )
  return [
    ...group,
    ...groupsOf(union, rebutted),
    ...union
      .linksFrom(claim, 'undercuts')
      .flatMap(({ to }) => ('claim' in to ? [to.claim] : relierOf(union, to.link))),
    ...union.linksFrom(claim, 'supersedes').flatMap((link) => targetClaim(link) ?? []),
    ...reliersOn(union, group),
    ...concededBy(union, claim),
  ]
}

function readersOfRow(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  const owners = ownersOf(union, node)
  return node.kind === 'claim' ? [...owners, ...concededBy(union, node.claim)] : owners
}

function readersOfLabel(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  if (node.kind !== 'claim') return ownersOf(union, node)
  const group = groupOf(union, node.claim)
  const isRuling = union.claim(node.claim)?.kind === 'ruling'
  return [node.claim, ...reliersOn(union, group), ...(isRuling ? group : [])]
}

/** The claims whose status is read from a node. */
function ownersOf(union: RecordView, node: NodeMeaning): readonly ClaimId[] {
  if (node.kind === 'claim') return [node.claim]
  if (node.kind === 'reliance') return [node.user]
  if (node.kind !== 'attack') return relierOf(union, node.link)
  return isOntoLink(union, node.link) ? relierOf(union, node.target) : [node.target]
}

/** The claim whose status is read from the guard of a link: only that of a reliance is. */
function relierOf(union: RecordView, id: LinkId): readonly ClaimId[] {
  const link = union.link(id)
  return link?.relation === 'relies_on' ? [link.from] : []
}

function isOntoLink(union: RecordView, undercut: LinkId): boolean {
  const link = union.link(undercut)
  return link !== undefined && 'link' in link.to
}

function reliersOn(union: RecordView, claims: readonly ClaimId[]): readonly ClaimId[] {
  return claims.flatMap((claim) => union.linksOnto(claim, 'relies_on').map((link) => link.from))
}

/** What a claim concedes, in every restatement. */
function concededBy(union: RecordView, claim: ClaimId): readonly ClaimId[] {
  return union.linksFrom(claim, 'concedes').flatMap((link) => {
    const target = targetClaim(link)
    return target === undefined ? [] : groupOf(union, target)
  })
}

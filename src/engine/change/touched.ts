import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { NodeMeaning } from '../graph/graph.ts'
import { groupsOf, rivalsOf } from '../reading/groups.ts'
import { targetClaim } from '../record/links.ts'
import type { Reading } from '../reading/reading.ts'
import type { Change, RecordLink, RecordView } from '../record/record.ts'
import { unionReading } from '../reading/union-reading.ts'

export interface ChangedNodes {
  /** The claims that were compiled again, whether or not their nodes changed. */
  readonly compiled: readonly ClaimId[]
  /** The nodes whose label changed. */
  readonly relabelled: readonly NodeMeaning[]
  /** The nodes, including removed ones, whose compiled row or dependencies changed. */
  readonly recompiled: readonly NodeMeaning[]
}

/**
 * Every claim whose status, cites or reasons may change, given the resulting record and the changed
 * nodes. Whatever the status table reads about a claim is traced back to it here.
 */
export function claimsToJudge(
  record: RecordView,
  changes: readonly Change[],
  nodes: ChangedNodes,
): readonly ClaimId[] {
  const union = unionReading(record, changes)
  const judged = new Set<ClaimId>(nodes.compiled)
  const around = new Set<ClaimId>()
  const add = (claims: Iterable<ClaimId>) => {
    for (const claim of claims) judged.add(claim)
  }
  const addAround = (claim: ClaimId) => {
    const [first = claim] = union.group(claim)
    if (!around.has(first)) add(aroundGroup(union, claim))
    around.add(first)
  }
  for (const change of changes) {
    for (const claim of readChanged(union, change)) addAround(claim)
    if ('link' in change) {
      const link = union.link(change.link)
      add(readersOfLink(union, link))
      // That an admission is replaced once more may matter even if its label does not move.
      const replaced = link?.relation === 'supersedes' ? targetClaim(link) : undefined
      if (replaced !== undefined) add(concededBy(union, union.current(replaced)))
    } else if ('source' in change || change.what === 'amended')
      for (const claim of amendedBy(union, change)) add(readersOfClaim(union, claim))
    else if (change.what === 'withdrawn') {
      // Why its attacks have no force changes, even if it was replaced before and no label moves.
      addAround(union.current(change.claim))
      add(undercutBy(union, union.current(change.claim)))
      add(concededBy(union, union.current(change.claim)))
    }
  }
  for (const node of nodes.recompiled) {
    if (node.kind === 'claim') add(concededBy(union, union.current(node.claim)))
  }
  for (const node of [...nodes.recompiled, ...nodes.relabelled]) {
    if (node.kind !== 'claim') {
      add(readersOfLink(union, union.link(node.link)))
      continue
    }
    const current = union.current(node.claim)
    addAround(current)
    add(undercutBy(union, current))
  }
  return [...judged].filter((id) => record.claim(id)?.voided === false).sort()
}

/** The claims whose group reads what changed: those amended, and those that a link joins otherwise. */
function readChanged(union: Reading, change: Change): readonly ClaimId[] {
  if (!('link' in change)) return amendedBy(union, change)
  const link = union.link(change.link)
  if (link === undefined) return []
  switch (link.relation) {
    case 'restates':
      return [link.from]
    case 'supersedes':
    case 'concedes':
      return [targetClaim(link) ?? link.from].map((claim) => union.current(claim))
    case 'rebuts':
    case 'undercuts':
    case 'relies_on':
    case 'supports':
    case 'qualifies':
      return []
  }
  return link.relation satisfies never
}

function amendedBy(union: Reading, change: Change): readonly ClaimId[] {
  if ('source' in change) {
    return union.claimsOfSide(change.source).map((claim) => union.current(claim))
  }
  return 'claim' in change && change.what === 'amended' ? [union.current(change.claim)] : []
}

/** A group, what it rebuts and what relies on it. */
function aroundGroup(union: Reading, claim: ClaimId): readonly ClaimId[] {
  const group = union.group(claim)
  const relying = group.flatMap((member) => union.linksOnto(member, 'relies_on'))
  return [...group, ...rivalsOf(union, claim), ...relying.map(({ from }) => from)]
}

/**
 * The claims that cite, or may cite, a claim besides those around it: its kind, speaker and time
 * determine its place among cites.
 */
function readersOfClaim(union: Reading, claim: ClaimId): readonly ClaimId[] {
  return [
    ...union.versions(claim).all,
    ...undercutBy(union, claim),
    ...union.linksFrom(claim, 'supersedes').flatMap((link) => targetClaim(link) ?? []),
    ...concededBy(union, claim),
  ]
}

/** What reads the undercuts of a claim: whether it stands is part of why they have no force. */
function undercutBy(union: Reading, claim: ClaimId): readonly ClaimId[] {
  return union.linksFrom(claim, 'undercuts').flatMap((link) => readersOfLink(union, link))
}

/** What a claim concedes, in every restatement, with whatever rebuts it. */
function concededBy(union: Reading, claim: ClaimId): readonly ClaimId[] {
  const conceded = union.linksFrom(claim, 'concedes').flatMap((link) => targetClaim(link) ?? [])
  return conceded.flatMap((each) => [...union.group(each), ...rivalsOf(union, each)])
}

/**
 * The claims whose status or reasons are read from a link and its nodes. Of a link onto a link,
 * those that are read from the link at its foot: it may be why that link has no force.
 */
function readersOfLink(union: Reading, link: RecordLink | undefined): readonly ClaimId[] {
  const passed = new Set<LinkId>()
  let foot = link
  while (foot !== undefined && 'link' in foot.to && !passed.has(foot.id)) {
    passed.add(foot.id)
    foot = union.link(foot.to.link)
  }
  const target = foot && targetClaim(foot)
  if (foot === undefined || target === undefined) return []
  switch (foot.relation) {
    case 'rebuts':
      return [...groupsOf(union, [foot.from, target])]
    case 'undercuts':
      return [target]
    case 'relies_on':
      return [foot.from]
    case 'restates':
    case 'supersedes':
    case 'concedes':
    case 'supports':
    case 'qualifies':
      return []
  }
  return foot.relation satisfies never
}

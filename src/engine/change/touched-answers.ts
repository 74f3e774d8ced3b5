import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { isAnswering } from '../../domain/response.ts'
import type { NodeMeaning } from '../graph/graph.ts'
import { rivalsOf } from '../reading/groups.ts'
import type { Reading } from '../reading/reading.ts'
import { linksAt, targetClaim } from '../record/links.ts'
import type { Change, RecordLink, RecordView } from '../record/record.ts'
import { unionReading } from '../reading/union-reading.ts'

/** What to read again about answers. */
export interface TouchedAnswers {
  /** The claims of which less or more may be left open. */
  readonly claims: readonly ClaimId[]
  /** The links whose fit may differ. */
  readonly links: readonly LinkId[]
}

/**
 * Every claim of which answers may leave something else open, and every answer that may touch
 * something else, given the resulting record and the changed nodes. Whether a claim holds, and what
 * it gave up, is traced back through the nodes.
 */
export function answersTouched(
  record: RecordView,
  changes: readonly Change[],
  recompiled: readonly NodeMeaning[],
): TouchedAnswers {
  const union = unionReading(record, changes)
  const claims = new Set<ClaimId>()
  const links = new Set<LinkId>()
  const add = (found: readonly ClaimId[]) => {
    for (const claim of found) claims.add(claim)
  }
  const addAround = (claim: ClaimId) => {
    add([...union.versions(claim).all, ...union.group(union.current(claim))])
    for (const answer of answersAround(union, claim)) {
      links.add(answer.id)
      add(answeredBy(union, answer))
    }
    add(concededBy(union, union.current(claim)))
  }
  for (const change of changes) {
    if ('source' in change) {
      for (const claim of union.claimsOfSide(change.source)) addAround(claim)
      continue
    }
    if ('claim' in change) {
      if (change.what === 'added') claims.add(change.claim)
      else if (change.what === 'withdrawn') add(metThrough(union, change.claim))
      else addAround(change.claim)
      continue
    }
    const link = union.link(change.link)
    const entered = link && targetClaim(link)
    if (link === undefined || entered === undefined) continue
    if (isAnswering(link.relation)) {
      links.add(link.id)
      add(answeredBy(union, link))
    } else if (link.relation === 'concedes') add(union.group(union.current(entered)))
    else if (link.relation === 'supersedes') addAround(entered)
    else if (link.relation === 'restates') for (const m of union.group(link.from)) addAround(m)
  }
  for (const node of recompiled) {
    if (node.kind === 'claim') add(metThrough(union, node.claim))
    else {
      const link = union.link(node.link)
      if (link !== undefined && isAnswering(link.relation)) add(answeredBy(union, link))
    }
  }
  return { claims: [...claims].sort(), links: [...links].sort() }
}

/** The answers that a claim gives, or is given, with those of its restatements. */
function answersAround(union: Reading, claim: ClaimId): readonly RecordLink[] {
  const current = union.current(claim)
  return [
    ...union.group(current).flatMap((member) => linksAt(union, member, 'rebuts')),
    ...linksAt(union, current, 'undercuts'),
    ...linksAt(union, current, 'qualifies'),
  ]
}

/** The claims that a link answers. */
function answeredBy(union: Reading, link: RecordLink): readonly ClaimId[] {
  const target = targetClaim(link)
  if (target === undefined) return []
  return link.relation === 'rebuts' ? union.group(target) : [target]
}

/** The claims that a claim answers, also as a restatement of another, or admits. */
function metThrough(union: Reading, claim: ClaimId): readonly ClaimId[] {
  return [
    ...answersAround(union, claim).flatMap((link) => answeredBy(union, link)),
    ...union.group(union.current(claim)),
    ...concededBy(union, union.current(claim)),
  ]
}

/** What a claim concedes, in every restatement, with whatever rebuts it. */
function concededBy(union: Reading, claim: ClaimId): readonly ClaimId[] {
  const conceded = union.linksFrom(claim, 'concedes').flatMap((link) => targetClaim(link) ?? [])
  return conceded.flatMap((each) => [...union.group(each), ...rivalsOf(union, each)])
}

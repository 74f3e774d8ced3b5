import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import { groupOf } from './groups.ts'
import { isLive } from './lifecycle.ts'
import { endsOf, linksAt, otherEnd } from './links.ts'
import type { RecordLink, RecordView } from './record.ts'
import { isAmong } from './sides.ts'

/** The speakers of the claims that a claim is in dispute with (semantics.md §1.4). */
function opponentsOf(record: RecordView, claim: ClaimId): ReadonlySet<SourceId> {
  const rebuttals = linksAt(record, claim, 'rebuts').filter((link) => isLive(record, link))
  const opposed = [
    ...rebuttals.map((link) => otherEnd(link, claim)),
    ...undercutClaims(record, claim),
  ]
  return new Set(opposed.flatMap((other) => speakerOf(record, other)))
}

/**
 * The claim, every claim that rests on it, and the claims that one of these defends by
 * undercutting.
 */
function reachOf(record: RecordView, claim: ClaimId): ReadonlySet<ClaimId> {
  const reach = new Set([claim])
  for (const reached of reach) {
    for (const relying of reliersOf(record, groupOf(record, reached))) reach.add(relying)
    for (const undercut of undercutClaims(record, reached)) reach.add(undercut)
  }
  return reach
}

/** Whom an attack on a claim would serve: none of their side may topple it by their own word. */
function partiesOfClaim(record: RecordView, claim: ClaimId): ReadonlySet<SourceId> {
  const parties = new Set<SourceId>()
  for (const reached of reachOf(record, claim)) {
    for (const source of record.claim(reached)?.about ?? []) parties.add(source)
    for (const source of opponentsOf(record, reached)) parties.add(source)
  }
  return parties
}

function partiesOfLink(record: RecordView, link: LinkId): ReadonlySet<SourceId> {
  const parties = new Set<SourceId>()
  const target = record.link(link)
  for (const end of target === undefined ? [] : endsOf(record, target)) {
    for (const source of speakerOf(record, end)) parties.add(source)
    for (const source of partiesOfClaim(record, end)) parties.add(source)
  }
  return parties
}

/** Whether the target of an undercut attacks back: nobody settles a dispute by their own word. */
export function isTwoWay(record: RecordView, undercut: RecordLink): boolean {
  const claim = record.claim(undercut.from)
  if (claim === undefined || claim.kind === 'ruling') return false
  if (claim.kind === 'opinion') return true
  const parties =
    'claim' in undercut.to
      ? partiesOfClaim(record, undercut.to.claim)
      : partiesOfLink(record, undercut.to.link)
  return isAmong(record, claim.speaker, parties, claim.assertedAt)
}

function reliersOf(record: RecordView, claims: readonly ClaimId[]): readonly ClaimId[] {
  return claims.flatMap((claim) =>
    record
      .linksOnto(claim, 'relies_on')
      .filter((link) => isLive(record, link))
      .map((link) => link.from),
  )
}

/**
 * The claims that a claim undercuts by a live link, and the ends of the links that it undercuts.
 */
function undercutClaims(record: RecordView, claim: ClaimId): readonly ClaimId[] {
  return record
    .linksFrom(claim, 'undercuts')
    .filter((link) => isLive(record, link))
    .flatMap((link) => {
      if ('claim' in link.to) return [link.to.claim]
      const target = record.link(link.to.link)
      return target === undefined ? [] : endsOf(record, target)
    })
}

function speakerOf(record: RecordView, claim: ClaimId | undefined): readonly SourceId[] {
  const found = claim === undefined ? undefined : record.claim(claim)
  return found === undefined ? [] : [found.speaker]
}

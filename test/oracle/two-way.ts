import type { PlainLink, Target } from './record.ts'
import { given, type Reading } from './reading.ts'
import { isAmong } from './sides.ts'

/** two_way(l: A undercuts T), rules/1.md §1.4. */
export function isTwoWayUndercut(reading: Reading, undercut: PlainLink): boolean {
  const { id, kind, speaker, at } = given(reading.claims, undercut.from)
  if (kind === 'ruling') return false
  return (
    kind === 'opinion' || isAmong(reading.record, speaker ?? id, parties(reading, undercut.to), at)
  )
}

function parties(reading: Reading, target: Target): Set<string> {
  if ('claim' in target) return partiesOfClaim(reading, target.claim)
  const all = new Set<string>()
  for (const end of ends(reading, given(reading.links, target.link))) {
    for (const speaker of speakerOf(reading, end)) all.add(speaker)
    for (const party of partiesOfClaim(reading, end)) all.add(party)
  }
  return all
}

function partiesOfClaim(reading: Reading, claim: string): Set<string> {
  const all = new Set<string>()
  for (const reached of reach(reading, claim)) {
    for (const source of given(reading.claims, reached).about) all.add(source)
    for (const source of opponents(reading, reached)) all.add(source)
  }
  return all
}

/** The claims that a link joins: its `from`, and its `to` or the ends of the link it targets. */
function ends({ links }: Reading, link: PlainLink): Set<string> {
  const claims = new Set<string>()
  const walked = new Set([link])
  for (const { from, to } of walked) {
    claims.add(from)
    if ('claim' in to) claims.add(to.claim)
    else walked.add(given(links, to.link))
  }
  return claims
}

function opponents(reading: Reading, claim: string): Set<string> {
  const joined = new Set(undercutBy(reading, claim))
  for (const { relation, from, to } of reading.live) {
    if (relation !== 'rebuts' || !('claim' in to)) continue
    if (from === claim) joined.add(to.claim)
    if (to.claim === claim) joined.add(from)
  }
  return new Set([...joined].flatMap((id) => speakerOf(reading, id)))
}

/** An unnamed speaker is a source of its own: none of its claims is toppled by its own undercut. */
function speakerOf({ claims }: Reading, claim: string): string[] {
  return [given(claims, claim).speaker ?? claim]
}

function reach(reading: Reading, claim: string): Set<string> {
  const reached = new Set([claim])
  for (const member of reached) {
    const group = given(reading.groups, member)
    for (const { relation, from, to } of reading.live) {
      if (relation === 'relies_on' && 'claim' in to && group.has(to.claim)) reached.add(from)
    }
    for (const undercut of undercutBy(reading, member)) reached.add(undercut)
  }
  return reached
}

/** The claims that a claim undercuts, and every end of a link that it undercuts, by a live link. */
function undercutBy(reading: Reading, claim: string): Set<string> {
  const claims = new Set<string>()
  for (const { relation, from, to } of reading.live) {
    if (relation !== 'undercuts' || from !== claim) continue
    if ('claim' in to) claims.add(to.claim)
    else for (const end of ends(reading, given(reading.links, to.link))) claims.add(end)
  }
  return claims
}

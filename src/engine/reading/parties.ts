import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import { groupsOf, rivalsOf } from './groups.ts'
import { isLive } from './lifecycle.ts'
import { endsOf } from '../record/links.ts'
import { readingMemo } from './reading-memo.ts'
import type { Reading } from './reading.ts'
import type { RecordLink } from '../record/record.ts'
import { sharesInterest } from './voice.ts'

/**
 * Whether the target of an undercut attacks back: nobody settles a dispute by their own word, nor
 * by an opinion, nor unnamed (rules, 1.4).
 */
export function isTwoWay(reading: Reading, undercut: RecordLink): boolean {
  const claim = reading.claim(undercut.from)
  if (claim === undefined || claim.kind === 'ruling') return false
  if (claim.kind === 'opinion' || claim.speaker === null) return true
  const parties =
    'claim' in undercut.to
      ? partiesOfClaim(reading, undercut.to.claim)
      : partiesOfLink(reading, undercut.to.link)
  return sharesInterest(reading, claim.speaker, [...parties], reading.at(claim.id))
}

const partiesMemo = readingMemo<ReadonlySet<SourceId>>()

/** Whom the fall of a claim would serve or harm, in any way. */
function partiesOfClaim(reading: Reading, claim: ClaimId): ReadonlySet<SourceId> {
  return partiesMemo(reading).get(claim, () => {
    const { falls, gains } = fallAndGain(reading, claim)
    const claims = [...falls, ...gains]
    return new Set([
      ...[...gains].flatMap((id) => speakerOf(reading, id)),
      ...claims.flatMap((id) => reading.claim(id)?.about ?? []),
    ])
  })
}

function partiesOfLink(reading: Reading, id: LinkId): ReadonlySet<SourceId> {
  const link = reading.link(id)
  const ends = link === undefined ? [] : endsOf(reading, link)
  return new Set(
    ends.flatMap((end) => [...speakerOf(reading, end), ...partiesOfClaim(reading, end)]),
  )
}

/**
 * What may fall with a claim, and what may gain by its fall: rules 1 to 4 of 1.4. What a group
 * passes on is followed once for the group.
 */
function fallAndGain(reading: Reading, claim: ClaimId) {
  const reached = { falls: new Set<ClaimId>(), gains: new Set<ClaimId>() }
  const passedOn = { falls: new Set<ClaimId>(), gains: new Set<ClaimId>() }
  const next: (() => void)[] = []
  const reach = (what: 'falls' | 'gains', claims: Iterable<ClaimId>) => {
    for (const id of claims) {
      if (reached[what].has(id)) continue
      reached[what].add(id)
      next.push(() => passOn(what, id))
    }
  }
  const passOn = (what: 'falls' | 'gains', id: ClaimId) => {
    const hits = hitBy(reading, id)
    reach(what === 'falls' ? 'gains' : 'falls', what === 'falls' ? groupsOf(reading, hits) : hits)
    const [group = id] = reading.group(id)
    if (passedOn[what].has(group)) return
    passedOn[what].add(group)
    reach(what, reliersOf(reading, id))
    if (what === 'falls') reach('gains', rivalsOf(reading, id))
  }
  reach('falls', [claim])
  for (let step = next.pop(); step !== undefined; step = next.pop()) step()
  return reached
}

/** The claims that rely by a live link on a member of the group of a claim. */
function reliersOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  const links = reading.group(claim).flatMap((member) => reading.linksOnto(member, 'relies_on'))
  return links.filter(isLive).map(({ from }) => from)
}

/** What a claim undercuts by a live link, and the ends of the links that it undercuts. */
function hitBy(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  return reading
    .linksFrom(claim, 'undercuts')
    .filter(isLive)
    .flatMap(({ to }) => {
      if ('claim' in to) return [to.claim]
      const target = reading.link(to.link)
      return target === undefined ? [] : endsOf(reading, target)
    })
}

function speakerOf(reading: Reading, claim: ClaimId): readonly SourceId[] {
  const speaker = reading.claim(claim)?.speaker
  return speaker === undefined || speaker === null ? [] : [speaker]
}

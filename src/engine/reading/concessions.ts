import { isCertainlyLater } from '../../domain/world-time.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { targetClaim } from '../record/links.ts'
import { readingMemo } from './reading-memo.ts'
import type { Reading } from './reading.ts'
import type { RecordLink } from '../record/record.ts'
import { areOfOneVoice, isVoiceOfAny } from './voice.ts'

/** Who gave up a link, and the claims to which each of them gave it up. */
export type GivenUp = ReadonlyMap<ClaimId, readonly ClaimId[]>

const nothing: GivenUp = new Map()

const concedingMemo = readingMemo<readonly ClaimId[]>()
const concedersMemo = readingMemo<readonly ClaimId[]>()
const givenUpMemo = readingMemo<GivenUp>()

/** Whether S admits c (rules, 1.3): a subject's own voice accepts it, or says the same. */
export function admits(reading: Reading, s: ClaimId, c: ClaimId): boolean {
  return (
    speaksForSubject(reading, s, c) &&
    (concedesMember(reading, s, c) ||
      (s !== c && !reading.isRuling(c) && reading.group(c).includes(s)))
  )
}

/**
 * Whether a claim's speaker is a voice of a subject of c and not of one voice with c's speaker, at
 * the time of the claim.
 */
export function speaksForSubject(reading: Reading, id: ClaimId, c: ClaimId): boolean {
  const [speaking, claim] = [reading.claim(id), reading.claim(c)]
  if (speaking === undefined || claim === undefined) return false
  const at = reading.at(id)
  return (
    isVoiceOfAny(reading, speaking.speaker, claim.about, at) &&
    !areOfOneVoice(reading, speaking.speaker, claim.speaker, at)
  )
}

/** The claims that concede a member of the group of c by a live link. */
export function concedingByLink(reading: Reading, c: ClaimId): readonly ClaimId[] {
  const group = reading.group(c)
  return concedingMemo(reading).get(group[0] ?? c, () => {
    const links = group.flatMap((member) => reading.linksOnto(member, 'concedes'))
    return [...new Set(links.filter(({ ended }) => !ended).map(({ from }) => from))]
  })
}

/** The claims that concede the group of c: by a live link, or as members that admit another. */
export function concedersOf(reading: Reading, c: ClaimId): readonly ClaimId[] {
  const group = reading.group(c)
  return concedersMemo(reading).get(group[0] ?? c, () => {
    const admitting = group.length > 1 ? admittingAmong(reading, group) : []
    return [...new Set([...concedingByLink(reading, c), ...admitting])]
  })
}

/**
 * The members of a group that admit another. Few of them are voices of a subject, and only those are
 * compared with the others.
 */
function admittingAmong(reading: Reading, group: readonly ClaimId[]): readonly ClaimId[] {
  const subjects = [...new Set(group.flatMap((member) => reading.claim(member)?.about ?? []))]
  return group.filter((s) => {
    const speaker = reading.claim(s)?.speaker ?? null
    const at = reading.at(s)
    const isVoice = isVoiceOfAny(reading, speaker, subjects, at)
    return isVoice && group.some((member) => admits(reading, s, member))
  })
}

/** Whether D is of one voice with S and not certainly later than S. */
export function isBound(reading: Reading, d: ClaimId, s: ClaimId): boolean {
  const [claim, conceding] = [reading.claim(d), reading.claim(s)]
  if (claim === undefined || conceding === undefined || d === s) return false
  const at = reading.at(s)
  return (
    areOfOneVoice(reading, claim.speaker, conceding.speaker, at) &&
    !isCertainlyLater(reading.at(d), at)
  )
}

/** What concessions take away from a link, which stays live (rules, 1.3 (a) and (b)). */
export function givenUpOf(reading: Reading, link: RecordLink): GivenUp {
  const target = targetClaim(link)
  if (link.ended || target === undefined) return nothing
  if (link.relation !== 'rebuts' && link.relation !== 'undercuts') return nothing
  return givenUpMemo(reading).get(link.id, () => {
    const [own, others] = [reading.group(link.from), reading.group(target)]
    if (own.includes(target)) return nothing
    if (link.relation === 'undercuts') return givenUpBy(reading, [link.from], others)
    return new Map([...givenUpBy(reading, own, others), ...givenUpBy(reading, others, own)])
  })
}

export function hasGivenUp(reading: Reading, claim: ClaimId, link: RecordLink): boolean {
  return givenUpOf(reading, link).has(claim)
}

function givenUpBy(reading: Reading, own: readonly ClaimId[], others: readonly ClaimId[]): GivenUp {
  const [other] = others
  const conceders = other === undefined ? [] : concedersOf(reading, other)
  if (conceders.length === 0) return nothing
  return new Map(
    own
      .map((d) => [d, conceders.filter((s) => isBound(reading, d, s))] as const)
      .filter(([, to]) => to.length > 0),
  )
}

function concedesMember(reading: Reading, s: ClaimId, c: ClaimId): boolean {
  const group = reading.group(c)
  return reading
    .linksFrom(s, 'concedes')
    .some((link) => !link.ended && group.includes(targetClaim(link) ?? ''))
}

import type { EarlierVersion, RememberedStatus } from '../../domain/badges.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { attacksOntoClaim } from './attacks.ts'
import { reliances } from './bases.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive, replacementsOf } from '../reading/lifecycle.ts'
import { targetClaim } from '../record/links.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { BadgeFacts } from '../record/partial-facts.ts'
import type { RecordView } from '../record/record.ts'
import type { Judgement } from './status.ts'
import { isWording } from '../reading/versions.ts'
import { earliestFirst } from './voices.ts'

/**
 * The claims that a claim replaces in substance, step by step: the nearest first, then the earliest,
 * then by id.
 */
export function earlierVersionsOf(record: RecordView, id: ClaimId): readonly ClaimId[] {
  const reading = readingOf(record)
  const seen = new Set([id])
  for (let level: readonly ClaimId[] = [id]; level.length > 0;) {
    const next = level.flatMap((claim) => replacedBy(reading, claim))
    level = earliestFirst(
      reading,
      next.filter((claim) => !seen.has(claim)),
    )
    for (const claim of level) seen.add(claim)
  }
  seen.delete(id)
  return [...seen]
}

/**
 * The claims that replace a claim, directly or through others, in any of their versions: those
 * without which its last status is computed.
 */
export function successorsOf(record: RecordView, id: ClaimId): ReadonlySet<ClaimId> {
  const reading = readingOf(record)
  const found = new Set([id])
  for (const each of found)
    for (const successor of replacementsOf(reading, each))
      for (const version of reading.versions(successor).all) found.add(version)
  found.delete(id)
  return found
}

/** The nearest earlier version of a claim whose last status is remembered. */
export function earlierVersionOf(
  record: RecordView,
  facts: Pick<BadgeFacts, 'lastStatusOf'>,
  id: ClaimId,
): EarlierVersion | undefined {
  const versions = earlierVersionsOf(record, id).map((claim) => {
    const last = facts.lastStatusOf(claim)
    return last && { claim, ...last }
  })
  return versions.find((version) => version !== null)
}

/** Whether live links replace a claim in substance, in its last version. */
export function isReplaced(record: RecordView, id: ClaimId): boolean {
  const reading = readingOf(record)
  return (
    reading.claim(id)?.voided === false &&
    reading.current(id) === id &&
    replacementsOf(reading, id).length > 0
  )
}

/**
 * Whether a claim was answered at all, or relies on something: the others have no reason to be
 * anything but undisputed, with or without what replaces them.
 */
export function isAnswered(record: RecordView, id: ClaimId): boolean {
  const reading = readingOf(record)
  return (
    reading.linksOnto(id, 'undercuts').length > 0 ||
    reliances(reading, id).length > 0 ||
    rebuttalsOf(reading, id).length > 0
  )
}

/** The claims that answered a version so that it has a remembered status, in the order of cites. */
export function answering(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
  { status, cites }: { readonly status: RememberedStatus } & Pick<Judgement, 'cites'>,
): readonly ClaimId[] {
  const reading = readingOf(record)
  switch (status) {
    case 'denied':
      return cites.filter((cite) => speaksForSubject(reading, cite, id))
    case 'disputed': {
      const attacks = attacksOntoClaim(reading, labels, id)
      const open = new Set(attacks.filter(({ label }) => label !== 'OUT').map((it) => it.source))
      return cites.filter((cite) => open.has(cite))
    }
    case 'countered':
    case 'ruled_against':
      return cites
    case 'basis_lost':
      return []
  }
  return status satisfies never
}

function replacedBy(reading: Reading, id: ClaimId): readonly ClaimId[] {
  return reading
    .linksFrom(id, 'supersedes')
    .filter((link) => isLive(link) && !isWording(link))
    .flatMap((link) => targetClaim(link) ?? [])
}

import type { RememberedStatus } from '../../domain/badges.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { attacksOntoClaim } from './attacks.ts'
import { reliances } from './bases.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive, replacementsOf } from '../reading/lifecycle.ts'
import { targetClaim } from '../record/links.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { RecordView } from '../record/record.ts'
import type { Judgement } from './status.ts'
import { isWording } from '../reading/versions.ts'
import { earliestFirst } from './voices.ts'
import { withoutClaims } from '../record/without.ts'

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

/**
 * The earlier versions of a claim that were answered at all, or that rely on something: without what
 * replaces them, the others have no reason to be anything but undisputed.
 */
export function answeredVersionsOf(record: RecordView, id: ClaimId): readonly ClaimId[] {
  return earlierVersionsOf(record, id).filter((version) => {
    const then = readingOf(withoutClaims(record, successorsOf(record, version)))
    return (
      then.linksOnto(version, 'undercuts').length > 0 ||
      reliances(then, version).length > 0 ||
      rebuttalsOf(then, version).length > 0
    )
  })
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

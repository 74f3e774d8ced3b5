import type { ClaimId } from '../domain/ids.ts'
import { groupOf } from './groups.ts'
import { targetClaim } from './links.ts'
import type { RecordLink, RecordView } from './record.ts'

/**
 * The undercuts whose target has one of some claims in its reach (semantics.md §1.4), found by
 * following the reach backwards. Only undercuts that parties can make two-way: those of rulings
 * never are, those of opinions always.
 */
export function undercutsReaching(
  record: RecordView,
  touched: Iterable<ClaimId>,
): readonly RecordLink[] {
  const reaching = new Set(touched)
  const undercuts = new Map<string, RecordLink>()
  for (const claim of reaching) {
    for (const basis of basesOf(record, claim)) reaching.add(basis)
    for (const undercut of [
      ...record.linksOnto(claim, 'undercuts'),
      ...record.undercutsOfLinksOf(claim),
    ]) {
      if (!undercut.ended) reaching.add(undercut.from)
      undercuts.set(undercut.id, undercut)
    }
  }
  return [...undercuts.values()].filter((undercut) => hasFlag(record, undercut))
}

/** The bases of a claim, in every restatement. */
function basesOf(record: RecordView, claim: ClaimId): readonly ClaimId[] {
  return record.linksFrom(claim, 'relies_on').flatMap((link) => {
    const basis = link.ended ? undefined : targetClaim(link)
    return basis === undefined ? [] : groupOf(record, basis)
  })
}

function hasFlag(record: RecordView, undercut: RecordLink): boolean {
  const kind = record.claim(undercut.from)?.kind
  return kind === 'fact' || kind === 'figure'
}

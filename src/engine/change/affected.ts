import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { Affected } from './affected-items.ts'
import { affectByClaim } from './affected-by-claim.ts'
import { affectByLink } from './affected-by-link.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive } from '../reading/lifecycle.ts'
import type { Change, RecordView } from '../record/record.ts'
import { undercutsReaching } from './reverse-reach.ts'
import { unionReading } from '../reading/union-reading.ts'

/** Items of the record by kind. */
export interface Items {
  readonly claims: readonly ClaimId[]
  readonly links: readonly LinkId[]
}

/**
 * The claims and links to recompile after some changes, given the resulting record. Everything else
 * compiles to the same as before.
 *
 * @param before the labels before the changes
 */
export function itemsToCompile(
  record: RecordView,
  changes: readonly Change[],
  before: Pick<LabelView, 'isForced'>,
): Items {
  const affected = affectedBy(record, changes, before)
  const union = affected.reading
  affected.addLinks(undercutsReaching(union, affected.parties))
  return { claims: [...affected.claims].sort(), links: [...affected.links].sort() }
}

function affectedBy(
  record: RecordView,
  changes: readonly Change[],
  before: Pick<LabelView, 'isForced'>,
): Affected {
  const union = unionReading(record, changes)
  const affected = new Affected(union, before)
  for (const change of changes) {
    if ('link' in change) {
      affected.links.add(change.link)
      const link = union.link(change.link)
      const now = record.link(change.link)
      if (link !== undefined) affectByLink(affected, link, now !== undefined && isLive(now))
    } else if ('source' in change) {
      for (const claim of union.claimsOfSide(change.source)) affectByClaim(affected, claim)
    } else {
      affected.claims.add(change.claim)
      if (change.what === 'withdrawn') affected.addGivingRivals(union.current(change.claim))
      if (change.what === 'amended') affectByClaim(affected, change.claim)
    }
  }
  return affected
}

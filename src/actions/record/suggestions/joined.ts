import type { ClaimId } from '../../../domain/ids.ts'
import type { Relation } from '../../../domain/kinds.ts'
import { linksAt, otherEnd, targetClaim } from '../../../engine/record/links.ts'
import { isLive } from '../../../engine/reading/lifecycle.ts'
import { readingOf, type Reading } from '../../../engine/reading/reading.ts'
import type { RecordView } from '../../../engine/record/record.ts'

/**
 * Whether a suggested link would add nothing, or would be refused: one like it joins the two
 * claims, for rebuttals through their restatements too, or one of them restates or concedes the
 * other. A link that was ended counts as well: somebody has decided about it.
 */
export function areJoined(
  record: RecordView,
  relation: Relation,
  from: ClaimId,
  to: ClaimId,
): boolean {
  const reading = readingOf(record)
  const [own, target] = [reading.group(from), reading.group(to)]
  if (target.includes(from)) return true
  if (concedes(reading, from, target) || concedes(reading, to, own)) return true
  const [starts, ends] = relation === 'rebuts' ? [own, target] : [[from], [to]]
  return starts.some((start) =>
    linksAt(reading, start, relation).some((link) => {
      const other = otherEnd(link, start)
      if (other === undefined || !ends.includes(other)) return false
      return relation !== 'undercuts' || link.from === start
    }),
  )
}

function concedes(reading: Reading, claim: ClaimId, group: readonly ClaimId[]): boolean {
  return reading
    .linksFrom(claim, 'concedes')
    .some((link) => isLive(link) && group.includes(targetClaim(link) ?? ''))
}

import type { ClaimId } from '../../../domain/ids.ts'
import type { Relation } from '../../../domain/kinds.ts'
import { linksAt, otherEnd } from '../../../engine/record/links.ts'
import { readingOf } from '../../../engine/reading/reading.ts'
import type { RecordView } from '../../../engine/record/record.ts'

/**
 * Whether a suggested link would add nothing, or would be refused: one like it joins the two
 * claims, for rebuttals through their restatements too, or they restate each other.
 */
export function areJoined(
  record: RecordView,
  relation: Relation,
  from: ClaimId,
  to: ClaimId,
): boolean {
  const reading = readingOf(record)
  const target = reading.group(to)
  if (target.includes(from)) return true
  const [starts, ends] = relation === 'rebuts' ? [reading.group(from), target] : [[from], [to]]
  return starts.some((start) =>
    linksAt(reading, start, relation).some((link) => {
      const other = otherEnd(link, start)
      if (link.ended || other === undefined || !ends.includes(other)) return false
      return relation !== 'undercuts' || link.from === start
    }),
  )
}

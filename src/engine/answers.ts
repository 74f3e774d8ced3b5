import type { Answer } from '../domain/account.ts'
import type { ClaimId } from '../domain/ids.ts'
import { concessionsEnding } from './concessions.ts'
import type { RecordLink, RecordView } from './record.ts'
import type { LabelView } from './label-view.ts'
import { earliestFirst, voicesOf } from './voices.ts'

/**
 * Why an attack by `source` through a link is OUT: because of its claim, or otherwise because of
 * its link.
 */
export function answerOf(
  record: RecordView,
  labels: LabelView,
  link: RecordLink,
  source: ClaimId,
): Answer {
  if (labels.label(source) === 'OUT') return { kind: 'claim' }
  if (link.ended) return { kind: 'dropped', link: link.id }
  const concessions = link.relation === 'undercuts' ? concessionsEnding(record, link) : []
  const [concession] = earliestFirst(
    record,
    concessions.map(({ from }) => from),
  )
  if (concession !== undefined) return { kind: 'conceded', concession }
  const winning = labels
    .attacksOnto(link.id)
    .filter((attack) => attack.label === 'IN' && !attack.twoWay)
  return {
    kind: 'not_addressed',
    by: voicesOf(
      record,
      earliestFirst(
        record,
        winning.map((attack) => attack.source),
      ),
    ),
  }
}

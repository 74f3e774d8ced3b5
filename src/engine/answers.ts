import type { Answer } from '../domain/account.ts'
import type { ClaimId } from '../domain/ids.ts'
import { attacksOntoLink } from './attacks.ts'
import { givenUpOf } from './concessions.ts'
import type { LabelView } from './label-view.ts'
import type { Reading } from './reading.ts'
import type { RecordLink } from './record.ts'
import { isWinning } from './status.ts'
import { earliestFirst, voicesOf } from './voices.ts'

/**
 * Why an attack by `source` onto `target` through a link is OUT: because of its claim, or otherwise
 * because of its link.
 */
export function answerOf(
  reading: Reading,
  labels: LabelView,
  link: RecordLink,
  { source, target }: { readonly source: ClaimId; readonly target: ClaimId },
): Answer {
  if (labels.label(source) === 'OUT') return { kind: 'claim' }
  if (link.ended) return { kind: 'dropped', link: link.id }
  const givenUp = givenUpOf(reading, link)
  const [concession] = earliestFirst(reading, givenUp.get(source) ?? givenUp.get(target) ?? [])
  if (concession !== undefined) return { kind: 'conceded', concession }
  const winning = attacksOntoLink(reading, labels, link.id).filter(isWinning)
  const sources = earliestFirst(
    reading,
    winning.map((attack) => attack.source),
  )
  return { kind: 'not_addressed', by: voicesOf(reading, sources) }
}

import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { CounterpointRole, Direction, SourceKind } from '../../domain/kinds.ts'
import { linksAt, otherEnd } from '../record/links.ts'
import { readingOf } from '../reading/reading.ts'
import type { RecordClaim, RecordView } from '../record/record.ts'
import { isVoiceOfAny } from '../reading/voice.ts'

/** A claim that answers another one, or that this one rebuts, and its link. */
export interface Counterpoint {
  readonly claim: ClaimId
  readonly link: LinkId
  readonly direction: Direction
  /** The restatement through which it applies: of this claim, or of the other one. */
  readonly via: ClaimId | null
}

/**
 * Who rebuts, undercuts or qualifies a claim, and whom it rebuts: contents that cannot both hold
 * count against each other, in either direction. A rebuttal joins every restatement of the one claim to
 * every restatement of the other, never two of one group; undercuts and qualifications are not
 * lifted.
 */
export function counterpointsOf(record: RecordView, id: ClaimId): readonly Counterpoint[] {
  const reading = readingOf(record)
  const direct = (['undercuts', 'qualifies'] as const).flatMap((relation) =>
    reading
      .linksOnto(id, relation)
      .filter(({ from }) => from !== id)
      .map((link): Counterpoint => {
        return { claim: link.from, link: link.id, direction: 'onto', via: null }
      }),
  )
  const group = new Set(reading.group(id))
  const lifted = [...group].flatMap((member) =>
    linksAt(reading, member, 'rebuts').flatMap((link): Counterpoint[] => {
      const other = otherEnd(link, member)
      if (other === undefined || group.has(other)) return []
      const direction = link.from === member ? 'from' : 'onto'
      return reading.group(other).map((claim) => {
        const via = member !== id ? member : claim === other ? null : other
        return { claim, link: link.id, direction, via }
      })
    }),
  )
  return [...lifted, ...direct]
}

/** The role of a counterpoint: the first that fits (glossary, "counterpoint"). */
export function roleOf(
  record: RecordView,
  counterpoint: RecordClaim,
  answered: RecordClaim,
  speakerKind: SourceKind | null,
): CounterpointRole {
  if (counterpoint.kind === 'ruling') return 'ruling'
  const reading = readingOf(record)
  const at = reading.at(counterpoint.id)
  if (isVoiceOfAny(reading, counterpoint.speaker, answered.about, at)) return 'party_response'
  if (speakerKind === 'fact_checker') return 'fact_check'
  return speakerKind === 'analyst' ? 'analyst_opinion' : 'third_party'
}

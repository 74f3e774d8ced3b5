import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { CounterpointRole, SourceKind } from '../domain/kinds.ts'
import { groupOf } from './groups.ts'
import { targetClaim } from './links.ts'
import type { RecordClaim, RecordView } from './record.ts'
import { isAmong } from './sides.ts'

/** A claim that answers another one, and its link. */
export interface Counterpoint {
  readonly claim: ClaimId
  readonly link: LinkId
  /** The restatement through which it applies: of the answered claim, or of the answering one. */
  readonly via: ClaimId | null
}

/**
 * Who rebuts, undercuts or qualifies a claim. A rebuttal applies to every restatement of its
 * target, and counts as made by every restatement of its source; undercuts and qualifications do
 * not.
 */
export function counterpointsOf(record: RecordView, id: ClaimId): readonly Counterpoint[] {
  const direct = (['undercuts', 'qualifies'] as const).flatMap((relation) =>
    record.linksOnto(id, relation).map((link) => ({ claim: link.from, link: link.id, via: null })),
  )
  const group = groupOf(record, id)
  const rebuttals = group.flatMap((member) => record.linksOnto(member, 'rebuts'))
  const lifted = rebuttals.flatMap((link) => {
    const target = targetClaim(link)
    return groupOf(record, link.from)
      .filter((claim) => !group.includes(claim) || claim === link.from)
      .map((claim) => ({
        claim,
        link: link.id,
        via:
          target !== id && target !== undefined ? target : claim === link.from ? null : link.from,
      }))
  })
  return [...lifted, ...direct].filter(({ claim }) => claim !== id)
}

/** The role of a counterpoint: the first that fits (glossary, "counterpoint"). */
export function roleOf(
  record: RecordView,
  counterpoint: RecordClaim,
  answered: RecordClaim,
  speakerKind: SourceKind | null,
): CounterpointRole {
  if (counterpoint.kind === 'ruling') return 'ruling'
  const { speaker, assertedAt } = counterpoint
  if (isAmong(record, speaker, answered.about, assertedAt)) return 'party_response'
  if (speakerKind === 'fact_checker') return 'fact_check'
  return speakerKind === 'analyst' ? 'analyst_opinion' : 'third_party'
}

import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { CounterpointRole, Direction, Relation, SourceKind } from '../domain/kinds.ts'
import { groupOf } from './groups.ts'
import { linksAt, otherEnd, targetClaim } from './links.ts'
import type { Change, RecordClaim, RecordView } from './record.ts'
import { isAmong } from './sides.ts'

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
  const direct = (['undercuts', 'qualifies'] as const).flatMap((relation) =>
    record
      .linksOnto(id, relation)
      .filter(({ from }) => from !== id)
      .map((link): Counterpoint => {
        return { claim: link.from, link: link.id, direction: 'onto', via: null }
      }),
  )
  const group = new Set(groupOf(record, id))
  const lifted = [...group].flatMap((member) =>
    linksAt(record, member, 'rebuts').flatMap((link): Counterpoint[] => {
      const other = otherEnd(link, member)
      if (other === undefined || group.has(other)) return []
      const direction = link.from === member ? 'from' : 'onto'
      return groupOf(record, other).map((claim) => {
        const via = member !== id ? member : claim === other ? null : other
        return { claim, link: link.id, direction, via }
      })
    }),
  )
  return [...lifted, ...direct]
}

/** Claims whose counts of counterpoints may have changed. */
export interface ToRecount {
  /** Whole restatement groups: rebuttals are lifted. */
  readonly groups: readonly (readonly ClaimId[])[]
  /** Targets of links of the other relations that count. */
  readonly targets: readonly ClaimId[]
}

/**
 * Traces changed links to the counts that they are part of. A changed restatement also changes what
 * the claims on the other side of its group's rebuttals count.
 */
export function toRecount(record: RecordView, changes: readonly Change[]): ToRecount {
  const links = changes.flatMap((change) =>
    'link' in change ? (record.link(change.link) ?? []) : [],
  )
  const endsOf = (relation: Relation) =>
    links.flatMap((link) =>
      link.relation === relation ? [link.from, targetClaim(link) ?? []].flat() : [],
    )
  const regrouped = distinctGroups(record, endsOf('restates'))
  const opposite = regrouped
    .flat()
    .flatMap((member) =>
      linksAt(record, member, 'rebuts').flatMap((link) => otherEnd(link, member) ?? []),
    )
  const targets = links.flatMap((link) =>
    counted.has(link.relation) ? (targetClaim(link) ?? []) : [],
  )
  return {
    groups: distinctGroups(record, [...regrouped.flat(), ...opposite, ...endsOf('rebuts')]),
    targets: [...new Set(targets)],
  }
}

const counted: ReadonlySet<Relation> = new Set(['undercuts', 'qualifies', 'supports'])

function distinctGroups(
  record: RecordView,
  claims: readonly ClaimId[],
): readonly (readonly ClaimId[])[] {
  const seen = new Set<ClaimId>()
  return claims.flatMap((claim) => {
    if (seen.has(claim)) return []
    const group = groupOf(record, claim)
    for (const member of group) seen.add(member)
    return [group]
  })
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

import type { SourceId } from '../domain/ids.ts'
import type { AffiliationRelation } from '../domain/kinds.ts'
import type { Time } from './time.ts'

/** What the rules read of an affiliation. Both dates are inclusive; `null` means open. */
export interface Affiliation {
  readonly source: SourceId
  readonly relation: AffiliationRelation
  readonly to: SourceId
  readonly fromMs: number | null
  readonly untilMs: number | null
}

export type AffiliationsOf = (source: SourceId) => readonly Affiliation[]

/** P(x, t) of semantics.md §1.1. An employee does not speak for the employer. */
export function principalsAt(
  source: SourceId,
  at: Time,
  affiliationsOf: AffiliationsOf,
): ReadonlySet<SourceId> {
  const reached = new Set([source])
  for (const each of reached) {
    for (const affiliation of affiliationsOf(each)) {
      if (affiliation.relation === 'employed_by') continue
      if (isActive(affiliation, at)) reached.add(affiliation.to)
    }
  }
  return reached
}

/** Whether a source speaks for another directly, not through a third. */
export function speaksForAt(
  source: SourceId,
  other: SourceId,
  at: Time,
  affiliationsOf: AffiliationsOf,
): boolean {
  return affiliationsOf(source).some(
    (affiliation) =>
      affiliation.relation === 'speaks_for' &&
      affiliation.to === other &&
      isActive(affiliation, at),
  )
}

/** At an unknown time, nothing is known to be in force. */
function isActive({ fromMs, untilMs }: Affiliation, at: Time): boolean {
  if (at === null) return false
  return (fromMs === null || fromMs <= at) && (untilMs === null || at <= untilMs)
}

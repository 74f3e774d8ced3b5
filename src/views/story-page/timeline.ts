import type { ClaimId, SourceId } from '../../domain/ids.ts'
import { knownSpanOf } from '../../domain/world-date.ts'
import type { StoryClaimRow } from '../../store/story-graph.ts'

/** What one speaker said at one date. */
export interface StoryMoment {
  readonly date: string
  readonly speaker: SourceId | null
  readonly first: ClaimId
  readonly count: number
}

/** The first moments of a story, and how many more there are. */
export function momentsOf(
  rows: readonly StoryClaimRow[],
  max: number,
): { readonly moments: readonly StoryMoment[]; readonly more: number } {
  const dated = rows.flatMap(({ id, speaker, assertedAt }) =>
    assertedAt === null ? [] : [{ id, speaker, date: assertedAt, end: endOf(assertedAt) }],
  )
  const all = [...Map.groupBy(dated, ({ date, speaker }) => `${date} ${speaker}`).values()]
    .flatMap(([first, ...others]) => (first ? [{ ...first, count: others.length + 1 }] : []))
    .toSorted((a, b) => a.end - b.end)
    .map(({ date, speaker, id, count }): StoryMoment => ({ date, speaker, first: id, count }))
  return { moments: all.slice(0, max), more: Math.max(0, all.length - max) }
}

/** A month comes after the days in it, because it has ended only then. */
function endOf(date: string): number {
  return knownSpanOf(date).end ?? Number.MAX_SAFE_INTEGER
}

/** The claims whose status changed last after they were entered, oldest change first. */
export function movesOf(
  rows: readonly StoryClaimRow[],
  max: number,
): readonly { readonly claim: ClaimId; readonly at: Date }[] {
  return rows
    .flatMap(({ id, statusSince, recordedAt }) =>
      statusSince !== null && statusSince > recordedAt ? [{ claim: id, at: statusSince }] : [],
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-max)
}

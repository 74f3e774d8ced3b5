import type { ClaimId } from '../../domain/ids.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { loadCounterpoints, type CounterpointRow } from '../../store/counterpoints.ts'
import type { Db } from '../../store/database/db.ts'
import type { CounterpointView } from '../counterpoint.ts'
import { presentCounterpoints } from '../present-counterpoints.ts'

/** What a story has in answer to one of its claims. */
export interface StoryAnswers {
  readonly given: readonly CounterpointView[]
  /** How many more there are. */
  readonly more: number
}

/**
 * What a story itself has in answer to some of its claims.
 *
 * @param story the claims of the story
 * @param max how many answers to each claim are shown
 */
export async function loadStoryAnswers(
  db: Db,
  heads: readonly ClaimId[],
  { story, max }: { readonly story: ReadonlySet<ClaimId>; readonly max: number },
  language: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, StoryAnswers>> {
  const rows = await loadCounterpoints(db, heads)
  const own = rows.filter(({ claim, direction }) => direction === 'onto' && story.has(claim))
  const byHead = new Map(
    [...Map.groupBy(own, ({ answered }) => answered)].map(([head, all]) => [
      head,
      oncePerClaim(all),
    ]),
  )
  const chosen = heads.flatMap((head) => (byHead.get(head) ?? []).slice(0, max))
  const presented = await presentCounterpoints(db, chosen, 1, language)
  const placed = presented.map((view, index) => ({ view, answered: chosen[index]?.answered }))
  return new Map(
    heads.map((head) => {
      const given = placed.filter(({ answered }) => answered === head).map(({ view }) => view)
      return [head, { given, more: (byHead.get(head)?.length ?? 0) - given.length }]
    }),
  )
}

/** One row for each claim that answers; effective ones first. */
function oncePerClaim(rows: readonly CounterpointRow[]): readonly CounterpointRow[] {
  const seen = new Set<ClaimId>()
  return rows
    .toSorted((a, b) => Number(b.effective) - Number(a.effective))
    .filter(({ claim }) => !seen.has(claim) && seen.add(claim))
}

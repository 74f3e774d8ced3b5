import { z } from 'zod'
import { listOf, type Page } from '../../../http/contract/list-page.ts'
import { badCursor } from '../../../queries/bad-query.ts'
import { foundPosition, newestPosition } from '../../../queries/parameters.ts'
import type { FoundPage } from '../../../store/finds/found.ts'
import type { Place } from '../../../store/finds/places.ts'
import { searchedBy, type Search } from '../../../store/search.ts'

/** The position in a list that a search may have found. */
export const foundOrNewest = z.union([newestPosition, foundPosition])

type FoundOrNewest = z.output<typeof foundOrNewest>

/** The schema of such a list. */
export function rankedListOf<T extends z.ZodType>(item: T) {
  return listOf(item).extend({
    ranking: z.enum(['relevance', 'newest']).meta({
      description: 'The order of the items.',
    }),
  })
}

/** The position of a list without words; a cursor of one with words never gets here. */
export function newestIn({ after }: Page<FoundOrNewest>) {
  if (after && 'sort' in after) throw badCursor()
  return after
}

/** A page of what a search found. */
export async function answerFound<R, V>(
  page: Page<FoundOrNewest>,
  q: string,
  view: (row: R) => V,
  list: (asked: {
    readonly search: Search
    readonly after: Place | undefined
    readonly limit: number
  }) => Promise<FoundPage<R>>,
) {
  const { after, limit } = page
  if (after && !('sort' in after)) throw badCursor()
  const { found, sort, end } = await list({ search: searchedBy(q), after, limit: limit + 1 })
  const body = page.close(
    found,
    ({ place }) => place,
    ({ row }) => view(row),
    false,
    end,
  )
  return { status: 200 as const, body: { ...body, ranking: sort } }
}

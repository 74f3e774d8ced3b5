import type { DisplayLanguage } from '../domain/display-language.ts'
import { listClaims, type ListedClaimRow } from '../store/claim-list.ts'
import { statuses, groupOf } from '../domain/status.ts'
import type { Db } from '../store/database/db.ts'
import { listStoryChanges } from '../store/story-changes.ts'
import { listStories } from '../store/story-rows.ts'
import type { ClaimView } from './claim.ts'
import { presentClaims, presentInOrder } from './present-claims.ts'
import { viewStoryFields } from './story.ts'

/** A story in the list of the first page. */
interface HomeStory {
  readonly story: ReturnType<typeof viewStoryFields>
  readonly count: number
  /** Its claim whose status changed last, and when. */
  readonly newest: { readonly claim: ClaimView; readonly at: Date } | undefined
}

/** What the first page shows of the record. */
export interface Home {
  /** What is disputed, last changed first; of what changed at once, what has most answers. */
  readonly disputed: readonly ClaimView[]
  readonly stories: readonly HomeStory[]
}

const shownMax = { disputed: 6, stories: 5 }

/** An import changes many at once, of which the first by id would say little. */
const disputedRead = 12

/** In the order of their changes; `rows` have that order already. */
function mostAnswered(rows: readonly ListedClaimRow[]): readonly ListedClaimRow[] {
  return rows.toSorted((a, b) => Number(b.sortKey) - Number(a.sortKey) || answers(b) - answers(a))
}

function answers({ rebuts, undercuts, qualifies }: ListedClaimRow): number {
  return rebuts + undercuts + qualifies
}

const open = statuses.filter((status) => groupOf[status] === 'open')

export async function loadHome(db: Db, language: DisplayLanguage): Promise<Home> {
  const order = { sort: 'changed', after: undefined, limit: disputedRead } as const
  const [rows, stories] = await Promise.all([
    listClaims(db, { status: open }, order, language),
    listStories(db, { after: undefined, limit: shownMax.stories }),
  ])
  const changes = await listStoryChanges(
    db,
    stories.map(({ id }) => id),
  )
  const [disputed, changed] = await Promise.all([
    presentClaims(db, mostAnswered(rows).slice(0, shownMax.disputed), language),
    presentInOrder(
      db,
      changes.map(({ claim }) => claim),
      language,
    ),
  ])
  const views = new Map(changed.map(({ view }) => [view.id, view]))
  return {
    disputed: disputed.map(({ view }) => view),
    stories: stories.map((row) => {
      const change = changes.find(({ story }) => story === row.id)
      const claim = change && views.get(change.claim)
      return {
        story: viewStoryFields(row),
        count: row.claims,
        newest: claim && change.at !== null ? { claim, at: change.at } : undefined,
      }
    }),
  }
}

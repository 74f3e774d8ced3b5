import { found } from '../../domain/errors.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Noun } from '../../domain/nouns.ts'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import { readSnapshot } from '../../store/database/transaction.ts'
import {
  findEvent,
  findNouns,
  listStatusMoves,
  type StatusMoveRow,
} from '../../store/event-page.ts'
import type { ClaimView } from '../claim.ts'
import { viewEvent, type EventView } from '../event.ts'
import { presentInOrder } from '../present-claims.ts'

/** What the page of an event shows. */
export interface EventPageData {
  readonly event: EventView
  /** The last event of the write that it belongs to. */
  readonly batch: number
  /** What the ids in it are of. */
  readonly nouns: ReadonlyMap<string, Noun>
  /** The statuses that the write changed. */
  readonly moves: readonly (StatusMoveRow & { readonly view: ClaimView })[]
  readonly isCut: boolean
}

/** How many claims whose status changed are shown, and how many ids are looked up. */
const shownMax = { moves: 20, ids: 100 }

/** @throws {DomainError} `not-found` */
export function loadEventPage(
  db: Db,
  seq: number,
  language: DisplayLanguage,
): Promise<EventPageData> {
  return readSnapshot(db, async (now) => {
    const row = found(await findEvent(now, seq))
    const event = viewEvent(row.body)
    const ids = [...new Set(idsIn(event))].slice(0, shownMax.ids)
    const [nouns, moves] = await Promise.all([
      findNouns(now, ids),
      listStatusMoves(now, row.batch, { limit: shownMax.moves + 1 }),
    ])
    const shown = moves.slice(0, shownMax.moves)
    const presented = await presentInOrder(
      now,
      shown.map(({ claim }) => claim),
      language,
    )
    const views = new Map(presented.map(({ view }) => [view.id, view]))
    return {
      event,
      batch: row.batch,
      nouns,
      moves: shown.flatMap((move) => {
        const view = views.get(move.claim)
        return view ? [{ ...move, view }] : []
      }),
      isCut: moves.length > shownMax.moves,
    }
  })
}

/** The ids of objects in it; that of its actor is of a key, about which nothing is public. */
function idsIn(event: EventView): readonly string[] {
  return 'withheld' in event ? event.ids : [event.object, ...idsInValue(event.facts)]
}

function idsInValue(value: unknown): readonly string[] {
  if (typeof value === 'string') return isId(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsInValue)
}

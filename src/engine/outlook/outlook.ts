import type { ClaimId } from '../../domain/ids.ts'
import type { Status } from '../../domain/status.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import { compileAll, labelsOf } from '../evaluate.ts'
import { itemsToCompile } from '../change/affected.ts'
import { compileClaim, compileLink } from '../graph/compile.ts'
import type { Contribution } from '../graph/graph.ts'
import { assemble, labelAll } from '../graph/label.ts'
import type { LabelView } from '../graph/label-view.ts'
import { recordOf, type RecordItems } from '../record/memory.ts'
import type { ItemId } from '../record/record.ts'
import { statusOf } from '../standing/status.ts'
import { changesBy, itemsAfter } from './items-after.ts'
import { singleEvents, type SingleEvent } from './single-event.ts'

/** An event, and the status that it would give the claim. */
export interface StatusAfter {
  readonly event: SingleEvent
  readonly status: Status
}

/** What may happen to a claim, before any of it is worked out. */
export interface Outlook {
  readonly events: readonly SingleEvent[]
  /** What an event would make of the status; undefined if it would not move it. */
  readonly after: (event: SingleEvent) => StatusAfter | undefined
}

/** More claims and links than this are not even compiled. */
const itemsMax = 160
/** Every event reads every claim and link about once. */
const workMax = 2000

/**
 * What single events would make of the status of a claim, given everything that can bear on it;
 * undefined if that is too much to work out while a reader waits.
 *
 * @param at when a confirmation would be
 */
export function outlookOf(items: RecordItems, id: ClaimId, at: WorldTime): Outlook | undefined {
  if (items.claims.length + items.links.length > itemsMax) return undefined
  const record = recordOf(items)
  const compiled = new Map(compileAll(record, items).map((each) => [each.owner, each]))
  const labels = labelled(compiled)
  const now = statusOf(record, labels, id)
  if (now === undefined) return { events: [], after: () => undefined }
  const events = singleEvents(record, id, now.cites, at)
  if (events.length * compiled.size > workMax) return undefined
  return { events, after }

  function after(event: SingleEvent): StatusAfter | undefined {
    const then = recordOf(itemsAfter(items, event, id, at))
    const { claims, links } = itemsToCompile(then, changesBy(event), labels)
    const again = [
      ...claims.map((claim) => compileClaim(then, claim)),
      ...links.map((link) => compileLink(then, link)),
    ]
    const all = new Map([...compiled, ...again.map((each) => [each.owner, each] as const)])
    const judgement = statusOf(then, labelled(all), id)
    if (judgement === undefined || judgement.status === now?.status) return undefined
    return { event, status: judgement.status }
  }
}

function labelled(compiled: ReadonlyMap<ItemId, Contribution>): LabelView {
  const contributions = [...compiled.values()]
  return labelsOf(contributions, labelAll(assemble(contributions)))
}

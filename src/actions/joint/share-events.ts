import { SharedOut } from '../../engine/change/sharing.ts'
import type { JointPart } from '../record/member.ts'
import { gather, type Gathered, type Writing } from '../record/writing.ts'
import type { Named } from './name-jointly.ts'

/** A write among those that are entered jointly. */
export interface Share {
  readonly place: number
  readonly part: JointPart
  readonly batch: { readonly first: number; readonly last: number }
  /** Its own events. */
  readonly gathered: Gathered
}

/** Everything that is entered jointly, and what of it belongs to which write. */
export interface Shares {
  readonly all: Gathered
  readonly each: readonly Share[]
  readonly sharing: SharedOut
  /** Records events of any of the writes. */
  readonly writing: Writing
}

/**
 * Gives each write the numbers of its events, one write after the other: there is one for each object
 * that it enters.
 */
export function shareEvents(
  start: Pick<Writing, 'tx' | 'at' | 'deferred' | 'meter'>,
  after: number,
  parts: readonly JointPart[],
  { partOf }: Named,
): Shares {
  const objects = Map.groupBy(partOf.keys(), (id) => partOf.get(id))
  const sharing = new SharedOut()
  let last = after
  const each = parts.map((part, place): Share => {
    const own = objects.get(place) ?? []
    const batch = { first: last + 1, last: last + own.length }
    const gathered = gather({ ...start, actor: part.actor, after: last })
    sharing.add(place, batch, [...own, part.entry.answered])
    last = batch.last
    return { place, part, batch, gathered }
  })
  const [first] = each
  if (first === undefined) throw new Error('There is nothing to enter.')
  // It collects the changes of all, and no events.
  const all = gather({ ...start, actor: first.part.actor, after, sharing })
  const starts = each.map(({ batch }) => batch.first)
  const writing: Writing = {
    ...all.writing,
    record: (...drafts) => {
      const [{ object }] = drafts
      const share = each[partOf.get(object) ?? -1]
      if (share === undefined) throw new Error(`Nobody enters ${object}.`)
      return share.gathered.writing.record(...drafts)
    },
    startOf: (seq) => starts.findLast((begins) => begins <= seq) ?? after + 1,
  }
  return { all, each, sharing, writing }
}

import type { Actor } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/event.ts'
import { nothingEntered, NewItems, type Entered } from '../../engine/record/new-items.ts'
import { PartialRecord, type Watch } from '../../engine/record/partial-record.ts'
import type { Change } from '../../engine/record/record.ts'
import type { NewClaim } from '../../store/claims.ts'
import type { Db } from '../../store/database/db.ts'
import { sealing, type SealedDraft } from '../../store/events.ts'
import type { LookedUp } from '../../store/references.ts'
import type { WeightyAct } from './consequence/weigh.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import type { Meter } from './meter.ts'
import { refusingQuoteAt, type QuotesRefusal } from './quoted/quotes-refusal.ts'

/** What one write collects while it holds the record lock. */
export interface Writing {
  readonly tx: Db
  readonly at: Date
  readonly actor: Actor
  /**
   * Numbers the events that describe one change, to be appended at the end; returns the first
   * number.
   */
  readonly record: (...drafts: readonly [EventDraft, ...EventDraft[]]) => number
  /** What the write names, looked up as soon as it held the record lock. */
  readonly lookedUp?: LookedUp | undefined
  /** The first event of the write that an event belongs to, if several are entered jointly. */
  readonly startOf?: (seq: number) => number
  /** Stops the write when it reaches too far or computes for too long. */
  readonly meter: Meter
  /** Deferred statements, which the write does not wait for until its end. */
  readonly deferred: DeferredStatements
  /** Reports what changed in the record, so that its labels are updated. */
  readonly changed: (changes: readonly Change[]) => void
  /** The changes reported so far. */
  readonly changes: readonly Change[]
  /** Reports which changes are new items, so that nothing has to be queried about links to them. */
  readonly entered: (items: Entered) => void
  /** Keeps new claims that nothing queries, to be inserted once they are judged. */
  readonly hold: (claims: readonly NewClaim[]) => void
  /** Reports that the write does something that takes a second person whatever its consequences. */
  readonly act: (act: WeightyAct) => void
  /** Reports that each part of the write has already been checked against the consequence rule. */
  readonly settleConsequences: () => void
  /** Says how the new quotes that take too much of a report are refused. */
  readonly refuseQuotes: (refusal: QuotesRefusal) => void
  /** The number of the last event so far. */
  readonly lastSeq: () => number
  /** The record with all reported changes, as far as it was loaded. */
  readonly view: () => PartialRecord
}

/** Everything that one write has collected. */
export interface Gathered {
  readonly writing: Writing
  readonly drafts: readonly SealedDraft[]
  readonly changes: readonly Change[]
  readonly held: readonly NewClaim[]
  readonly acts: readonly WeightyAct[]
  readonly areConsequencesSettled: () => boolean
  readonly quotesRefusal: QuotesRefusal
}

/**
 * @param start.after the number of the last event before it
 * @param start.sharing told what is looked at of the record, if several writes are entered jointly
 */
export function gather({
  after,
  sharing,
  ...start
}: Pick<Writing, 'tx' | 'at' | 'actor' | 'deferred' | 'meter' | 'lookedUp'> & {
  after: number
  sharing?: Pick<Watch, 'saw' | 'sawSide'>
}): Gathered {
  const seal = sealing()
  const drafts: SealedDraft[] = []
  const changes: Change[] = []
  const held: NewClaim[] = []
  const acts: WeightyAct[] = []
  let areSettled = false
  let refusal = refusingQuoteAt('')
  const writing: Writing = {
    ...start,
    ...viewing(changes, start.meter, sharing),
    changes,
    record: (...told) => {
      start.meter.check()
      const seq = after + drafts.length + 1
      drafts.push(...told.map((draft, index) => seal(draft, seq + index)))
      return seq
    },
    // One by one: there may be more than a call can take as arguments.
    changed: (more) => {
      for (const change of more) changes.push(change)
    },
    hold: (claims) => {
      for (const claim of claims) held.push(claim)
    },
    act: (act) => void acts.push(act),
    settleConsequences: () => (areSettled = true),
    refuseQuotes: (own) => (refusal = own),
    lastSeq: () => after + drafts.length,
  }
  return {
    writing,
    drafts,
    changes,
    held,
    acts,
    areConsequencesSettled: () => areSettled,
    quotesRefusal: (over) => refusal(over),
  }
}

/** A memoised view, rebuilt when something has changed since. */
function viewing(
  changes: readonly Change[],
  meter: Meter,
  sharing: Pick<Watch, 'saw' | 'sawSide'> = {},
): Pick<Writing, 'entered' | 'view'> {
  let entered = nothingEntered
  let seen = -1
  const watch = {
    took: (claims: number) => meter.took(claims),
    check: () => meter.check(),
    ...(sharing.saw && { saw: sharing.saw }),
    ...(sharing.sawSide && { sawSide: sharing.sawSide }),
  }
  const viewOf = () => new PartialRecord(new NewItems(entered, changes), watch)
  let record = viewOf()
  return {
    entered: ({ claims, links, facts }) => {
      entered = {
        claims: [...entered.claims, ...claims],
        links: [...entered.links, ...links],
        facts: [...entered.facts, ...facts],
      }
    },
    view: () => {
      if (seen !== changes.length) record = viewOf()
      seen = changes.length
      return record
    },
  }
}

import type { Actor } from '../domain/actor.ts'
import type { EventDraft } from '../domain/event.ts'
import { nothingEntered, NewItems, type Entered } from '../engine/new-items.ts'
import { PartialRecord } from '../engine/partial-record.ts'
import type { Change } from '../engine/record.ts'
import type { NewClaim } from '../store/claims.ts'
import type { Db } from '../store/db.ts'
import type { Behind } from './in-turn.ts'

/** What one write gathers while it holds the record lock. */
export interface Writing {
  readonly tx: Db
  readonly at: Date
  readonly actor: Actor
  /** Numbers the event and keeps it, to be appended at the end; returns its number. */
  readonly record: (draft: EventDraft) => number
  /** For what nobody need wait for before the write ends. */
  readonly behind: Behind
  /** Says what of the record changed, so that its labels follow. */
  readonly changed: (...changes: readonly Change[]) => void
  /** What was said to have changed so far. */
  readonly changes: readonly Change[]
  /** Says which of the changes are new items, so that nobody need look what is linked to them. */
  readonly entered: (items: Entered) => void
  /** Keeps new claims that nobody asks the database about, to be inserted once they are judged. */
  readonly hold: (claims: readonly NewClaim[]) => void
  /** The record with all that was said to have changed, as far as it was loaded. */
  readonly view: () => PartialRecord
}

/** A view that is made anew whenever something has changed since it was made. */
export function viewing(changes: readonly Change[]): Pick<Writing, 'entered' | 'view'> {
  let entered = nothingEntered
  let seen = -1
  let record = new PartialRecord()
  return {
    entered: ({ claims, links, facts }) => {
      entered = {
        claims: [...entered.claims, ...claims],
        links: [...entered.links, ...links],
        facts: [...entered.facts, ...facts],
      }
    },
    view: () => {
      if (seen !== changes.length) record = new PartialRecord(new NewItems(entered, changes))
      seen = changes.length
      return record
    },
  }
}

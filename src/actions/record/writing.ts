import type { Actor } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/event.ts'
import { nothingEntered, NewItems, type Entered } from '../../engine/new-items.ts'
import { PartialRecord } from '../../engine/partial-record.ts'
import type { Change } from '../../engine/record.ts'
import type { NewClaim } from '../../store/claims.ts'
import type { Db } from '../../store/database/db.ts'
import { sealing, type SealedDraft } from '../../store/events.ts'
import type { WeightyAct } from './consequence/weigh.ts'
import type { Behind } from './in-turn.ts'

/** What one write gathers while it holds the record lock. */
export interface Writing {
  readonly tx: Db
  readonly at: Date
  readonly actor: Actor
  /** Numbers events that tell one change and keeps them, to be appended at the end; returns the first number. */
  readonly record: (...drafts: readonly [EventDraft, ...EventDraft[]]) => number
  /** For what nobody need wait for before the write ends. */
  readonly behind: Behind
  /** Says what of the record changed, so that its labels follow. */
  readonly changed: (changes: readonly Change[]) => void
  /** What was said to have changed so far. */
  readonly changes: readonly Change[]
  /** Says which of the changes are new items, so that nobody need look what is linked to them. */
  readonly entered: (items: Entered) => void
  /** Keeps new claims that nobody asks the database about, to be inserted once they are judged. */
  readonly hold: (claims: readonly NewClaim[]) => void
  /** Says that the write does what takes a second person whatever it moves. */
  readonly act: (act: WeightyAct) => void
  /** Says that each part of the write was held against the consequence rule already. */
  readonly settleConsequences: () => void
  /** The number of the last event so far. */
  readonly lastSeq: () => number
  /** The record with all that was said to have changed, as far as it was loaded. */
  readonly view: () => PartialRecord
}

/** All that one write has gathered. */
export interface Gathered {
  readonly writing: Writing
  readonly drafts: readonly SealedDraft[]
  readonly changes: readonly Change[]
  readonly held: readonly NewClaim[]
  readonly acts: readonly WeightyAct[]
  readonly areConsequencesSettled: () => boolean
}

/** @param start.after the number of the last event before it */
export function gather({
  after,
  ...start
}: Pick<Writing, 'tx' | 'at' | 'actor' | 'behind'> & { after: number }): Gathered {
  const seal = sealing()
  const drafts: SealedDraft[] = []
  const changes: Change[] = []
  const held: NewClaim[] = []
  const acts: WeightyAct[] = []
  let areSettled = false
  const writing: Writing = {
    ...start,
    ...viewing(changes),
    changes,
    record: (...told) => {
      const seq = after + drafts.length + 1
      drafts.push(...told.map((draft, index) => seal(draft, seq + index)))
      return seq
    },
    // One by one: there may be more than a call takes arguments.
    changed: (more) => {
      for (const change of more) changes.push(change)
    },
    hold: (claims) => {
      for (const claim of claims) held.push(claim)
    },
    act: (act) => void acts.push(act),
    settleConsequences: () => (areSettled = true),
    lastSeq: () => after + drafts.length,
  }
  return { writing, drafts, changes, held, acts, areConsequencesSettled: () => areSettled }
}

/** A view that is made again whenever something has changed since it was made. */
function viewing(changes: readonly Change[]): Pick<Writing, 'entered' | 'view'> {
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

import type { Db } from '../../store/database/db.ts'
import type { AppendedEvent } from '../../store/events.ts'
import type { Head } from '../../store/head.ts'

/** The head of the record, and the one time of all events of the transaction. */
export interface Locked extends Head {
  readonly at: () => Promise<Date>
}

/** A write that may be entered together with others, in one transaction. */
export interface Member {
  readonly enter: (tx: Db, locking: Promise<Locked>) => Promise<Entered>
  readonly enterAlone: () => Promise<void>
  readonly fail: (error: unknown) => void
}

/** A write that was carried out and is not committed yet. */
export interface Entered {
  readonly event: AppendedEvent | undefined
  /** Whether it wrote anything, even if that is only its answer. */
  readonly isNew: boolean
  /** Answers its caller, after the commit. */
  readonly settle: () => void
}

import type { Actor } from '../../domain/actor.ts'
import type { BundleLine } from '../../formats/bundle.ts'
import type { Db } from '../../store/database/db.ts'
import type { AppendedEvent } from '../../store/events.ts'
import type { Locked } from '../../store/head.ts'
import type { KeptAnswer } from '../../store/idempotency.ts'
import type { Effects } from './measures.ts'
import type { Idempotent } from './idempotent.ts'
import type { Reach, TimeReach } from './meter.ts'
import type { Written } from './written.ts'

/** A write that may be entered together with others, in one transaction. */
export interface Member {
  /** @param group how long it may take if others wait for it */
  readonly enter: (tx: Db, locking: Promise<Locked>, group: TimeReach) => Promise<Entered>
  readonly enterAlone: () => Promise<void>
  readonly fail: (error: unknown) => void
  /** How it may even be entered jointly with others. */
  readonly way?: JointWay | undefined
  readonly part?: JointPart | undefined
}

/** A write that was carried out and is not committed yet. */
export interface Entered {
  readonly event: AppendedEvent | undefined
  /** Whether it wrote anything, even if that is only its answer. */
  readonly isNew: boolean
  /** Answers its caller, after the commit. */
  readonly settle: () => void
}

/** What a write enters that may be entered jointly with others of its kind. */
export interface JointEntry {
  /** The claim on record that it answers. */
  readonly answered: string
  /** @param mark makes its refs its own, and its line numbers begin after `before` */
  readonly linesAfter: (
    before: number,
    mark: string,
  ) => readonly { readonly line: number; readonly value: BundleLine }[]
  /** The line of the object that its answer shows, counted from `before`. */
  readonly shown: number
}

/** A write as a part of a joint one. */
export interface JointPart {
  readonly entry: JointEntry
  readonly actor: Actor
  readonly idempotent: Idempotent | undefined
  readonly reach: Reach
  /** Makes its answer, and says what of it is stored for retries. */
  readonly conclude: (done: PartDone, tx: Db) => Promise<Concluded>
}

/** What was done of a joint write for one of its parts. */
interface PartDone {
  readonly written: Omit<Written<unknown>, 'result'>
  /** The object that its answer shows. */
  readonly shown: string
  readonly at: Date
  readonly effects: Effects
  readonly event: AppendedEvent | undefined
}

interface Concluded {
  readonly entered: Entered
  readonly kept: readonly KeptAnswer[]
}

/** One way of entering some writes jointly, in their order, each as if it were made alone. */
export interface JointWay {
  /** Says which cannot be. Nothing is written. */
  readonly divide: (tx: Db, parts: readonly JointPart[]) => Promise<Cuts>
  /** @throws {NotJointly} and other errors; what was written must then be undone */
  readonly enter: (
    tx: Db,
    locked: Locked,
    parts: readonly JointPart[],
  ) => Promise<readonly Entered[]>
}

/** Where to divide a list of writes, by their places. */
export interface Cuts {
  /** Those that are made alone. */
  readonly alone: ReadonlySet<number>
  /** Those that read what an earlier one changes, or change what it reads: they come after it. */
  readonly after: ReadonlySet<number>
}

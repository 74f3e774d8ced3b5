import type { StatusChange } from './relabel.ts'

/** What a write that was committed did. */
export interface Effects {
  /** Nodes whose label was withdrawn, given, or looked at because its component was labelled anew. */
  readonly nodesTouched: number
  readonly statusChanges: readonly StatusChange[]
}

/** Told what is worth counting about how the record is written. */
export interface Measures {
  /** A write waited so long for the record lock, whether it got it or not. */
  lockWaited(seconds: number): void
  /** A write met a transient database error and is tried again. */
  retried(): void
  written(effects: Effects): void
}

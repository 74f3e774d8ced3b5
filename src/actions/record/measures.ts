import type { Status } from '../../domain/status.ts'
import type { StatusChange } from './relabel.ts'

/** The effects of a committed write. */
export interface Effects {
  /** Nodes whose label was removed, set, or looked at because its component was relabelled. */
  readonly nodesTouched: number
  readonly statusChanges: readonly StatusChange[]
}

/** Receives measurements of how the record is written. */
export interface Measures {
  /** How long a write waited for the record lock, whether or not it got it. */
  lockWaited(seconds: number): void
  /** A write met a transient database error and is tried again. */
  retried(): void
  /**
   * A write was committed.
   *
   * @param moved how many claims got each new status; null stands for a voided claim
   */
  written(nodesTouched: number, moved: ReadonlyMap<Status | null, number>): void
}

export function movedIn({ statusChanges }: Effects): ReadonlyMap<Status | null, number> {
  const byStatus = Map.groupBy(statusChanges, ({ to }) => to)
  return new Map([...byStatus].map(([status, changes]) => [status, changes.length]))
}

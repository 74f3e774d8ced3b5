import type { Likeness } from '../../domain/likeness.ts'

/** Describes an entry that may be the same as a new one, so that the caller can decide. */
export interface CandidateWords {
  readonly type: 'source' | 'report' | 'claim'
  readonly slug?: string
  readonly name?: string
  readonly title?: string
  readonly text?: string
}

/** A candidate as the answer shows it. */
export interface ShownCandidate extends CandidateWords {
  readonly id?: string
  /** The earlier line of the bundle that enters the candidate, if it is not on record yet. */
  readonly enteredByLine?: number
  /** The features in which the two match. */
  readonly met: readonly Likeness[]
}

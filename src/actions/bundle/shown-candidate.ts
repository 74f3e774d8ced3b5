import type { Likeness } from '../../domain/likeness.ts'

/** How a candidate is described, so that the caller can decide whether it is the same. */
export interface CandidateWords {
  readonly type: 'source' | 'report' | 'claim'
  readonly slug?: string
  readonly name?: string
  readonly title?: string
  readonly text?: string
}

/** A candidate in an answer. */
export interface ShownCandidate extends CandidateWords {
  readonly id?: string
  /** The earlier line of the bundle that enters it. */
  readonly enteredByLine?: number
  readonly met: readonly Likeness[]
}

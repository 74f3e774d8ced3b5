import type { ClaimId } from './ids.ts'

/** The badges of a claim, which never change its status, as stored: ids, no words. */
export interface StoredBadges {
  /** Claims that qualify it. */
  readonly qualified: number
  /** Principals of other sides who assert the same on their own sourcing. */
  readonly alsoAssertedBy: number
  /** Principals whose claims are offered as reasons for it. */
  readonly reasonsOffered: number
  readonly deniedBySubject: boolean
  readonly admittedBySubject: boolean
  readonly figuresConflict: boolean
  readonly secondHandOnly: boolean
  readonly contestedInference: boolean
  /** Fact-checkers' rated claims about it. */
  readonly ratings: readonly ClaimId[]
}

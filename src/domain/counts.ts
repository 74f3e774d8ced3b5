/** How many distinct claims count against or for a claim. */
export interface Counts {
  /** Joined to it by a rebuttal in either direction, with all restatements. */
  readonly rebuts: number
  readonly undercuts: number
  readonly qualifies: number
  readonly supports: number
  /** Counterpoints of the direction `onto`: the claims that answer it. */
  readonly answers: number
}

export const uncounted: Counts = {
  rebuts: 0,
  undercuts: 0,
  qualifies: 0,
  supports: 0,
  answers: 0,
}

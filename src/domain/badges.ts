import type { ClaimId, SourceId } from './ids.ts'
import type { Status } from './status.ts'

/** The badges of a claim, which never change its status, as stored: ids, no words. */
export interface StoredBadges {
  /** Claims that qualify it. */
  readonly qualified: number
  /** Principals of other voices who assert the same on their own sourcing. */
  readonly alsoAssertedBy: number
  /** Principals whose claims are offered as reasons for it. */
  readonly reasonsOffered: number
  readonly deniedBySubject: boolean
  /** Every subject admits it. */
  readonly admittedBySubject: boolean
  /** Some of its subjects admit it, but not all. */
  readonly partlyAdmitted: PartlyAdmitted | null
  /** Rulings that once stood for or against it. */
  readonly setAside: readonly SetAside[]
  /** The nearest of the versions that it replaces whose last status readers should still see. */
  readonly earlierVersion: EarlierVersion | null
  readonly figuresConflict: boolean
  readonly secondHandOnly: boolean
  readonly contestedInference: boolean
  /** Fact-checkers' rated claims about it. */
  readonly ratings: readonly ClaimId[]
}

type LaterBadge = 'partlyAdmitted' | 'setAside' | 'earlierVersion'

/** Those that an older program stored lack some. */
export function allBadges(
  stored: (Omit<StoredBadges, LaterBadge> & Partial<StoredBadges>) | null,
): StoredBadges | null {
  return stored && { partlyAdmitted: null, setAside: [], earlierVersion: null, ...stored }
}

export interface PartlyAdmitted {
  readonly by: readonly SourceId[]
  /** How many subjects the claim has. */
  readonly of: number
}

export interface SetAside {
  readonly ruling: ClaimId
  readonly by: readonly ClaimId[]
}

/** The last statuses that a new version does not shed unseen (rules, 1.6). */
export const remembered = [
  'denied',
  'disputed',
  'countered',
  'ruled_against',
  'basis_lost',
] as const satisfies readonly Status[]
export type RememberedStatus = (typeof remembered)[number]

export function isRemembered(status: Status): status is RememberedStatus {
  return remembered.some((each) => each === status)
}

/** A version that this claim replaces, and its last status. */
export interface EarlierVersion extends LastStatus {
  readonly claim: ClaimId
}

/** The status of a claim without what replaced it, if a new version must not shed it. */
export interface LastStatus {
  readonly status: RememberedStatus
  /** The first of the claims that answered it, for whose sake it has that status. */
  readonly by: readonly ClaimId[]
}

import type { AttackRelation } from '../domain/account.ts'
import type { Translated } from '../domain/claim.ts'
import type { SourceId } from '../domain/ids.ts'
import type { WorldDate } from '../domain/world-date.ts'

/** A source by its name in the display language, if it has one; null if the name was removed. */
export interface Speaker {
  readonly id: SourceId
  readonly name: string | null
  /** For a claim whose speaker no source names. */
  readonly isUnnamed?: boolean
}

/** Several speakers: those to name, and how many more there are. */
export interface Speakers {
  readonly named: readonly Speaker[]
  readonly more: number
}

/**
 * In which role somebody speaks for those a claim is about: the party itself, or another member of
 * its side.
 */
export type Party = 'subject' | 'side'

/** A claim as a sentence refers to it. */
export interface QuotedClaim {
  readonly speaker: Speaker
  /** Its words in the display language, otherwise in the original; null if redacted. */
  readonly words: string | null
  /** The original language, if `words` are a translation; the sentence says so. */
  readonly translated: Translated | null
  /** null if unknown. */
  readonly assertedAt: WorldDate | null
  readonly isRuling: boolean
}

/** A cited claim that attacks the explained one. */
export interface Attack extends QuotedClaim {
  readonly as: 'attack'
  readonly relation: AttackRelation
  /**
   * Its speaker's role, if it speaks for those the explained claim is about; otherwise null, also
   * for the author.
   */
  readonly party: Party | null
}

/** A claim by which those the explained claim is about accept it. */
export interface Admission extends QuotedClaim {
  readonly party: Party
}

/** Why a claim no longer counts. */
export type ClaimOutcome =
  /** `given_up`: its speaker conceded what it opposed. */
  | { readonly kind: 'withdrawn' | 'corrected' | 'given_up'; readonly at: WorldDate | null }
  | { readonly kind: 'ruled_against' | 'countered'; readonly by: Speakers }
  | { readonly kind: 'basis_lost' }
  /** It no longer stands, for reasons that its own status does not give. */
  | { readonly kind: 'fallen' }

/** What happened to a challenge: to the claim that makes it, or to its link. */
export type ChallengeOutcome =
  | ClaimOutcome
  /** Its author dropped the link. */
  | { readonly kind: 'dropped'; readonly at: WorldDate | null }
  /** A concession by its author's side ended the link. */
  | { readonly kind: 'conceded'; readonly at: WorldDate | null }
  /** The link was undercut: somebody argues that it does not address the claim. */
  | { readonly kind: 'not_addressed'; readonly by: Speakers }

/** A challenge that no longer counts. */
export interface AnsweredAttack extends Attack {
  readonly outcome: ChallengeOutcome
}

/** A claim that the explained one relies on, and which is itself open. */
export interface OpenBasis extends QuotedClaim {
  readonly as: 'basis'
  readonly status: 'denied' | 'disputed'
}

/** A claim that the explained one relies on, and which does not stand. */
export interface LostBasis extends QuotedClaim {
  readonly as: 'basis'
  readonly outcome: ClaimOutcome
}

/** A claim that attacks the step from a basis to the explained claim. */
export interface StepAttack extends QuotedClaim {
  readonly as: 'step'
  readonly basis: QuotedClaim
}

/** A ruling on the explained claim. */
export interface Finding extends QuotedClaim {
  /** Where to find it: the document's title, the case number. */
  readonly reference: string | null
}

/** What replaced the explained claim: a later claim, or a concession of what it opposed. */
export interface Replacement extends QuotedClaim {
  readonly relation: 'supersedes' | 'concedes'
}

/** A status with all or the first of its cites, in order (rules/1.md §1.6). */
export type Standing =
  | { readonly status: 'withdrawn'; readonly withdrawnAt: WorldDate | null }
  | { readonly status: 'corrected'; readonly cites: readonly Replacement[] }
  | { readonly status: 'ruled_against' | 'ruled_for'; readonly cites: readonly Finding[] }
  | { readonly status: 'basis_lost'; readonly cites: readonly (LostBasis | StepAttack)[] }
  | { readonly status: 'countered' | 'denied'; readonly cites: readonly Attack[] }
  | {
      readonly status: 'disputed'
      readonly cites: readonly (Attack | OpenBasis | StepAttack)[]
    }
  | { readonly status: 'admitted'; readonly cites: readonly Admission[] }
  | { readonly status: 'answered'; readonly cites: readonly AnsweredAttack[] }
  /** `contestedBy`: who contests a ruling without the rank to change it. */
  | { readonly status: 'unchallenged'; readonly contestedBy: Speakers }

/** Everything that an explanation says, as plain data. */
export type Explained = Standing & {
  readonly speaker: Speaker
  readonly isRuling: boolean
  /** How many cites there are beyond the given ones. */
  readonly moreCites?: number
}

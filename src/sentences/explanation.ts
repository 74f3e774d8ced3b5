import type { AttackRelation } from '../domain/account.ts'
import type { Translated } from '../domain/claim.ts'
import type { SourceId } from '../domain/ids.ts'
import type { WorldDate } from '../domain/world-date.ts'

/** A party, by its name in the display language where it has one; none when it was removed. */
export interface Speaker {
  readonly id: SourceId
  readonly name: string | null
  /** Of a claim whose speaker no source names. */
  readonly isUnnamed?: boolean
}

/** Several parties: those that a sentence may name, and how many there are besides. */
export interface Speakers {
  readonly named: readonly Speaker[]
  readonly more: number
}

/** Who speaks for whom a claim is about: that party itself, or another of its side. */
export type Party = 'subject' | 'side'

/** A claim as a sentence names it. */
export interface QuotedClaim {
  readonly speaker: Speaker
  /** Its words in the display language, else in the original; none when they are redacted. */
  readonly words: string | null
  /** What `words` are a translation of, if of anything. A reader is told. */
  readonly translated: Translated | null
  /** null where nobody knows. */
  readonly assertedAt: WorldDate | null
  readonly isRuling: boolean
}

/** A cited claim that attacks the explained one. */
export interface Attack extends QuotedClaim {
  readonly as: 'attack'
  readonly relation: AttackRelation
  /** What its speaker is to whom the explained claim is about; null of others, and of its author. */
  readonly party: Party | null
}

/** A claim by which whom the explained claim is about accepts it. */
export interface Admission extends QuotedClaim {
  readonly party: Party
}

/** What can become of a claim, so that it counts no more. */
export type ClaimOutcome =
  /** `given_up`: its speaker conceded what it opposed. */
  | { readonly kind: 'withdrawn' | 'corrected' | 'given_up'; readonly at: WorldDate | null }
  | { readonly kind: 'ruled_against' | 'countered'; readonly by: Speakers }
  | { readonly kind: 'basis_lost' }
  /** It stands no more, for reasons of which its own status tells nothing. */
  | { readonly kind: 'fallen' }

/** What became of a challenge: of the claim that made it, or of the link by which it was made. */
export type ChallengeOutcome =
  | ClaimOutcome
  /** Its author dropped the link. */
  | { readonly kind: 'dropped'; readonly at: WorldDate | null }
  /** A concession by its author's side ended the link. */
  | { readonly kind: 'conceded'; readonly at: WorldDate | null }
  /** The link was undercut: by whom it was held not to address the claim. */
  | { readonly kind: 'not_addressed'; readonly by: Speakers }

/** A challenge that counts no more. */
export interface AnsweredAttack extends Attack {
  readonly outcome: ChallengeOutcome
}

/** A claim on which the explained one relies, and which is itself open. */
export interface OpenBasis extends QuotedClaim {
  readonly as: 'basis'
  readonly status: 'denied' | 'disputed'
}

/** A claim on which the explained one relies, and which does not stand. */
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
  /** Where it is to be found: the document's title, the case number. */
  readonly reference: string | null
}

/** What replaced the explained claim: a later claim, or a concession of what it opposed. */
export interface Replacement extends QuotedClaim {
  readonly relation: 'supersedes' | 'concedes'
}

/** A status with its cites in their order (semantics.md §1.6), or the first of them. */
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
  /** `contestedBy`: who contests a ruling without the rank to move it. */
  | { readonly status: 'unchallenged'; readonly contestedBy: Speakers }

/** Everything that an explanation says, as plain data. */
export type Explained = Standing & {
  readonly speaker: Speaker
  readonly isRuling: boolean
  /** How many cites follow those that are given. */
  readonly moreCites?: number
}

import type { ClaimId, LinkId } from './ids.ts'

/** Through which link a claim attacks; where it does so by both, `rebuts`. */
export type AttackRelation = 'rebuts' | 'undercuts'

/** The parties that speak some claims: one claim of each that may be named, and how many besides. */
export interface Voices {
  readonly claims: readonly ClaimId[]
  readonly more: number
}

/**
 * What became of a challenge: of the claim that makes it, as that claim's own status tells, or of
 * the link by which it is made.
 */
export type Answer =
  | { readonly kind: 'claim' }
  /** Its author dropped the link. */
  | { readonly kind: 'dropped'; readonly link: LinkId }
  /** This concession ended the link. */
  | { readonly kind: 'conceded'; readonly concession: ClaimId }
  /** The link was undercut. */
  | { readonly kind: 'not_addressed'; readonly by: Voices }

export interface AttackAccount {
  readonly as: 'attack'
  readonly claim: ClaimId
  readonly relation: AttackRelation
  /** Whether the claim attacked is about its speaker, and is not its speaker's own. */
  readonly isSubject: boolean
  /** Of a claim whose every challenge is answered. */
  readonly answer: Answer | null
}

/** Why a status cites a claim. */
export type CiteAccount =
  | AttackAccount
  /** The claim relies on it. */
  | { readonly as: 'basis'; readonly claim: ClaimId }
  /** It attacks the step from a basis. */
  | { readonly as: 'step'; readonly claim: ClaimId; readonly basis: ClaimId }
  | {
      readonly as: 'replacement'
      readonly claim: ClaimId
      readonly relation: 'supersedes' | 'concedes'
    }
  | { readonly as: 'finding' | 'admission'; readonly claim: ClaimId }

/** How a status came about, as it is stored: ids, and no words. */
export interface StoredAccount {
  /** The first of its cites: those that a sentence names. */
  readonly cites: readonly CiteAccount[]
  /** The bodies whose ruling decides it; of an unchallenged ruling, who contests it in vain. */
  readonly voices: Voices | null
}

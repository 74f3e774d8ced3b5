import type { ClaimId, LinkId } from './ids.ts'

/** The kind of link through which a claim attacks; `rebuts` if both kinds apply. */
export type AttackRelation = 'rebuts' | 'undercuts'

/**
 * The speakers of some claims: one claim for each speaker to be named, and how many more there are.
 */
export interface Voices {
  readonly claims: readonly ClaimId[]
  readonly more: number
}

/**
 * What happened to a challenge: to the claim that makes it, according to that claim's status, or to
 * its link.
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
  /** Whether the attacked claim is about its speaker and not made by its speaker's side. */
  readonly isSubject: boolean
  /** For a claim whose challenges are all answered. */
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

/** The reasons for a status as stored: ids, no words. */
export interface StoredAccount {
  /** The first of its cites, which the sentence names. */
  readonly cites: readonly CiteAccount[]
  /**
   * The bodies whose ruling decides it; for an unchallenged ruling, those who contest it without
   * effect.
   */
  readonly voices: Voices | null
}

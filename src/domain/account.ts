import type { ClaimId, LinkId, SourceId } from './ids.ts'
import type { Change } from './kinds.ts'

/** The kind of link through which a claim attacks; `rebuts` if both kinds apply. */
export type AttackRelation = 'rebuts' | 'undercuts'

/**
 * The speakers of some claims: one claim for each speaker to be named, and how many more there are.
 */
export interface Voices {
  readonly claims: readonly ClaimId[]
  readonly more: number
}

/** How a claim gives way to what its side opposed: it says that it accepts it, or says the same. */
export type Concession = 'concedes' | 'restates'

/**
 * What happened to a challenge: to the claim that makes it, according to that claim's status, or to
 * its link.
 */
export type Answer =
  | { readonly kind: 'claim' }
  /** Its author dropped the link. */
  | { readonly kind: 'dropped'; readonly link: LinkId }
  /** A concession took the link away: one by the challenger, or one by the challenged author. */
  | {
      readonly kind: 'conceded'
      readonly concession: ClaimId
      readonly by: 'challenger' | 'author'
      readonly as: Concession
    }
  /** The link was undercut. */
  | { readonly kind: 'not_addressed'; readonly by: Voices }

export interface AttackAccount {
  readonly as: 'attack'
  readonly claim: ClaimId
  readonly relation: AttackRelation
  /**
   * Those of the attacked claim's subjects for whom its speaker speaks, unless it is of the author's
   * own voice.
   */
  readonly subjects: readonly SourceId[]
  /**
   * The first links by which it answers the claim, which may say on what; none if it is the claim
   * that answers.
   */
  readonly links: readonly LinkId[]
  /** If it is the claim that answers, the first links by which it does; absent in older accounts. */
  readonly reverse?: readonly LinkId[]
  /** For a claim whose challenges are all answered. */
  readonly answer: Answer | null
}

export interface AdmissionAccount {
  readonly as: 'admission'
  readonly claim: ClaimId
  /** Those of the admitted claim's subjects for whom its speaker speaks. */
  readonly subjects: readonly SourceId[]
}

export type ReplacementAccount =
  | {
      readonly as: 'replacement'
      readonly claim: ClaimId
      readonly relation: 'supersedes'
      readonly change: Change
    }
  | {
      readonly as: 'replacement'
      readonly claim: ClaimId
      readonly relation: Concession
      /** What it accepts, and the replaced claim opposed. */
      readonly accepted: ClaimId | null
    }

/** A ruling, and for one against the claim the links by which it is, as for an attack. */
export interface FindingAccount extends Partial<Pick<AttackAccount, 'links' | 'reverse'>> {
  readonly as: 'finding'
  readonly claim: ClaimId
}

/** Why a status cites a claim. */
export type CiteAccount =
  | AttackAccount
  /** The claim relies on it. */
  | { readonly as: 'basis'; readonly claim: ClaimId }
  /** It attacks the step from a basis. */
  | { readonly as: 'step'; readonly claim: ClaimId; readonly basis: ClaimId }
  | ReplacementAccount
  | AdmissionAccount
  | FindingAccount

/** A ruling that once stood for or against the claim, and who set it aside. */
export interface SetAsideAccount {
  readonly ruling: ClaimId
  readonly found: 'so' | 'otherwise'
  readonly by: ClaimId
}

/** Some claims of which a sentence names the first. */
export interface Counted<Named> {
  readonly named: readonly Named[]
  readonly more: number
}

/** The reasons for a status as stored: ids, no words. */
export interface StoredAccount {
  /** The first of its cites, which the sentence names. */
  readonly cites: readonly CiteAccount[]
  /**
   * The bodies whose ruling decides it; for an unchallenged ruling, those who contest it without
   * effect.
   */
  readonly voices: Voices | null
  /**
   * The subjects of the claim, if its sentence says for which of them somebody speaks, or that none of
   * them has answered.
   */
  readonly subjects: readonly SourceId[]
  /** The first admission by each subject that admits the claim, unless its status tells them. */
  readonly partly: Counted<AdmissionAccount>
  /** Admissions that their authors took back or replaced by something else. */
  readonly retracted: Counted<AdmissionAccount>
  /** Of an open claim, what of that which it opposed its side has accepted. */
  readonly gaveUp: Counted<ReplacementAccount>
  /** What qualifies an unchallenged claim, or answers something else than a ruling. */
  readonly context: Counted<ClaimId>
  readonly setAside: Counted<SetAsideAccount>
  /**
   * By the claim, for which of several subjects a party remarks on it that does not speak for itself;
   * absent where nobody does, and in older accounts.
   */
  readonly remarkingFor?: Readonly<Record<ClaimId, readonly SourceId[]>>
  /** Of an open claim, the rulings for it that others contradict; absent in older accounts. */
  readonly upheld?: Counted<ClaimId>
  /**
   * Of the claims above that replace the wording of another one, the first version, whose date is
   * theirs (at(c) of the rules).
   */
  readonly firsts: Readonly<Record<ClaimId, ClaimId>>
}

/** An account as version 2 of the rules stored it before sentences told some of this. */
export type EarlierAccount = Omit<StoredAccount, 'firsts' | 'retracted'>

/** An account as version 1 of the rules stored it, which reads of the past still meet. */
export interface PastAccount {
  readonly cites: readonly PastCite[]
  readonly voices: Voices | null
}

export type PastCite =
  | (Omit<Extract<CiteAccount, { as: 'attack' }>, 'subjects' | 'links' | 'answer'> & {
      /** Whether its speaker was of the side of those that the claim is about. */
      readonly isSubject: boolean
      readonly answer: PastAnswer | null
    })
  | {
      readonly as: 'replacement'
      readonly claim: ClaimId
      readonly relation: 'supersedes' | 'concedes'
    }
  | { readonly as: 'admission'; readonly claim: ClaimId }
  | Extract<CiteAccount, { as: 'basis' | 'step' | 'finding' }>

export type PastAnswer =
  | Exclude<Answer, { kind: 'conceded' }>
  | { readonly kind: 'conceded'; readonly concession: ClaimId }

import type { AttackRelation, Concession } from '../domain/account.ts'
import type { Translated } from '../domain/claim.ts'
import type { SourceId } from '../domain/ids.ts'
import type { Aspect, Fit, Response } from '../domain/kinds.ts'
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

/** What the subjects of a claim are, taken together. */
export type SubjectKind = 'companies' | 'people' | 'parties'

/** For whom of those a claim is about somebody speaks. */
export interface Party {
  readonly subjects: Speakers
  /** Whether the speaker is one of them; it comes first then. */
  readonly isSpeakerOne: boolean
  /** How many could speak about it: all subjects but those of the author's own voice. */
  readonly of: number
  readonly kind: SubjectKind
  /** Whether the claim is about some of the author's own voice, too. */
  readonly isBesideOwn: boolean
}

/** A claim as a sentence refers to it. */
export interface QuotedClaim {
  readonly speaker: Speaker
  /** Its words in the display language, otherwise in the original; null if redacted. */
  readonly words: string | null
  /** The original language, if `words` are a translation; the sentence says so. */
  readonly translated: Translated | null
  /** null if unknown. */
  readonly assertedAt: WorldDate | null
  /** Said so then, in other words. */
  readonly wasReworded?: boolean
  readonly isRuling: boolean
}

/** A cited claim that attacks the explained one. */
export interface Attack extends QuotedClaim {
  readonly as: 'attack'
  readonly relation: AttackRelation
  /** Null if it speaks for nobody whom the explained claim is about; also for the author. */
  readonly party: Party | null
  /** If a party answers another point than the claim makes, which one, if that is known. */
  readonly otherPoint: Aspect | null
  /** What a party’s answer touches; null for what the claim itself answers, absent if unknown. */
  readonly fit?: Fit | null
  /** The points of the claim that it meets: in words where they are quoted, and by ids. */
  readonly met?: readonly string[]
  readonly metIds?: readonly string[]
  /** Whether the explained claim is a ruling. */
  readonly isOnRuling?: boolean
}

/** A claim by which those the explained claim is about accept it. */
export interface Admission extends QuotedClaim {
  readonly party: Party | null
}

/** An admission by which its author no longer stands. */
export interface RetractedAdmission extends Admission {
  readonly outcome: ClaimOutcome
}

/** What has become of a claim since, if its author no longer stands by it. */
export type Since = 'withdrawn' | 'corrected' | null

/** Why a claim no longer counts. */
export type ClaimOutcome =
  | {
      readonly kind: 'withdrawn' | 'corrected'
      readonly by: Speaker
      readonly at: WorldDate | null
    }
  /** Its side conceded what it opposed. `since`: what has become of that concession. */
  | {
      readonly kind: 'given_up'
      readonly by: Speaker
      readonly at: WorldDate | null
      readonly since: Since
    }
  | { readonly kind: 'ruled_against' | 'countered'; readonly by: Speakers }
  /** A ruling that other rulings set aside or suspended, which may have found nothing else. */
  | { readonly kind: 'set_aside'; readonly by: Speakers; readonly at: WorldDate | null }
  | { readonly kind: 'basis_lost' }
  /** It no longer stands, for reasons that its own status does not give. */
  | { readonly kind: 'fallen' }

/** What happened to a challenge: to the claim that makes it, or to its link. */
export type ChallengeOutcome =
  | ClaimOutcome
  /** Its author dropped the link, which starts on that side: at this claim or a restatement. */
  | {
      readonly kind: 'dropped'
      readonly by: Speaker
      readonly side: 'challenger' | 'author'
      readonly at: WorldDate | null
    }
  /** The challenger's side, or the challenged author's, accepted what the other asserted. */
  | {
      readonly kind: 'conceded'
      readonly by: Speaker
      readonly side: 'challenger' | 'author'
      readonly at: WorldDate | null
      readonly as: Concession
      /** Whether the explained claim is itself the concession. */
      readonly isThis: boolean
      readonly since: Since
    }
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
export type Replacement = QuotedClaim &
  (
    | { readonly relation: 'supersedes'; readonly isReworded: boolean }
    | {
        readonly relation: Concession
        readonly accepted: QuotedClaim | null
        readonly since: Since
      }
  )

/** A claim that adds context to the explained one. */
export interface Context extends QuotedClaim {
  readonly since: Since
  /** For whom it is said, if a party says it and the record shows for which one. */
  readonly party?: Party | null
  /** What a party says by it, if an editor recorded that. */
  readonly response?: Response | null
  /** The points of the explained claim that it meets, in words where they are quoted. */
  readonly met?: readonly string[]
  /** The ids of those points. */
  readonly metIds?: readonly string[]
  /** Whether the explained claim has points and this names none of them. */
  readonly namesNoPoint?: boolean
  /** To what a remark on a claim without points is confined; null if it is on the claim itself. */
  readonly otherPoint?: Aspect | null
}

/** A ruling that once stood for or against the explained claim, and who set it aside. */
export interface SetAside {
  readonly body: Speaker
  readonly found: 'so' | 'otherwise'
  readonly by: Speaker
  readonly at: WorldDate | null
  /** Whether the explained claim is itself what set it aside. */
  readonly isByThis: boolean
}

/** Some of which a sentence tells, and how many more there are. */
export interface Some<Named> {
  readonly named: readonly Named[]
  readonly more: number
}

/** A status with all or the first of its cites, in order (rules/2.md §1.6). */
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
  /** `all`: every subject, as one party. */
  | {
      readonly status: 'admitted'
      readonly cites: readonly Admission[]
      readonly all: Party | null
    }
  | { readonly status: 'answered'; readonly cites: readonly AnsweredAttack[] }
  /** `contestedBy`: who contests a ruling without the rank to change it. */
  | {
      readonly status: 'unchallenged'
      readonly contestedBy: Speakers
      readonly context: Some<Context>
    }

/** Everything that an explanation says, as plain data. */
export type Explained = Standing & {
  readonly speaker: Speaker
  readonly isRuling: boolean
  /** The points that no answer of a party meets, in words where they are quoted. */
  readonly openPoints?: readonly string[]
  /** How many those are. */
  readonly openCount?: number
  /** How much of it the answers of parties leave open together; absent if that was not computed. */
  readonly leftOpen?: 'whole' | 'part' | 'nothing'
  /** How many points it has. */
  readonly pointCount?: number
  /** Whom it is about, of those who did not answer what is left open of it. */
  readonly silent?: Speakers
  /** How many cites there are beyond the given ones. */
  readonly moreCites?: number
  /** Admissions by some of its subjects, while others have not admitted it. */
  readonly partly?: Some<Admission>
  /** Admissions that no longer count. */
  readonly retracted?: Some<RetractedAdmission>
  /** Of what an open claim opposed, that which its side has accepted. */
  readonly gaveUp?: Some<Replacement>
  readonly setAside?: Some<SetAside>
  /** What parties say of a contested claim without contradicting it: that it is so, or neither. */
  readonly remarks?: Some<Context>
}

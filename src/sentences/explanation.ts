import type { AttackRelation, Concession } from '../domain/account.ts'
import type { Translated } from '../domain/translation.ts'
import type { Aspect, Fit, Response } from '../domain/kinds.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { ChallengeOutcome, ClaimOutcome, Since } from './told/outcome.ts'
import type { Party, Speaker, Speakers } from './told/speakers.ts'
import type { Touching } from './table/touching.ts'

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

/** A point of a claim as a sentence quotes it. */
export interface QuotedPoint {
  /** In the display language if it is translated, otherwise in the language of the claim. */
  readonly text: string
  /** Whether a machine translated it; the sentence says so. */
  readonly isMachine: boolean
}

/** How the explained claim answers another one, which did not answer it. */
export interface Answering {
  readonly touching: Touching
  /** What it is about, where it does not touch all of the other one and this is known. */
  readonly aspect: Aspect | null
  /** Of a ruling, whether it answers that itself, and not only what it restates. */
  readonly isItself?: boolean
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
  readonly met?: readonly QuotedPoint[]
  readonly metIds?: readonly string[]
  /** Whether the explained claim is a ruling. */
  readonly isOnRuling?: boolean
  /** Whether it is recorded as an answer to something else. */
  readonly isElsewhere?: boolean
  /** Where it is the explained claim that answers, how it does. */
  readonly answered?: Answering
}

/** A claim by which those the explained claim is about accept it. */
export interface Admission extends QuotedClaim {
  readonly party: Party | null
}

/** An admission by which its author no longer stands. */
export interface RetractedAdmission extends Admission {
  readonly outcome: ClaimOutcome
}

/** A challenge that no longer counts. */
export interface AnsweredAttack extends Attack {
  readonly outcome: ChallengeOutcome
}

/** A claim that the explained one relies on, and which is itself open. */
export interface OpenBasis extends QuotedClaim {
  readonly as: 'basis'
  /** Of a claim with the status `denied`, how much of it parties deny. */
  readonly status: 'denied' | 'denied_partly' | 'answered_elsewhere' | 'disputed'
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
  /** Whether it is recorded as an answer to something else. */
  readonly isElsewhere?: boolean
  /** Where the explained claim answers it or what it restates, how it does. */
  readonly answered?: Answering
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
  /** Whether it is itself contradicted or contested. */
  readonly isContested?: boolean
  /** Whether somebody says it who is no party. */
  readonly isOfOther?: boolean
  /** For whom it is said, if a party says it and the record shows for which one. */
  readonly party?: Party | null
  /** What a party says by it, if an editor recorded that. */
  readonly response?: Response | null
  /** The points of the explained claim that it meets, in words where they are quoted. */
  readonly met?: readonly QuotedPoint[]
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
  readonly openPoints?: readonly QuotedPoint[]
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
  /** Admissions that its status does not tell. */
  readonly partly?: Some<Admission>
  /** Admissions that no longer count. */
  readonly retracted?: Some<RetractedAdmission>
  /** Of what an open claim opposed, that which its side has accepted. */
  readonly gaveUp?: Some<Replacement>
  readonly setAside?: Some<SetAside>
  /** Rulings for an open claim that others contradict. */
  readonly upheld?: Some<Finding>
  /** What parties say of a contested claim without contradicting it: that it is so, or neither. */
  readonly remarks?: Some<Context>
}

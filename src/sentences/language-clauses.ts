import type { WorldDate } from '../domain/world-date.ts'
import type {
  Admission,
  AnsweredAttack,
  Attack,
  Context,
  Finding,
  LostBasis,
  OpenBasis,
  QuotedPoint,
  Replacement,
  RetractedAdmission,
  SetAside,
  Some,
  StepAttack,
} from './explanation.ts'
import type { Party, Speaker, Speakers } from './told/speakers.ts'

/** What a sentence counts that it does not name. */
export type Counted = 'answers' | 'rulings' | 'reasons' | 'statements'

/** The clauses of one language. Which clauses explain a status is the same in every language. */
export interface Clauses {
  readonly withdrawn: (author: Speaker, at: WorldDate | null) => string
  readonly replaced: (cite: Replacement) => string
  readonly foundSo: (finding: Finding) => string
  readonly foundOtherwise: (finding: Finding, isOnRuling: boolean) => string
  readonly lost: (cite: LostBasis | StepAttack) => string
  readonly countered: (cite: Attack) => string
  readonly noAnswer: string
  /** What one speaker says against a denied claim. */
  readonly denied: (attacks: readonly Attack[], author: Speaker) => string
  /** On the claim itself there is no answer: by these, or by nobody whom it is about. */
  readonly noAnswerOnIt: (by: Speakers) => string
  /** The same of some points of the claim. */
  readonly noAnswerOn: (points: OpenPoints, by: Speakers) => string
  readonly noWithdrawal: (author: Speaker) => string
  readonly disputed: (attacks: readonly Attack[], author: Speaker) => string
  readonly unresolved: Readonly<Record<Unresolved, string>>
  /** What is open about a claim's basis. */
  readonly open: (cite: OpenBasis | StepAttack) => string
  readonly admitted: (cite: Admission) => string
  readonly retracted: (cite: RetractedAdmission) => string
  /** What several subjects admit, each by its own claim. */
  readonly admittedByAll: (admissions: Some<Admission>, all: Party) => string
  readonly answered: (cite: AnsweredAttack, author: Speaker, isAlone: boolean) => string
  readonly contested: (by: Speakers) => readonly string[]
  readonly addedContext: (cite: Context) => string
  /** Of what the same party said before or after that which is told first. */
  readonly earlier: (clause: string) => string
  readonly later: (clause: string) => string
  readonly nobodyContradicts: string
  /** The same where something else is contradicted. */
  readonly nobodyContradictsThis: string
  readonly setAside: (ruling: SetAside) => string
  readonly andMore: (more: number, counted: Counted) => string
}

/** Some points of a claim: quoted, if `words` has any, or counted. */
export interface OpenPoints {
  readonly words: readonly QuotedPoint[]
  readonly count: number
  /** How many points the claim has. */
  readonly of: number
}

/** Who could give way when attacks settle nothing; `nothing` if that must not be said. */
export type Unresolved = 'nothing' | 'two sides' | 'one statement' | 'several statements'

import type { ClaimId } from '../../domain/ids.ts'
import type { FindingCode } from '../../domain/finding.ts'
import type { Fit } from '../../domain/kinds.ts'
import type { LikeSentence } from '../../store/alike.ts'
import type { ReportedAs } from '../../store/cited-pages.ts'
import type { PartyAnswer } from '../../store/party-answers.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { Place } from '../reading/draft.ts'

/** A sentence that repeats a claim says the same in nearly all of its words, or has a quote of it. */
type Match = 'repeats' | 'similar'

export interface MatchedClaim {
  readonly match: Match
  /** Whether the sentence names everybody whom the claim is about and names. */
  readonly isAboutSame: boolean
  /** Whether it names one of them and says what the claim says, whatever figure either has. */
  readonly isWorded: boolean
  /** How much of the claim the sentence has, by its words alone. */
  readonly covered: number
  /** The words of the claim, in the language in which it is matched. */
  readonly text: string
  readonly like: LikeSentence
}

/** A sentence of a draft that is like claims; places are those of the words that were read. */
export interface CheckedSentence {
  /** Among all sentences of the draft. */
  readonly nth: number
  readonly place: Place
  readonly text: string
  readonly claims: readonly MatchedClaim[]
  /** The reports on record whose addresses stand in it. */
  readonly reports: readonly string[]
}

/** A draft, as far as the record has anything to say about it. */
export interface DraftOnRecord {
  /** All sentences of the draft. */
  readonly draft: readonly string[]
  readonly sentences: readonly CheckedSentence[]
  readonly claims: ReadonlyMap<ClaimId, ClaimView>
  /** What those are called whom a claim is about, folded. */
  readonly names: ReadonlyMap<ClaimId, readonly string[]>
  /** What anybody but its own speaker answers to a claim. */
  readonly answeredBy: ReadonlyMap<ClaimId, ReadonlySet<ClaimId>>
  /** Answers of parties to the claims that are repeated. */
  readonly answers: ReadonlyMap<ClaimId, readonly PartyAnswer[]>
  /** What the record quotes from reports. */
  readonly quotes: ReadonlyMap<string, readonly string[]>
  /** How the reports that the draft cites have the claims that it repeats, or restatements of these. */
  readonly reportedAs: ReadonlyMap<ClaimId, readonly ReportedAs[]>
}

/** What a sentence is found to do with a claim. */
export interface Found {
  readonly code: FindingCode
  readonly claim: ClaimId
  /** What replaced the claim, the answer that is missing, or the claim with the other figure. */
  readonly other?: ClaimId
  /** What that answer touches. */
  readonly fit?: Fit
  /** Which words of the sentence, if not all of them. */
  readonly place?: Place
}

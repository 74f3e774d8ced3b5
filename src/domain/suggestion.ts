import type { Figure } from './figure.ts'
import type { ClaimId } from './ids.ts'
import type { QuotedOf, QuotedWarning } from './quoted-share.ts'

/** A link that an editor may want to enter after a write; it is never entered by itself. */
export type Suggestion = FigureSuggestion | CarrySuggestion | ConfirmationSuggestion

/** Two figures on one scale that conflict, say the same, or of which one lies within the other. */
export interface FigureSuggestion {
  readonly kind: 'figures_conflict' | 'figures_match'
  readonly relation: 'rebuts' | 'restates' | 'qualifies'
  readonly from: ClaimId
  readonly to: ClaimId
  readonly message: string
  /** As they are compared, first that of `from`. */
  readonly figures: readonly { readonly claim: ClaimId; readonly normalised: Figure }[]
}

/** A claim that answered a version which another claim replaces. */
export interface CarrySuggestion {
  readonly kind: 'also_answered_earlier_version'
  readonly relation: 'rebuts' | 'undercuts'
  readonly from: ClaimId
  readonly to: ClaimId
  /** The replaced version. */
  readonly earlier: ClaimId
  readonly message: string
}

/** A claim by which a party confirms another, without conceding or restating it. */
export interface ConfirmationSuggestion {
  readonly kind: 'confirmed_by_party'
  readonly relation: 'concedes'
  readonly from: ClaimId
  readonly to: ClaimId
  readonly message: string
}

export const suggestionKinds = [
  'figures_conflict',
  'figures_match',
  'also_answered_earlier_version',
  'confirmed_by_party',
] as const satisfies readonly Suggestion['kind'][]

/** The links that a write suggests, and how many more were found than are listed. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  readonly moreSuggestions: number
}

/** What a write suggests, and what it warns of. */
export interface Advice extends Suggestions {
  readonly warnings: readonly QuotedWarning[]
  /** What the warnings are made from. */
  readonly quoted: readonly QuotedOf[]
}

export const suggestionsMax = 20

import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import type { ClaimKind, Relation } from '../domain/kinds.ts'
import type { Time } from './time.ts'

/** The id of a claim or of a link. */
export type ItemId = string

/** What the rules read of a claim. */
export interface RecordClaim {
  readonly id: ClaimId
  readonly kind: ClaimKind
  /** Of a claim whose speaker is unnamed, the claim's own id: a source of its own, on nobody's side. */
  readonly speaker: SourceId
  readonly about: readonly SourceId[]
  readonly assertedAt: Time
  readonly withdrawn: boolean
  readonly voided: boolean
}

type LinkTarget = { readonly claim: ClaimId } | { readonly link: LinkId }

/** What the rules read of a link. */
export interface RecordLink {
  readonly id: LinkId
  readonly relation: Relation
  readonly from: ClaimId
  readonly to: LinkTarget
  /** Dropped by its author. An ending by concession is derived, never stored here. */
  readonly ended: boolean
  /** Voided itself, or hanging from a claim or link that is. */
  readonly voided: boolean
}

/**
 * The record as the rules read it.
 *
 * A partial one answers as if what it does not hold did not exist, and notes the question; whoever
 * computed over it loads what was asked and computes again until nothing is missing. So every
 * function over a record must be pure and must bear absence.
 */
export interface RecordView {
  claim(id: ClaimId): RecordClaim | undefined
  /** Any link, voided ones too. */
  link(id: LinkId): RecordLink | undefined
  /** The links of one relation that start at a claim; voided ones are left out, ended ones are not. */
  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[]
  /** The links of one relation onto a claim or a link; voided ones are left out, ended ones are not. */
  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[]
  /**
   * P(x, t) of the rules, section 1.1: the source itself and all it reaches through `speaks_for`
   * and `part_of` at that time; at an unknown time nothing but itself.
   */
  principals(source: SourceId, at: Time): ReadonlySet<SourceId>
  /** Whether `source` itself `speaks_for` the other at that time. */
  speaksFor(source: SourceId, other: SourceId, at: Time): boolean
  /**
   * The undercuts onto links of which the claim is an end (section 1.4), however far down; voided
   * ones are left out, ended ones are not. A question of its own, because walking there over the
   * links of a claim that thousands answer would read them all.
   */
  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[]
  /** Every claim whose speaker, or one of whose `about`, reaches the source at any time. */
  claimsOfSide(source: SourceId): readonly ClaimId[]
}

/** What happened to an item of the record since its nodes were compiled; the view is the state after. */
export type Change =
  /** A new claim. Its links are changes of their own. */
  | { readonly claim: ClaimId; readonly what: 'added' | 'withdrawn' }
  /** Its kind, speaker, about or asserted time may differ, or it was voided. */
  | { readonly claim: ClaimId; readonly what: 'amended' | 'voided' }
  /** A link that is new, or was ended or voided (also by what it hangs from). */
  | { readonly link: LinkId }
  /** A source whose affiliations differ. */
  | { readonly source: SourceId }

import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import type { ClaimKind, Relation } from '../domain/kinds.ts'
import type { Time } from './time.ts'

/** The id of a claim or of a link. */
export type ItemId = string

/** What the rules read of a claim. */
export interface RecordClaim {
  readonly id: ClaimId
  readonly kind: ClaimKind
  /**
   * For a claim with an unnamed speaker, the claim's own id: a source of its own, on nobody's side.
   */
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
  /** Dropped by its author. An end by concession is derived and never stored here. */
  readonly ended: boolean
  /** Voided itself, or dependent on a voided claim or link. */
  readonly voided: boolean
}

/**
 * The record as the rules read it.
 *
 * A partial record answers as if what it has not loaded did not exist, and notes the question. Its
 * caller loads the answers and repeats the computation until nothing is missing. So every function
 * over a record must be pure and must tolerate absence.
 */
export interface RecordView {
  claim(id: ClaimId): RecordClaim | undefined
  /** Any link, including voided ones. */
  link(id: LinkId): RecordLink | undefined
  /** The links of one relation that start at a claim: ended ones included, voided ones not. */
  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[]
  /** The links of one relation onto a claim or a link: ended ones included, voided ones not. */
  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[]
  /**
   * P(x, t) of the rules, section 1.1: the source itself and everything it reaches through
   * `speaks_for` and `part_of` at that time; at an unknown time, only itself.
   */
  principals(source: SourceId, at: Time): ReadonlySet<SourceId>
  /** Whether `source` itself `speaks_for` the other at that time. */
  speaksFor(source: SourceId, other: SourceId, at: Time): boolean
  /**
   * The undercuts onto links that end at the claim (section 1.4), at any depth: ended ones
   * included, voided ones not. It is a separate query because following the links of a claim with
   * thousands of answers would read them all.
   */
  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[]
  /** Every claim whose speaker, or one of whose subjects, reaches the source at any time. */
  claimsOfSide(source: SourceId): readonly ClaimId[]
}

/**
 * What changed in an item of the record since its nodes were compiled; the view has the new state.
 */
export type Change =
  /** A new claim. Its links are separate changes. */
  | { readonly claim: ClaimId; readonly what: 'added' | 'withdrawn' }
  /** Its kind, speaker, subjects or date may have changed, or it was voided. */
  | { readonly claim: ClaimId; readonly what: 'amended' | 'voided' }
  /** A link that is new, or was ended or voided (also through what it depends on). */
  | { readonly link: LinkId }
  /** A source whose affiliations changed. */
  | { readonly source: SourceId }

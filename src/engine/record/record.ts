import type { ClaimId, LinkId, SourceId } from '../../domain/ids.ts'
import type {
  Aspect,
  Change as LinkChange,
  ClaimKind,
  Relation,
  Response,
} from '../../domain/kinds.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import type { Affiliation } from './affiliations.ts'

/** The id of a claim or of a link. */
export type ItemId = string

/** What the rules read of a claim. */
export interface RecordClaim {
  readonly id: ClaimId
  readonly kind: ClaimKind
  /** Null: nobody is named. */
  readonly speaker: SourceId | null
  readonly about: readonly SourceId[]
  readonly assertedAt: WorldTime
  readonly withdrawn: boolean
  readonly voided: boolean
  /** The ids of its points; those that were removed have ended. */
  readonly points: readonly { readonly id: string; readonly ended: boolean }[]
}

type LinkTarget = { readonly claim: ClaimId } | { readonly link: LinkId }

/** What the rules read of a link. */
export interface RecordLink {
  readonly id: LinkId
  readonly relation: Relation
  readonly from: ClaimId
  readonly to: LinkTarget
  /** What a `supersedes` changes; `substance` for the other relations. */
  readonly change: LinkChange
  /** Of an answer: what it says, which points it meets, and which aspect it touches. */
  readonly response: Response | null
  readonly meets: readonly string[]
  readonly aspect: Aspect | null
  /** Dropped by its author. What a concession gives up is derived and never stored here. */
  readonly ended: boolean
  /** Voided itself, or dependent on a voided claim or link. */
  readonly voided: boolean
}

/**
 * The record as entered, after merges.
 *
 * A partial record answers as if what it has not loaded did not exist, and notes the question. Its
 * caller loads the answers and repeats the computation until nothing is missing. So every function
 * over a record must be pure and must tolerate absence.
 */
export interface RecordView {
  /** How often it was asked for something not loaded; 0 for a whole record. */
  readonly misses: number
  claim(id: ClaimId): RecordClaim | undefined
  /** Any link, including voided ones. */
  link(id: LinkId): RecordLink | undefined
  /** The links of one relation that start at a claim: ended ones included, voided ones not. */
  linksFrom(claim: ClaimId, relation: Relation): readonly RecordLink[]
  /** The links of one relation onto a claim or a link: ended ones included, voided ones not. */
  linksOnto(target: ItemId, relation: Relation): readonly RecordLink[]
  /** The affiliations of a source, at any time. */
  affiliationsOf(source: SourceId): readonly Affiliation[]
  /**
   * The undercuts onto links that end at the claim (rules, 1.4), at any depth: ended ones included,
   * voided ones not. It is a separate query because following the links of a claim with thousands of
   * answers would read them all.
   */
  undercutsOfLinksOf(claim: ClaimId): readonly RecordLink[]
  /**
   * Every claim whose speaker, or one of whose subjects, reaches the source through affiliations of
   * any kind, at any time.
   */
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
  /**
   * A link that is new, ended or voided (also through what it depends on), or amended: what it
   * changes was something else before.
   */
  | { readonly link: LinkId; readonly isAmended?: boolean }
  /** A source whose affiliations changed. */
  | { readonly source: SourceId }

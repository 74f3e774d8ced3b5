import type { countering } from '../domain/counterpoint.ts'
import type { Aspect, Attribution, ClaimKind, FigureForm, Response } from '../domain/kinds.ts'

type Countering = (typeof countering)[number]

/** The fixed words of cards and of claim and story pages, in one language. */
export interface CardWords {
  readonly kinds: Readonly<Record<ClaimKind, string>>
  readonly relations: Readonly<Record<Countering, string>>
  /** In place of the relation, of an answer that an editor recorded to say so. */
  readonly responses: Readonly<Record<Exclude<Response, 'denies'>, string>>
  readonly aspects: Readonly<Record<Aspect, string>>
  readonly attributions: Readonly<Record<Attribution, string>>
  readonly figureForms: Readonly<Record<FigureForm, string>>
  readonly arguendo: string
  /** Replaces redacted words. */
  readonly removed: string
  readonly dropped: string
  readonly noForce: string
  /** Above what its speaker did about a claim. */
  readonly bySpeaker: string
  readonly counterpoints: string
  readonly conflicts: string
  readonly translation: (from: string, by: 'human' | 'machine') => string
  readonly original: (language: string) => string
  readonly more: (count: number) => string
  /** The counterpoints, where none is shown. */
  readonly counted: (count: number) => string
  /**
   * Of views of analysts that an embedder asked not to show; those on which the status rests are
   * shown. Undefined if there are none.
   */
  readonly opinionsLeftOut: (leftOut: number, kept: number) => string | undefined
  readonly replacement: string
  readonly withdrawal: string
  readonly moreClaims: (count: number) => string
  /** What a figure is measured by, for when, and of what. */
  readonly figureParts: Readonly<Record<'baseline' | 'period' | 'scope', string>>
  readonly scaleShare: string
  readonly scaleAlt: (words: string, left: string, right: string) => string
  readonly thisClaim: string
  readonly moved: (when: string, from: string, to: string) => string
  readonly neverMoved: (since: string) => string
  readonly amended: (when: string) => string
  readonly reasonsChanged: (when: string) => string
  readonly asOf: (when: string) => string
  readonly noVerdict: string
  readonly rules: string
  readonly open: string
  /** In a picture whose fonts lack letters of the words. */
  readonly readAt: (address: string) => string
  readonly story: string
  readonly claimCount: (count: number) => string
  /** Badges that name parties. */
  readonly marks: {
    readonly leftOpen: string
    /** Of open points that are not listed. */
    readonly moreOpen: (count: number) => string
    readonly seeEarlier: string
  }
  readonly date: (date: string) => string
  readonly dateUnknown: string
  readonly page: {
    readonly about: string
    readonly evidence: string
    readonly history: string
    readonly whatWouldChange: string
    readonly changesSince: string
    readonly byRules: (version: number) => string
    readonly stories: string
    readonly terms: string
    readonly noTerms: string
    readonly qualified: (count: number) => string
    readonly alsoAsserted: (count: number) => string
    readonly reasonsOffered: (count: number) => string
    readonly secondHandOnly: string
    readonly contestedInference: string
    readonly rated: (rating: string, factChecker: string) => string
  }
}

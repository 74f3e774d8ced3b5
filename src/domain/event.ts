import type { Actor } from './actor.ts'

export const eventKinds = [
  'source.added',
  'source.amended',
  'source.voided',
  'source.merged',
  'source.redacted',
  'report.added',
  'report.amended',
  'report.voided',
  'report.merged',
  'report.redacted',
  'claim.added',
  'claim.amended',
  'claim.withdrawn',
  'claim.voided',
  'claim.merged',
  'claim.redacted',
  'withdrawal.voided',
  'merge.voided',
  'citation.added',
  'citation.voided',
  'citation.redacted',
  'link.added',
  'link.amended',
  'link.ended',
  'link.voided',
  'link.redacted',
  'end.voided',
  'story.added',
  'story.amended',
  'story.voided',
  'story.redacted',
  'rules.adopted',
] as const
export type EventKind = (typeof eventKinds)[number]

type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact }

/** A change of the record before it gets its number. */
export interface EventDraft {
  readonly kind: EventKind
  /** The object that changed. */
  readonly object: string
  /** What the rules read of the change, and everything else except texts. */
  readonly facts: Readonly<Record<string, Fact>>
  /** Its texts, by JSON Pointer into the object as entered. */
  readonly words: ReadonlyMap<string, string>
}

/**
 * The format version of events. Since version 2, the numbers of a figure are words. Version 1
 * events have no version field.
 */
export const factsVersion = 2

/** An event as published: instead of each text, a salted hash. */
export interface EventBody {
  readonly seq: number
  readonly kind: EventKind
  readonly object: string
  readonly at: string
  readonly actor: Actor
  readonly factsVersion: typeof factsVersion
  readonly facts: Readonly<Record<string, Fact>>
  /** JSON Pointer → SHA-256 of salt and text, in hexadecimal. */
  readonly texts: Readonly<Record<string, string>>
  /**
   * Set if it moved somebody else's claim into or out of `does_not_stand` without a second person.
   */
  readonly secondPerson?: 'exempt'
}

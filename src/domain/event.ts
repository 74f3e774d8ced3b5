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
] as const
export type EventKind = (typeof eventKinds)[number]

type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact }

/** A change of the record before it has its number. */
export interface EventDraft {
  readonly kind: EventKind
  /** The object that changed. */
  readonly object: string
  /** What the rules read of the change, and all else about it that is no text. */
  readonly facts: Readonly<Record<string, Fact>>
  /** Its texts, by JSON Pointer into the object as it was entered. */
  readonly words: ReadonlyMap<string, string>
}

/**
 * The version of what events say: since 2 the numbers of a figure are words. Events of version 1 do not
 * name theirs.
 */
export const factsVersion = 2

/** An event as the public reads it: no text, but of each text a salted hash. */
export interface EventBody {
  readonly seq: number
  readonly kind: EventKind
  readonly object: string
  readonly at: string
  readonly actor: Actor
  readonly factsVersion: typeof factsVersion
  readonly facts: Readonly<Record<string, Fact>>
  /** JSON Pointer → SHA-256 over the salt's bytes and the text's, in hexadecimal. */
  readonly texts: Readonly<Record<string, string>>
  /** Set when it moved somebody else's claim into or out of `does_not_stand` without a second person. */
  readonly secondPerson?: 'exempt'
}

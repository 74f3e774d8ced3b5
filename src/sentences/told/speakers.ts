import type { SourceId } from '../../domain/ids.ts'

/** A source by its name in the display language, if it has one; null if the name was removed. */
export interface Speaker {
  readonly id: SourceId
  readonly name: string | null
  /** For a claim whose speaker no source names. */
  readonly isUnnamed?: boolean
}

/** Several speakers: those to name, and how many more there are. */
export interface Speakers {
  readonly named: readonly Speaker[]
  readonly more: number
}

/** What the subjects of a claim are, taken together. */
export type SubjectKind = 'companies' | 'people' | 'parties'

/** For whom of those a claim is about somebody speaks. */
export interface Party {
  readonly subjects: Speakers
  /** Whether the speaker is one of them; it comes first then. */
  readonly isSpeakerOne: boolean
  /** How many could speak about it: all subjects but those of the author's own voice. */
  readonly of: number
  readonly kind: SubjectKind
  /** Whether the claim is about some of the author's own voice, too. */
  readonly isBesideOwn: boolean
}

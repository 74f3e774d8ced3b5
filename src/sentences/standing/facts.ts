import type { Aspect, Fit } from '../../domain/kinds.ts'
import type { Status } from '../../domain/status.ts'
import type { WorldDate } from '../../domain/world-date.ts'
import type { QuotedPoint } from '../explanation.ts'
import type { Speaker, Speakers } from '../told/speakers.ts'

/** The strongest answer of those whom a claim is about. */
export interface PartyAnswer {
  readonly by: Speakers
  /** Of several that could speak about it, how many; left out where that says nothing. */
  readonly of?: number | undefined
  /** Whether more is on record beside an answer to another point. */
  readonly isAmongOthers?: boolean
  /** null if more is on record than can be told, or if only the grounds are contested. */
  readonly fit: Fit | null
  readonly aspect: Aspect | null
  /** The points of the claim that it meets, in words; none if it meets all of them. */
  readonly points: readonly QuotedPoint[]
  /** How many points it meets, where they are not all of the claim's and their words are not known. */
  readonly unsaid?: 'none' | 'some' | undefined
}

/** How somebody speaks of a claim that nobody contradicts, the most telling first. */
export const remarkings = ['context', 'confirms', 'elsewhere', 'neither', 'declines'] as const
export type Remarking = (typeof remarkings)[number]

/** Everything that says where a claim stands, as plain data. */
export interface StandingFacts {
  /** null for an entry error. */
  readonly status: Status | null
  readonly isRuling: boolean
  readonly speaker: Speaker
  /** When its speaker took it back or replaced it, if known. */
  readonly endedAt: WorldDate | null
  /** Who ruled on it, countered or confirmed it, as its status has it. */
  readonly by: Speakers
  readonly answer: PartyAnswer | null
  /** Who added to it what nobody contests, by what they did; the first that applies. */
  readonly context: { readonly by: Speakers; readonly as: Remarking }
  /** Who added context to it that is itself contradicted or contested. */
  readonly contestedContext: Speakers
  /** Who answered it without contradicting it, and no longer stands by that. */
  readonly takenBack: Speakers
  /** Who contests a ruling without the rank to change it. */
  readonly contestedBy: Speakers
  /** Who of those that it is about confirms it, and how many these are. */
  readonly partly: { readonly by: Speakers; readonly of: number } | null
  /** Who confirmed it and no longer does, and of how many that could speak about it. */
  readonly retracted: { readonly by: Speakers; readonly of?: number | undefined }
  /** Who set aside a ruling on it. */
  readonly setAsideBy: Speakers
  readonly isRated: boolean
  /** Whether what decides its status is known to be on another point, all of it. */
  readonly isElsewhere: boolean
  /** Who was asked for an answer, and when. */
  readonly asked: { readonly by: Speakers; readonly at: WorldDate } | null
}

export const nobody: Speakers = { named: [], more: 0 }

export function isSomebody({ named, more }: Speakers): boolean {
  return named.length + more > 0
}

import type { Status } from '../../domain/status.ts'
import type { Speaker } from '../told/speakers.ts'

/** An event that would move where a claim stands, as a sentence tells it. */
export type SaidEvent = Told & {
  readonly status: Status
  /** Whether the claim that would move is a ruling. */
  readonly isOfRuling: boolean
}

type Told =
  /** Whom the claim is about concedes it; `isConfirmed`: a party confirmed it without conceding it. */
  | { readonly kind: 'confirmation'; readonly by: Speaker; readonly isConfirmed?: boolean }
  /** `words` of the claim that is lost; null if they were removed. `isOwn`: it is the claim itself. */
  | {
      readonly kind: 'withdrawal' | 'set_aside'
      readonly by: Speaker
      readonly words: string | null
      readonly isOwn: boolean
    }

/** How much of the words of what is lost is quoted: enough to tell it from others. */
export const wordsMax = 60

import type { Concession } from '../../domain/account.ts'
import type { WorldDate } from '../../domain/world-date.ts'
import type { Speaker, Speakers } from './speakers.ts'

/** What has become of a claim since, if its author no longer stands by it. */
export type Since = 'withdrawn' | 'corrected' | null

/** Why a claim no longer counts. */
export type ClaimOutcome =
  | {
      readonly kind: 'withdrawn' | 'corrected'
      readonly by: Speaker
      readonly at: WorldDate | null
    }
  /** Its side conceded what it opposed. `since`: what has become of that concession. */
  | {
      readonly kind: 'given_up'
      readonly by: Speaker
      readonly at: WorldDate | null
      readonly since: Since
    }
  | { readonly kind: 'ruled_against' | 'countered'; readonly by: Speakers }
  /** A ruling that other rulings set aside or suspended, which may have found nothing else. */
  | { readonly kind: 'set_aside'; readonly by: Speakers; readonly at: WorldDate | null }
  | { readonly kind: 'basis_lost' }
  /** It no longer stands, for reasons that its own status does not give. */
  | { readonly kind: 'fallen' }

/** What happened to a challenge: to the claim that makes it, or to its link. */
export type ChallengeOutcome =
  | ClaimOutcome
  /** Its author dropped the link, which starts on that side: at this claim or a restatement. */
  | {
      readonly kind: 'dropped'
      readonly by: Speaker
      readonly side: 'challenger' | 'author'
      readonly at: WorldDate | null
    }
  /** The challenger's side, or the challenged author's, accepted what the other asserted. */
  | {
      readonly kind: 'conceded'
      readonly by: Speaker
      readonly side: 'challenger' | 'author'
      readonly at: WorldDate | null
      readonly as: Concession
      /** Whether the explained claim is itself the concession. */
      readonly isThis: boolean
      readonly since: Since
    }
  /** The link was undercut: somebody argues that it does not address the claim. */
  | { readonly kind: 'not_addressed'; readonly by: Speakers }

import type { Answer } from '../domain/account.ts'
import type { ChallengeOutcome, ClaimOutcome } from '../sentences/explanation.ts'
import type { CitedClaim } from './cited-claims.ts'
import { speakerOf, speakersOf, type NamedItems } from './named-items.ts'

/** What happened to a challenge, given the claim that makes it. */
export function challengeOutcome(
  answer: Answer,
  claim: CitedClaim,
  items: NamedItems,
): ChallengeOutcome {
  switch (answer.kind) {
    case 'claim':
      return claimOutcome(claim)
    case 'dropped':
      return { kind: 'dropped', at: items.links.get(answer.link)?.at ?? null }
    case 'conceded':
      return { kind: 'conceded', at: items.claims.get(answer.concession)?.assertedAt ?? null }
    case 'not_addressed':
    default:
      return { kind: 'not_addressed', by: speakersOf(answer.by, items) }
  }
}

/** What happened to a claim that is OUT, according to its own status. */
export function claimOutcome({
  status,
  withdrawnAt,
  replacement,
  answeredBy,
}: CitedClaim): ClaimOutcome {
  switch (status) {
    case 'withdrawn':
      return { kind: status, at: withdrawnAt }
    case 'corrected':
      return {
        kind: replacement?.isConcession ? 'given_up' : status,
        at: replacement?.at ?? null,
      }
    case 'countered':
    case 'ruled_against': {
      const named = (answeredBy?.named ?? []).map((speaker) => speakerOf({ id: '', speaker }))
      return { kind: status, by: { named, more: (answeredBy?.count ?? 0) - named.length } }
    }
    case 'basis_lost':
      return { kind: status }
    case 'ruled_for':
    case 'denied':
    case 'disputed':
    case 'admitted':
    case 'answered':
    case 'unchallenged':
    case null:
    default:
      return { kind: 'fallen' }
  }
}

import type { AttackAccount } from '../domain/account.ts'
import type { Status } from '../domain/status.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ChallengeOutcome, ClaimOutcome, Since } from '../sentences/told/outcome.ts'
import type { CitedClaim } from './cited-claims.ts'
import { speakerOf, speakersOf, type NamedItems } from './named-items.ts'

/** What happened to the challenge of `explained` that a claim made. */
export function challengeOutcome(
  { answer, links }: AttackAccount & { readonly answer: NonNullable<AttackAccount['answer']> },
  claim: CitedClaim,
  explained: { readonly id: ClaimId },
  items: NamedItems,
): ChallengeOutcome {
  switch (answer.kind) {
    case 'claim':
      return claimOutcome(claim)
    case 'dropped': {
      const link = items.links.get(answer.link)
      return {
        kind: 'dropped',
        by: speakerOf(link?.from ?? claim),
        side: links.includes(answer.link) ? 'challenger' : 'author',
        at: link?.at ?? null,
      }
    }
    case 'conceded': {
      const concession = items.claims.get(answer.concession)
      return {
        kind: 'conceded',
        by: concession ? speakerOf(concession) : speakerOf(claim),
        side: answer.by,
        as: answer.as,
        at: concession?.assertedAt ?? null,
        isThis: answer.concession === explained.id,
        since: sinceOf(concession?.status ?? null),
      }
    }
    case 'not_addressed':
    default:
      return { kind: 'not_addressed', by: speakersOf(answer.by, items) }
  }
}

/** What has become of a claim, if its author no longer stands by it. */
export function sinceOf(status: Status | null): Since {
  return status === 'withdrawn' || status === 'corrected' ? status : null
}

/** What happened to a claim that is OUT, according to its own status. */
export function claimOutcome(claim: CitedClaim): ClaimOutcome {
  const { kind, status, withdrawnAt, replacement, answeredBy } = claim
  switch (status) {
    case 'withdrawn':
      return { kind: status, by: speakerOf(claim), at: withdrawnAt }
    case 'corrected': {
      const by = speakerOf({ id: '', speaker: replacement?.by ?? claim.speaker })
      const at = replacement?.at ?? null
      if (!replacement?.isConcession) return { kind: status, by, at }
      return { kind: 'given_up', by, at, since: sinceOf(replacement.status) }
    }
    case 'countered':
    case 'ruled_against': {
      const named = (answeredBy?.named ?? []).map((speaker) => speakerOf({ id: '', speaker }))
      const by = { named, more: (answeredBy?.count ?? 0) - named.length }
      return kind === 'ruling' && status === 'ruled_against'
        ? { kind: 'set_aside', by, at: null }
        : { kind: status, by }
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

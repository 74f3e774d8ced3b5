import type { AttackAccount, CiteAccount } from '../domain/account.ts'
import type {
  Attack,
  Explained,
  LostBasis,
  OpenBasis,
  Party,
  QuotedClaim,
  Standing,
  StepAttack,
} from '../sentences/explanation.ts'
import type { CitedClaim } from './cited-claims.ts'
import type { ClaimRow } from './claim-rows.ts'
import { speakerOf, speakersOf, type NamedItems } from './named-items.ts'
import { challengeOutcome, claimOutcome } from './outcomes.ts'

/** The content of a claim's sentence; undefined if the claim has no status. */
export function explainedOf(row: ClaimRow, items: NamedItems): Explained | undefined {
  const standing = standingOf(row, items)
  if (!standing) return undefined
  const given = 'cites' in standing ? standing.cites.length : 0
  return {
    ...standing,
    speaker: speakerOf(row),
    isRuling: row.kind === 'ruling',
    moreCites: given > 0 ? row.cites.length - given : 0,
  }
}

function standingOf(
  { status, withdrawnAt, account, about }: ClaimRow,
  items: NamedItems,
): Standing | undefined {
  const cites = account?.cites ?? []
  switch (status) {
    case 'withdrawn':
      return { status, withdrawnAt }
    case 'corrected':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'replacement' ? { ...quote(claim), relation: cite.relation } : undefined,
        ),
      }
    case 'ruled_against':
    case 'ruled_for':
      return {
        status,
        cites: quoted(cites, items, (_, claim) => ({
          ...quote(claim),
          reference: claim.reference?.title ?? null,
        })),
      }
    case 'basis_lost':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) => lostBasis(cite, claim, items)),
      }
    case 'countered':
    case 'denied':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? attack(cite, claim, about) : undefined,
        ),
      }
    case 'disputed':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? attack(cite, claim, about) : openBasis(cite, claim, items),
        ),
      }
    case 'admitted':
      return {
        status,
        cites: quoted(cites, items, (_, claim) => ({
          ...quote(claim),
          party: partyOf(claim, about),
        })),
      }
    case 'answered':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' && cite.answer
            ? {
                ...attack(cite, claim, about),
                outcome: challengeOutcome(cite.answer, claim, items),
              }
            : undefined,
        ),
      }
    case 'unchallenged':
      return { status, contestedBy: speakersOf(account?.voices ?? null, items) }
    case null:
    default:
      return undefined
  }
}

function quoted<Cite>(
  cites: readonly CiteAccount[],
  { claims }: NamedItems,
  say: (cite: CiteAccount, claim: CitedClaim) => Cite | undefined,
): readonly Cite[] {
  return cites.flatMap((cite) => {
    const claim = claims.get(cite.claim)
    return (claim && say(cite, claim)) ?? []
  })
}

function quote(claim: CitedClaim): QuotedClaim {
  const { words, translated, assertedAt, kind } = claim
  const speaker = speakerOf(claim)
  return { speaker, words, translated, assertedAt, isRuling: kind === 'ruling' }
}

function attack(
  { relation, isSubject }: AttackAccount,
  claim: CitedClaim,
  about: ClaimRow['about'],
): Attack {
  const party = isSubject ? partyOf(claim, about) : null
  return { ...quote(claim), as: 'attack', relation, party }
}

/** To the rules, a spokesperson or a part is the party; readers are told which of them spoke. */
function partyOf({ speaker }: CitedClaim, about: ClaimRow['about']): Party {
  return about.some(({ id }) => id === speaker?.id) ? 'subject' : 'side'
}

function openBasis(
  cite: CiteAccount,
  claim: CitedClaim,
  items: NamedItems,
): OpenBasis | StepAttack | undefined {
  if (cite.as !== 'basis') return stepAttack(cite, claim, items)
  const status = claim.status === 'denied' ? 'denied' : 'disputed'
  return { ...quote(claim), as: 'basis', status }
}

function lostBasis(
  cite: CiteAccount,
  claim: CitedClaim,
  items: NamedItems,
): LostBasis | StepAttack | undefined {
  if (cite.as !== 'basis') return stepAttack(cite, claim, items)
  return { ...quote(claim), as: 'basis', outcome: claimOutcome(claim) }
}

function stepAttack(
  cite: CiteAccount,
  claim: CitedClaim,
  { claims }: NamedItems,
): StepAttack | undefined {
  const basis = cite.as === 'step' ? claims.get(cite.basis) : undefined
  return basis && { ...quote(claim), as: 'step', basis: quote(basis) }
}

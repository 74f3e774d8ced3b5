import type {
  AdmissionAccount,
  AttackAccount,
  CiteAccount,
  Counted,
  ReplacementAccount,
  StoredAccount,
} from '../domain/account.ts'
import { isOtherPoint } from '../sentences/aspect-words.ts'
import type {
  Admission,
  AnsweredAttack,
  Attack,
  Context,
  Explained,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  SetAside,
  Some,
  Standing,
  StepAttack,
} from '../sentences/explanation.ts'
import type { CitedClaim } from './cited-claims.ts'
import { speakerOf, speakersOf, type NamedItems } from './named-items.ts'
import type { ReadableRow } from './readable-account.ts'
import { challengeOutcome, claimOutcome, sinceOf } from './outcomes.ts'
import { partyOf } from './subjects.ts'

/** The content of a claim's sentence; undefined if the claim has no status. */
export function explainedOf(row: ReadableRow, items: NamedItems): Explained | undefined {
  const standing = standingOf(row, items)
  if (!standing) return undefined
  const given = 'cites' in standing ? standing.cites.length : 0
  return {
    ...standing,
    speaker: speakerOf(row),
    isRuling: row.kind === 'ruling',
    moreCites: given > 0 ? row.cites.length - given : 0,
    partly: some(row.account?.partly, (cite) => admission(cite, row, items)),
    gaveUp: some(row.account?.gaveUp, (cite) => conceded(cite, items)),
    setAside: some(row.account?.setAside, (each) => setAside(each, row, items)),
  }
}

function standingOf(row: ReadableRow, items: NamedItems): Standing | undefined {
  const { status, withdrawnAt, account } = row
  const cites = account?.cites ?? []
  switch (status) {
    case 'withdrawn':
      return { status, withdrawnAt }
    case 'corrected':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'replacement' ? replacement(cite, claim, items) : undefined,
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
          cite.as === 'attack' ? attack(cite, claim, row, items) : undefined,
        ),
      }
    case 'disputed':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? attack(cite, claim, row, items) : openBasis(cite, claim, items),
        ),
      }
    case 'admitted':
      return {
        status,
        cites: cites.flatMap((cite) =>
          cite.as === 'admission' ? (admission(cite, row, items) ?? []) : [],
        ),
        all: partyOf(row, account?.subjects ?? [], null),
      }
    case 'answered':
      return {
        status,
        cites: quoted(cites, items, (cite, claim) =>
          cite.as === 'attack' ? answeredAttack(cite, claim, row, items) : undefined,
        ),
      }
    case 'unchallenged':
      return {
        status,
        contestedBy: speakersOf(account?.voices ?? null, items),
        context: some(account?.context, (id) => context(items.claims.get(id))),
      }
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

function some<Stored, Named>(
  stored: Counted<Stored> | undefined,
  say: (each: Stored) => Named | undefined,
): Some<Named> {
  return { named: stored?.named.flatMap((each) => say(each) ?? []) ?? [], more: stored?.more ?? 0 }
}

function quote(claim: CitedClaim): QuotedClaim {
  const { words, translated, assertedAt, wasReworded = false, kind } = claim
  const speaker = speakerOf(claim)
  return { speaker, words, translated, assertedAt, wasReworded, isRuling: kind === 'ruling' }
}

function attack(
  { relation, subjects, links }: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): Attack {
  const party = partyOf(row, subjects, claim.speaker)
  const aspects = links.map((id) => items.links.get(id)?.aspect ?? null)
  const [aspect = null] = aspects
  const isElsewhere = party !== null && isOtherPoint(aspect) && aspects.every(isOtherPoint)
  return { ...quote(claim), as: 'attack', relation, party, otherPoint: isElsewhere ? aspect : null }
}

function answeredAttack(
  cite: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): AnsweredAttack | undefined {
  const { answer } = cite
  if (answer === null) return undefined
  const outcome = challengeOutcome({ ...cite, answer }, claim, row, items)
  return { ...attack(cite, claim, row, items), outcome }
}

function admission(
  { claim: id, subjects }: AdmissionAccount,
  row: ReadableRow,
  { claims }: NamedItems,
): Admission | undefined {
  const claim = claims.get(id)
  return claim && { ...quote(claim), party: partyOf(row, subjects, claim.speaker) }
}

function replacement(
  cite: ReplacementAccount,
  claim: CitedClaim,
  { claims }: NamedItems,
): Replacement {
  const { relation } = cite
  if (relation === 'supersedes') {
    return { ...quote(claim), relation, isReworded: cite.change === 'wording' }
  }
  const accepted = cite.accepted === null ? undefined : claims.get(cite.accepted)
  return {
    ...quote(claim),
    relation,
    accepted: accepted ? quote(accepted) : null,
    since: sinceOf(claim.status),
  }
}

function conceded(cite: ReplacementAccount, items: NamedItems): Replacement | undefined {
  const claim = items.claims.get(cite.claim)
  return claim && replacement(cite, claim, items)
}

function context(claim: CitedClaim | undefined): Context | undefined {
  return claim && { ...quote(claim), since: sinceOf(claim.status) }
}

function setAside(
  { ruling, found, by }: StoredAccount['setAside']['named'][number],
  { id }: ReadableRow,
  { claims }: NamedItems,
): SetAside | undefined {
  const [body, later] = [claims.get(ruling), claims.get(by)]
  if (!body || !later) return undefined
  return {
    body: speakerOf(body),
    found,
    by: speakerOf(later),
    at: later.assertedAt,
    isByThis: by === id,
  }
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

import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Aspect } from '../domain/kinds.ts'
import { isOtherPoint } from '../sentences/aspect-words.ts'
import type {
  AdmissionAccount,
  CiteAccount,
  ReplacementAccount,
  StoredAccount,
} from '../domain/account.ts'
import { quotedMax } from '../domain/enumerate.ts'
import { groupOf, type Status } from '../domain/status.ts'
import type {
  Admission,
  Context,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  RetractedAdmission,
  SetAside,
  StepAttack,
} from '../sentences/explanation.ts'
import type { CitedClaim } from './cited-claims.ts'
import { pointsInForce, pointsMet } from './explained-points.ts'
import { speakerOf, type NamedItems } from './named-items.ts'
import { claimOutcome, sinceOf } from './outcomes.ts'
import type { PartyRemark, Remark } from './remarks.ts'
import type { ReadableRow } from './readable-account.ts'
import { partyOf, remarkingFor } from './subjects.ts'

export function quote(claim: CitedClaim): QuotedClaim {
  const { words, translated, assertedAt, wasReworded = false, kind } = claim
  const speaker = speakerOf(claim)
  return { speaker, words, translated, assertedAt, wasReworded, isRuling: kind === 'ruling' }
}

export function admission(
  { claim: id, subjects }: AdmissionAccount,
  row: ReadableRow,
  { claims }: NamedItems,
): Admission | undefined {
  const claim = claims.get(id)
  return claim && { ...quote(claim), party: partyOf(row, subjects, claim.speaker) }
}

export function retracted(
  cite: AdmissionAccount,
  row: ReadableRow,
  items: NamedItems,
): RetractedAdmission | undefined {
  const [said, claim] = [admission(cite, row, items), items.claims.get(cite.claim)]
  return said && claim && { ...said, outcome: claimOutcome(claim) }
}

export function replacement(
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

export function conceded(cite: ReplacementAccount, items: NamedItems): Replacement | undefined {
  const claim = items.claims.get(cite.claim)
  return claim && replacement(cite, claim, items)
}

export function context(
  claim: CitedClaim | undefined,
  row: ReadableRow,
  { remarks, lang }: NamedItems,
): Context | undefined {
  const said = remarks.get(row.id)?.find((each) => each.claim === claim?.id)
  const isByParty = said?.isByParty ?? false
  // An answer to something else stays what it is, whatever becomes of what it says.
  const isElsewhere = said?.response === 'elsewhere'
  return (
    claim && {
      ...quote(claim),
      since: sinceOf(claim.status),
      isContested: !isElsewhere && isContested(claim.status),
      party: said?.isByParty ? remarkingFor(row, said) : null,
      ...(said ? remarkedOn(said, row, lang) : { response: null }),
      isOfOther: !isByParty,
    }
  )
}

function isContested(status: Status | null): boolean {
  return status !== null && (groupOf[status] === 'open' || groupOf[status] === 'does_not_stand')
}

/** What a party says of a contested claim. Its words are shown among the answers. */
export function remark(
  { claim, speaker, assertedAt, ...said }: PartyRemark,
  row: ReadableRow,
  lang: DisplayLanguage,
): Context {
  return {
    speaker: speakerOf({ id: claim, speaker }),
    words: null,
    translated: null,
    assertedAt,
    isRuling: false,
    since: null,
    party: remarkingFor(row, { claim, speaker }),
    ...remarkedOn(said, row, lang),
  }
}

function remarkedOn(
  { response, meets, aspect }: Pick<Remark, 'response' | 'meets' | 'aspect'>,
  row: ReadableRow,
  lang: DisplayLanguage,
): Pick<Context, 'response' | 'met' | 'metIds' | 'namesNoPoint' | 'otherPoint'> {
  const met = pointsMet(row, new Set(meets), lang)
  const namesNoPoint = pointsInForce(row).length > 0 && met.metIds?.length === 0
  return { response, ...met, namesNoPoint, otherPoint: confinedTo({ aspect }, row) }
}

/** To what a remark is confined, of a claim without points; null if it is on the claim itself. */
export function confinedTo(
  { aspect }: Pick<Remark, 'aspect'>,
  row: Pick<ReadableRow, 'points'>,
): Aspect | null {
  return pointsInForce(row).length === 0 && isOtherPoint(aspect) ? aspect : null
}

export function setAside(
  { ruling, found, by }: StoredAccount['setAside']['named'][number],
  { id, status, account }: ReadableRow,
  { claims }: NamedItems,
): SetAside | undefined {
  const [body, later] = [claims.get(ruling), claims.get(by)]
  if (!body || !later) return undefined
  const answers = status === 'answered' ? (account?.cites.slice(0, quotedMax) ?? []) : []
  // What became of a ruling that is cited is said with it.
  const isTold = answers.some(
    (cite) => cite.claim === ruling && cite.as === 'attack' && cite.answer?.kind === 'claim',
  )
  if (isTold && claimOutcome(body).kind === 'set_aside') return undefined
  return {
    body: speakerOf(body),
    found,
    by: speakerOf(later),
    at: later.assertedAt,
    isByThis: by === id,
  }
}

export function openBasis(
  cite: CiteAccount,
  claim: CitedClaim,
  items: NamedItems,
): OpenBasis | StepAttack | undefined {
  if (cite.as !== 'basis') return stepAttack(cite, claim, items)
  return { ...quote(claim), as: 'basis', status: claim.deniedAs ?? 'disputed' }
}

export function lostBasis(
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

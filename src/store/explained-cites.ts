import type { Aspect } from '../domain/kinds.ts'
import type {
  AdmissionAccount,
  AttackAccount,
  CiteAccount,
  ReplacementAccount,
  StoredAccount,
} from '../domain/account.ts'
import { quotedMax } from '../domain/enumerate.ts'
import { fits } from '../domain/kinds.ts'
import { isOtherPoint } from '../sentences/aspect-words.ts'
import type {
  Admission,
  AnsweredAttack,
  Attack,
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
import { speakerOf, type NamedItems } from './named-items.ts'
import { challengeOutcome, claimOutcome, sinceOf } from './outcomes.ts'
import type { PartyRemark } from './party-remarks.ts'
import type { ReadableRow } from './readable-account.ts'
import { partyOf, remarkingFor } from './subjects.ts'

export function quote(claim: CitedClaim): QuotedClaim {
  const { words, translated, assertedAt, wasReworded = false, kind } = claim
  const speaker = speakerOf(claim)
  return { speaker, words, translated, assertedAt, wasReworded, isRuling: kind === 'ruling' }
}

export function attack(
  { relation, subjects, links }: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): Attack {
  const party = partyOf(row, subjects, claim.speaker)
  const aspects = links.map((id) => items.links.get(id)?.aspect ?? null)
  const [aspect = null] = aspects
  const isElsewhere = party !== null && isOtherPoint(aspect) && aspects.every(isOtherPoint)
  const otherPoint = isElsewhere ? aspect : null
  const isOnRuling = row.kind === 'ruling'
  const touched = party === null ? {} : touchedBy(links, row, items)
  return { ...quote(claim), as: 'attack', relation, party, otherPoint, isOnRuling, ...touched }
}

/**
 * What some links touch together. Without any, the claim answers what is said, not the reverse; but
 * accounts of version 1 of the rules name no links, and no subjects.
 */
function touchedBy(
  ids: AttackAccount['links'],
  row: ReadableRow,
  items: NamedItems,
): Pick<Attack, 'fit' | 'met' | 'metIds'> {
  if (ids.length === 0) return row.account?.subjects.length ? { fit: null } : {}
  const links = ids.flatMap((id) => items.links.get(id) ?? [])
  const met = new Set<string>(links.flatMap(({ meets }) => meets))
  const fit = fits.find((each) => links.some((link) => link.fit === each))
  if (fit === undefined) return {}
  return { fit, ...pointsMet(row, met) }
}

/** Points of a claim that an answer meets: their ids, and their words where these are known. */
function pointsMet(row: ReadableRow, met: ReadonlySet<string>): Pick<Attack, 'met' | 'metIds'> {
  const isMet = (id: string) => met.has(id)
  return { met: pointsInWords(row, isMet), metIds: pointsInForce(row).filter(isMet) }
}

export function pointsInForce({ points }: Pick<ReadableRow, 'points'>): readonly string[] {
  return points.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []))
}

/** Points of a claim that are in force, without those whose words were removed. */
export function pointsInWords(
  { points, words }: Pick<ReadableRow, 'points' | 'words'>,
  isMeant: (id: string) => boolean,
): readonly string[] {
  return points.flatMap(({ id, endedAt }, index) =>
    endedAt === null && isMeant(id) ? (words[`/points/${index}/text`] ?? []) : [],
  )
}

export function answeredAttack(
  cite: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): AnsweredAttack | undefined {
  const { answer } = cite
  if (answer === null) return undefined
  const outcome = challengeOutcome({ ...cite, answer }, claim, row, items)
  const told = { ...attack(cite, claim, row, items), outcome }
  if (outcome.kind !== 'set_aside' || outcome.by.named.length + outcome.by.more > 1) return told
  const later = row.account?.setAside.named.find(({ ruling }) => ruling === cite.claim)
  const at = (later && items.claims.get(later.by)?.assertedAt) ?? null
  return { ...told, outcome: { ...outcome, at } }
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
  { remarks }: NamedItems,
): Context | undefined {
  const said = remarks.get(row.id)?.find((each) => each.claim === claim?.id)
  return (
    claim && {
      ...quote(claim),
      since: sinceOf(claim.status),
      party: said ? remarkingFor(row, said.speaker) : null,
      ...(said ? remarkedOn(said, row) : { response: null }),
    }
  )
}

/** What a party says of a contested claim. Its words are shown among the answers. */
export function remark({ claim, speaker, ...said }: PartyRemark, row: ReadableRow): Context {
  return {
    speaker: speakerOf({ id: claim, speaker }),
    words: null,
    translated: null,
    assertedAt: null,
    isRuling: false,
    since: null,
    party: remarkingFor(row, speaker),
    ...remarkedOn(said, row),
  }
}

function remarkedOn(
  { response, meets, aspect }: Pick<PartyRemark, 'response' | 'meets' | 'aspect'>,
  row: ReadableRow,
): Pick<Context, 'response' | 'met' | 'metIds' | 'namesNoPoint' | 'otherPoint'> {
  const met = pointsMet(row, new Set(meets))
  const namesNoPoint = pointsInForce(row).length > 0 && met.metIds?.length === 0
  return { response, ...met, namesNoPoint, otherPoint: confinedTo({ aspect }, row) }
}

/** To what a remark is confined, of a claim without points; null if it is on the claim itself. */
export function confinedTo(
  { aspect }: Pick<PartyRemark, 'aspect'>,
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
  const status = claim.status === 'denied' ? 'denied' : 'disputed'
  return { ...quote(claim), as: 'basis', status }
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

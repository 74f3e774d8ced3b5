import type { StoredBadges } from '../domain/badges.ts'
import type { ClaimId } from '../domain/ids.ts'
import { relations, type Attribution, type Relation } from '../domain/kinds.ts'
import { admissionCites } from './cites.ts'
import { groupOf } from './groups.ts'
import { isLive } from './lifecycle.ts'
import { linksAt, otherEnd } from './links.ts'
import { countPrincipals } from './principals.ts'
import type { RecordClaim, RecordLink, RecordView } from './record.ts'
import { sameSide, speaksAsSubject } from './sides.ts'
import type { LabelView } from './label-view.ts'
import { compareTimes } from './time.ts'

/** Facts that badges show and the rules do not read. */
export interface BadgeFacts {
  /** The attribution of each citation of a claim. */
  attributionsOf(claim: ClaimId): readonly Attribution[]
  /** Whether a fact-checker speaks the claim, which rates something. */
  isRating(claim: ClaimId): boolean
}

/** The badges of semantics.md §1.6; undefined for a claim that is voided or missing. */
export function badgesOf(
  record: RecordView,
  labels: LabelView,
  facts: BadgeFacts,
  id: ClaimId,
): StoredBadges | undefined {
  const claim = record.claim(id)
  if (claim === undefined || claim.voided) return undefined
  return {
    qualified: claimsOnto(record, id, 'qualifies').length,
    alsoAssertedBy: countPrincipals(record, othersAsserting(record, labels, claim)),
    reasonsOffered: countPrincipals(record, claimsOnto(record, id, 'supports')),
    deniedBySubject: isDeniedBySubject(record, labels, claim),
    admittedBySubject: admissionCites(record, labels, claim).length > 0,
    figuresConflict: hasConflictingFigure(record, claim),
    secondHandOnly: facts.attributionsOf(id).every((attribution) => attribution === 'relay'),
    contestedInference: contestsOpenStep(record, labels, id),
    ratings: ratingsOf(record, labels, facts, id),
  }
}

/** The distinct claims with a live link of one relation onto a claim. */
function claimsOnto(record: RecordView, id: ClaimId, relation: Relation): readonly RecordClaim[] {
  const live = record.linksOnto(id, relation).filter((link) => isLive(record, link))
  return found(record, new Set(live.map(({ from }) => from)))
}

/** The other members of its restatement group that still hold and are not on its own side. */
function othersAsserting(
  record: RecordView,
  labels: LabelView,
  claim: RecordClaim,
): readonly RecordClaim[] {
  const active = groupOf(record, claim.id).filter(
    (member) => member !== claim.id && !labels.isForced(member),
  )
  return found(record, active).filter(
    (member) => !sameSide(record, member.speaker, claim.speaker, member.assertedAt),
  )
}

function isDeniedBySubject(record: RecordView, labels: LabelView, claim: RecordClaim): boolean {
  return labels.attacksOnto(claim.id).some(({ source, label }) => {
    const speaking = record.claim(source)
    return label !== 'OUT' && speaking !== undefined && speaksAsSubject(record, speaking, claim)
  })
}

function hasConflictingFigure(record: RecordView, claim: RecordClaim): boolean {
  if (claim.kind !== 'figure') return false
  return linksAt(record, claim.id, 'rebuts').some((link) => {
    const other = otherEnd(link, claim.id)
    return isLive(record, link) && other !== undefined && record.claim(other)?.kind === 'figure'
  })
}

/** Whether the claim undercuts a link and it is open whether it succeeds. */
function contestsOpenStep(record: RecordView, labels: LabelView, id: ClaimId): boolean {
  return record.linksFrom(id, 'undercuts').some((undercut) => {
    if (!('link' in undercut.to)) return false
    return labels
      .attacksOnto(undercut.to.link)
      .some((attack) => attack.link === undercut.id && attack.label === 'UNDEC')
  })
}

/** Ratings that were not withdrawn, earliest first. */
function ratingsOf(
  record: RecordView,
  labels: LabelView,
  facts: BadgeFacts,
  id: ClaimId,
): readonly ClaimId[] {
  const links: readonly RecordLink[] = relations.flatMap((relation) =>
    record.linksOnto(id, relation),
  )
  const rating = links
    .filter((link) => isLive(record, link) && facts.isRating(link.from))
    .map(({ from }) => from)
  return found(record, new Set(rating))
    .filter((claim) => !labels.isForced(claim.id))
    .toSorted((a, b) => compareTimes(a.assertedAt, b.assertedAt) || (a.id < b.id ? -1 : 1))
    .map((claim) => claim.id)
}

function found(record: RecordView, ids: Iterable<ClaimId>): readonly RecordClaim[] {
  return [...ids].flatMap((id) => record.claim(id) ?? [])
}

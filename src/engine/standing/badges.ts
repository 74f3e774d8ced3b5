import type { PartlyAdmitted, StoredBadges } from '../../domain/badges.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { relations, type Relation } from '../../domain/kinds.ts'
import { compareStarts } from '../../domain/world-time.ts'
import type { BadgeFacts } from '../record/partial-facts.ts'
import { admissionsOf, isAdmitted, type Admissions } from './admissions.ts'
import { attacksOntoClaim, undercutsOnto } from './attacks.ts'
import { earlierVersionOf } from './earlier-versions.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive } from '../reading/lifecycle.ts'
import { linksAt, otherEnd } from '../record/links.ts'
import { countPrincipals } from './principals.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { RecordClaim, RecordView } from '../record/record.ts'
import { setAsideOf } from './set-aside.ts'
import { areOfOneVoice } from '../reading/voice.ts'

/**
 * The badges of the rules, 1.6. Undefined for a claim that is voided or missing.
 */
export function badgesOf(
  record: RecordView,
  labels: LabelView,
  facts: BadgeFacts,
  id: ClaimId,
): StoredBadges | undefined {
  const reading = readingOf(record)
  const claim = reading.claim(id)
  if (claim === undefined || claim.voided) return undefined
  const admissions = admissionsOf(reading, labels, id)
  return {
    qualified: claimsOnto(reading, id, 'qualifies').length,
    alsoAssertedBy: countPrincipals(reading, othersAsserting(reading, labels, claim)),
    reasonsOffered: countPrincipals(reading, claimsOnto(reading, id, 'supports')),
    deniedBySubject: isDenied(reading, labels, id),
    admittedBySubject: isAdmitted(admissions),
    partlyAdmitted: partlyAdmittedOf(admissions),
    setAside: setAsideOf(reading, labels, id),
    earlierVersion: earlierVersionOf(reading, facts, id) ?? null,
    figuresConflict: hasConflictingFigure(reading, claim),
    secondHandOnly: facts.attributionsOf(id).every((attribution) => attribution === 'relay'),
    contestedInference: contestsOpenStep(reading, labels, id),
    ratings: ratingsOf(reading, labels, facts, id),
  }
}

/** The distinct claims with a live link of one relation onto a claim. */
function claimsOnto(reading: Reading, id: ClaimId, relation: Relation): readonly RecordClaim[] {
  const live = reading.linksOnto(id, relation).filter(isLive)
  return found(reading, new Set(live.map(({ from }) => from)))
}

/** The other members of its restatement group that still hold and are not of its own voice. */
function othersAsserting(
  reading: Reading,
  labels: LabelView,
  { id, speaker }: RecordClaim,
): readonly RecordClaim[] {
  const active = reading.group(id).filter((member) => member !== id && !labels.isForced(member))
  return found(reading, active).filter(
    (member) => !areOfOneVoice(reading, member.speaker, speaker, reading.at(member.id)),
  )
}

function isDenied(reading: Reading, labels: LabelView, id: ClaimId): boolean {
  return attacksOntoClaim(reading, labels, id).some(
    ({ source, label }) => label !== 'OUT' && speaksForSubject(reading, source, id),
  )
}

/** Some but not all of the subjects admit it. */
function partlyAdmittedOf(admissions: Admissions): PartlyAdmitted | null {
  const by = [...admissions].flatMap(([subject, claims]) => (claims.length > 0 ? [subject] : []))
  return by.length > 0 && by.length < admissions.size ? { by, of: admissions.size } : null
}

function hasConflictingFigure(reading: Reading, { id, kind }: RecordClaim): boolean {
  if (kind !== 'figure') return false
  return linksAt(reading, id, 'rebuts').some((link) => {
    const other = otherEnd(link, id)
    return isLive(link) && other !== undefined && reading.claim(other)?.kind === 'figure'
  })
}

/** Whether the claim undercuts a link and it is open whether it succeeds. */
function contestsOpenStep(reading: Reading, labels: LabelView, id: ClaimId): boolean {
  return reading.linksFrom(id, 'undercuts').some((undercut) => {
    if (!('link' in undercut.to)) return false
    return undercutsOnto(reading, labels, undercut.to.link).some(
      (attack) => attack.link === undercut.id && attack.label === 'UNDEC',
    )
  })
}

/** Ratings that were not withdrawn, earliest first. */
function ratingsOf(
  reading: Reading,
  labels: LabelView,
  facts: BadgeFacts,
  id: ClaimId,
): readonly ClaimId[] {
  const links = relations.flatMap((relation) => reading.linksOnto(id, relation))
  const rating = links.filter((link) => isLive(link) && facts.isRating(link.from))
  return found(reading, new Set(rating.map(({ from }) => from)))
    .filter((claim) => !labels.isForced(claim.id))
    .toSorted((a, b) => compareStarts(a.assertedAt, b.assertedAt) || (a.id < b.id ? -1 : 1))
    .map((claim) => claim.id)
}

function found(reading: Reading, ids: Iterable<ClaimId>): readonly RecordClaim[] {
  return [...ids].flatMap((id) => reading.claim(id) ?? [])
}

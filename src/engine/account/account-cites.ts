import type {
  AdmissionAccount,
  AttackAccount,
  CiteAccount,
  FindingAccount,
  ReplacementAccount,
} from '../../domain/account.ts'
import { namedMax } from '../../domain/enumerate.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { answerOf, concessionAs } from './answers.ts'
import { attacksOntoClaim, undercutsOnto, type Attack } from '../standing/attacks.ts'
import { openMembers, reliances } from '../standing/bases.ts'
import { metBy, pointsOf } from '../standing/fit.ts'
import { givenUpOf } from '../reading/concessions.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import { isLive } from '../reading/lifecycle.ts'
import { targetClaim } from '../record/links.ts'
import { lostBasisNode } from '../graph/nodes.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'
import { spokenFor } from './spoken-for.ts'

export function admissionAccount(
  reading: Reading,
  id: ClaimId,
  admission: ClaimId,
): AdmissionAccount {
  return { as: 'admission', claim: admission, subjects: spokenFor(reading, admission, id) }
}

export function replacementAccount(
  reading: Reading,
  id: ClaimId,
  cite: ClaimId,
): ReplacementAccount {
  const corrections = reading
    .linksOnto(id, 'supersedes')
    .filter((link) => link.from === cite && isLive(link))
  if (corrections.length > 0) {
    const isReworded = corrections.some(({ change }) => change === 'wording')
    const change = isReworded ? 'wording' : 'substance'
    return { as: 'replacement', claim: cite, relation: 'supersedes', change }
  }
  const accepted = acceptedBy(reading, id, cite)
  const relation = accepted === null ? 'concedes' : concessionAs(reading, cite, accepted)
  return { as: 'replacement', claim: cite, relation, accepted }
}

/** Of what a claim opposed, that which its side accepted: as the concession names it, if it does. */
function acceptedBy(reading: Reading, id: ClaimId, concession: ClaimId): ClaimId | null {
  const givenUp = rebuttalsOf(reading, id).filter(({ link }) =>
    givenUpOf(reading, link).get(id)?.includes(concession),
  )
  const opposed = new Set(givenUp.flatMap(({ others }) => others))
  const named = reading
    .linksFrom(concession, 'concedes')
    .filter((link) => isLive(link))
    .flatMap((link) => targetClaim(link) ?? [])
  const [accepted] = named.filter((each) => opposed.has(each)).toSorted()
  if (accepted !== undefined) return accepted
  const [other] = givenUp
    .flatMap(({ link }) => [link.from, targetClaim(link) ?? link.from])
    .filter((each) => opposed.has(each) && each !== concession)
    .toSorted()
  return other ?? null
}

/** The attacks for which a claim is cited, by status: all, those that win, those still open. */
const counts = {
  answered: () => true,
  countered: ({ label, twoWay }: Attack) => label === 'IN' && !twoWay,
  denied: ({ label }: Attack) => label !== 'OUT',
  disputed: ({ label }: Attack) => label !== 'OUT',
}
type Attacked = keyof typeof counts

/** A ruling against a claim, or against what the claim answers. */
export function findingAgainst(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
  cite: ClaimId,
): FindingAccount {
  const { links, reverse } = attackAccount(reading, labels, claim, cite, 'countered')
  return { as: 'finding', claim: cite, links, ...(reverse && { reverse }) }
}

export function attackAccount(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
  cite: ClaimId,
  status: Attacked,
): AttackAccount {
  const attacks = attacksOntoClaim(reading, labels, claim).filter(
    (attack) => attack.source === cite && counts[status](attack),
  )
  const all = attacks
    .flatMap(({ link }) => reading.link(link) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const own = answering(reading, cite, claim, all)
  // What answers says more of an attack than what is answered.
  const isReverse = own.length === 0 || isMetInReverse(reading, { cite, claim, all, own })
  const links = isReverse ? answering(reading, claim, cite, all) : own
  const link = links.find(({ relation }) => relation === 'rebuts') ?? links[0]
  const told = links
    .filter(({ relation }) => relation === link?.relation)
    .slice(0, namedMax)
    .map(({ id }) => id)
  return {
    as: 'attack',
    claim: cite,
    relation: link?.relation === 'rebuts' ? 'rebuts' : 'undercuts',
    subjects: spokenFor(reading, cite, claim),
    ...(isReverse ? { links: [], reverse: told } : { links: told }),
    answer:
      status === 'answered' && link
        ? answerOf(reading, labels, link, { source: cite, target: claim })
        : null,
  }
}

/**
 * The links that start on the side of the cite: first those between the two claims themselves, then
 * those that start at the cite.
 */
function answering(
  reading: Reading,
  cite: ClaimId,
  claim: ClaimId,
  links: readonly RecordLink[],
): readonly RecordLink[] {
  const isBetween = (link: RecordLink) => link.from === cite && targetClaim(link) === claim
  const own = links.filter(({ from }) => reading.group(cite).includes(from))
  const rank = (link: RecordLink) => (isBetween(link) ? 0 : link.from === cite ? 1 : 2)
  return own.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * Whether the claim rebuts what the cite says, and the cite answers something else of the claim. The
 * two contradict each other then, however little its own links say.
 */
function isMetInReverse(
  reading: Reading,
  {
    cite,
    claim,
    all,
    own,
  }: {
    readonly cite: ClaimId
    readonly claim: ClaimId
    readonly all: readonly RecordLink[]
    readonly own: readonly RecordLink[]
  },
): boolean {
  const meets = (link: RecordLink, target: ClaimId) =>
    link.relation === 'rebuts' && isLive(link) && metBy(link, pointsOf(reading, target)).length > 0
  return (
    all.some((link) => link.from === claim && targetClaim(link) === cite && meets(link, cite)) &&
    !own.some((link) => meets(link, targetClaim(link) ?? claim))
  )
}

/** Whether a cite is an open or lost basis, or attacks the step from one. */
export function relianceAccount(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  cite: ClaimId,
  label: 'UNDEC' | 'OUT',
): CiteAccount {
  const all = reliances(reading, id).toSorted((a, b) => (a.link.id < b.link.id ? -1 : 1))
  const isBasis = all.some(({ link, basis }) => {
    const lost = labels.label(lostBasisNode(link.id))
    if (label === 'OUT') return lost === 'IN' && basis === cite
    return lost === 'UNDEC' && openMembers(reading, labels, basis).includes(cite)
  })
  if (isBasis) return { as: 'basis', claim: cite }
  const step = all.find(
    ({ link }) =>
      labels.label(link.id) === label &&
      undercutsOnto(reading, labels, link.id).some(
        (attack) => attack.source === cite && attack.label !== 'OUT',
      ),
  )
  const basis = step && targetClaim(step.link)
  return basis === undefined ? { as: 'basis', claim: cite } : { as: 'step', claim: cite, basis }
}

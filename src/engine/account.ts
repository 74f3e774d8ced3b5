import type { AttackAccount, CiteAccount, StoredAccount } from '../domain/account.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId } from '../domain/ids.ts'
import { answerOf } from './answers.ts'
import { attacksOntoClaim, attacksOntoLink, type Attack } from './attacks.ts'
import { openMembers, reliances } from './bases.ts'
import { speaksForSubject } from './concessions.ts'
import { targetClaim } from './links.ts'
import { lostBasisNode } from './nodes.ts'
import { readingOf, type Reading } from './reading.ts'
import type { RecordView } from './record.ts'
import type { Judgement } from './status.ts'
import type { LabelView } from './label-view.ts'
import { contestersOf, voicesOf } from './voices.ts'

/** The reasons for a claim's status: what its sentence needs beyond status and cites. */
export function accountOf(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
  { status, cites }: Judgement,
): StoredAccount | null {
  const reading = readingOf(record)
  const claim = reading.claim(id)
  if (claim === undefined) return null
  const named = cites.slice(0, namedMax)
  switch (status) {
    case 'corrected':
      return telling(named.map((cite) => replacement(reading, id, cite)))
    case 'ruled_against':
    case 'ruled_for': {
      const findings = named.map((claim) => ({ as: 'finding', claim }) as const)
      return { cites: findings, voices: voicesOf(reading, cites) }
    }
    case 'admitted':
      return telling(named.map((claim) => ({ as: 'admission', claim })))
    case 'countered':
    case 'answered':
      return telling(named.map((cite) => attack(reading, labels, id, cite, status)))
    case 'denied':
    case 'disputed': {
      const isAttacked = attacksOntoClaim(reading, labels, id).some(({ label }) => label !== 'OUT')
      return telling(
        named.map((cite) =>
          isAttacked
            ? attack(reading, labels, id, cite, status)
            : relianceAccount(reading, labels, id, cite, 'UNDEC'),
        ),
      )
    }
    case 'basis_lost':
      return telling(named.map((cite) => relianceAccount(reading, labels, id, cite, 'OUT')))
    case 'unchallenged': {
      const contesters = claim.kind === 'ruling' ? contestersOf(reading, labels, id) : []
      return contesters.length > 0 ? { cites: [], voices: voicesOf(reading, contesters) } : null
    }
    case 'withdrawn':
    default:
      return null
  }
}

function telling(cites: readonly CiteAccount[]): StoredAccount {
  return { cites, voices: null }
}

function replacement(reading: Reading, id: ClaimId, cite: ClaimId): CiteAccount {
  const isCorrection = reading
    .linksOnto(id, 'supersedes')
    .some(({ from, ended }) => from === cite && !ended)
  return { as: 'replacement', claim: cite, relation: isCorrection ? 'supersedes' : 'concedes' }
}

/** The attacks for which a claim is cited, by status: all, those that win, those still open. */
const counts = {
  answered: () => true,
  countered: ({ label, twoWay }: Attack) => label === 'IN' && !twoWay,
  denied: ({ label }: Attack) => label !== 'OUT',
  disputed: ({ label }: Attack) => label !== 'OUT',
}

function attack(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
  cite: ClaimId,
  status: keyof typeof counts,
): AttackAccount {
  const attacks = attacksOntoClaim(reading, labels, claim).filter(
    (attack) => attack.source === cite && counts[status](attack),
  )
  const links = attacks
    .flatMap(({ link }) => reading.link(link) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const link = links.find(({ relation }) => relation === 'rebuts') ?? links[0]
  return {
    as: 'attack',
    claim: cite,
    relation: link?.relation === 'rebuts' ? 'rebuts' : 'undercuts',
    isSubject: speaksForSubject(reading, cite, claim),
    answer:
      status === 'answered' && link
        ? answerOf(reading, labels, link, { source: cite, target: claim })
        : null,
  }
}

/** Whether a cite is an open or lost basis, or attacks the step from one. */
function relianceAccount(
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
      attacksOntoLink(reading, labels, link.id).some(
        (attack) => attack.source === cite && attack.label !== 'OUT',
      ),
  )
  const basis = step && targetClaim(step.link)
  return basis === undefined ? { as: 'basis', claim: cite } : { as: 'step', claim: cite, basis }
}

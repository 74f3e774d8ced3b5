import type { AttackAccount, CiteAccount, StoredAccount } from '../domain/account.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId } from '../domain/ids.ts'
import { answerOf } from './answers.ts'
import { openMembers, reliances } from './cites.ts'
import { targetClaim } from './links.ts'
import { lostBasisNode } from './nodes.ts'
import type { RecordClaim, RecordView } from './record.ts'
import { speaksAsSubject } from './sides.ts'
import type { Judgement } from './status.ts'
import type { Attack, LabelView } from './label-view.ts'
import { contestersOf, voicesOf } from './voices.ts'

/** The reasons for a claim's status: what its sentence needs beyond status and cites. */
export function accountOf(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
  { status, cites }: Judgement,
): StoredAccount | null {
  const claim = record.claim(id)
  if (claim === undefined) return null
  const named = cites.slice(0, namedMax)
  switch (status) {
    case 'corrected':
      return telling(named.map((cite) => replacement(record, id, cite)))
    case 'ruled_against':
    case 'ruled_for': {
      const findings = named.map((claim) => ({ as: 'finding', claim }) as const)
      return { cites: findings, voices: voicesOf(record, cites) }
    }
    case 'admitted':
      return telling(named.map((claim) => ({ as: 'admission', claim })))
    case 'countered':
    case 'answered':
      return telling(named.map((cite) => attack(record, labels, claim, cite, status)))
    case 'denied':
    case 'disputed': {
      const isAttacked = labels.attacksOnto(id).some(({ label }) => label !== 'OUT')
      return telling(
        named.map((cite) =>
          isAttacked
            ? attack(record, labels, claim, cite, status)
            : relianceAccount(record, labels, id, cite, 'UNDEC'),
        ),
      )
    }
    case 'basis_lost':
      return telling(named.map((cite) => relianceAccount(record, labels, id, cite, 'OUT')))
    case 'unchallenged': {
      const contesters = claim.kind === 'ruling' ? contestersOf(record, labels, id) : []
      return contesters.length > 0 ? { cites: [], voices: voicesOf(record, contesters) } : null
    }
    case 'withdrawn':
    default:
      return null
  }
}

function telling(cites: readonly CiteAccount[]): StoredAccount {
  return { cites, voices: null }
}

function replacement(record: RecordView, id: ClaimId, cite: ClaimId): CiteAccount {
  const isCorrection = record
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
  record: RecordView,
  labels: LabelView,
  claim: RecordClaim,
  cite: ClaimId,
  status: keyof typeof counts,
): AttackAccount {
  const attacks = labels
    .attacksOnto(claim.id)
    .filter((attack) => attack.source === cite && counts[status](attack))
  const links = attacks
    .flatMap(({ link }) => record.link(link) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const link = links.find(({ relation }) => relation === 'rebuts') ?? links[0]
  const speaking = record.claim(cite)
  return {
    as: 'attack',
    claim: cite,
    relation: link?.relation === 'rebuts' ? 'rebuts' : 'undercuts',
    isSubject: speaking !== undefined && speaksAsSubject(record, speaking, claim),
    answer: status === 'answered' && link ? answerOf(record, labels, link, cite) : null,
  }
}

/** Whether a cite is an open or lost basis, or attacks the step from one. */
function relianceAccount(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
  cite: ClaimId,
  label: 'UNDEC' | 'OUT',
): CiteAccount {
  const all = reliances(record, id).toSorted((a, b) => (a.link.id < b.link.id ? -1 : 1))
  const isBasis = all.some(({ link, basis }) => {
    const lost = labels.label(lostBasisNode(link.id))
    if (label === 'OUT') return lost === 'IN' && basis === cite
    return lost === 'UNDEC' && openMembers(record, labels, basis).includes(cite)
  })
  if (isBasis) return { as: 'basis', claim: cite }
  const step = all.find(
    ({ link }) =>
      labels.label(link.id) === label &&
      labels
        .attacksOnto(link.id)
        .some((attack) => attack.source === cite && attack.label !== 'OUT'),
  )
  const basis = step && targetClaim(step.link)
  return basis === undefined ? { as: 'basis', claim: cite } : { as: 'step', claim: cite, basis }
}

import type { ClaimId } from '../domain/ids.ts'
import type { Label, Status } from '../domain/status.ts'
import {
  admissionCites,
  attackCites,
  disputedBasisCites,
  inOrder,
  lostBasisCites,
  rulingCites,
  type Cite,
} from './cites.ts'
import { supersedersOf } from './lifecycle.ts'
import type { RecordClaim, RecordView } from './record.ts'
import { speaksAsSubject } from './sides.ts'
import type { Attack, LabelView } from './label-view.ts'

/** The judgement of a claim. Cites are complete, in the order in which to name them. */
export interface Judgement {
  readonly label: Label
  readonly status: Status
  readonly cites: readonly ClaimId[]
}

/** The table of semantics.md §1.6; undefined for a claim that is voided or missing. */
export function statusOf(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
): Judgement | undefined {
  const claim = record.claim(id)
  if (claim === undefined || claim.voided) return undefined
  const label = labels.label(id)
  const [status, cites] = firstRow(record, labels, claim, label)
  return { label, status, cites: inOrder(record, claim, cites) }
}

type Row = readonly [Status, readonly Cite[]]

function firstRow(record: RecordView, labels: LabelView, claim: RecordClaim, label: Label): Row {
  if (claim.withdrawn) return ['withdrawn', []]
  if (labels.isForced(claim.id)) {
    return ['corrected', supersedersOf(record, claim).map((id) => ({ claim: id, oneWay: false }))]
  }
  const attacks = labels.attacksOnto(claim.id)
  const winning = attacks.filter((attack) => attack.label === 'IN' && !attack.twoWay)
  if (label === 'OUT') {
    const against = winning.filter((attack) => record.claim(attack.source)?.kind === 'ruling')
    if (against.length > 0) return ['ruled_against', attackCites(against)]
  }

  const rulings = rulingCites(record, labels, claim.id)
  if (rulings.length > 0) return ['ruled_for', rulings]

  if (label === 'OUT') {
    const lost = lostBasisCites(record, labels, claim.id)
    return lost.length > 0 ? ['basis_lost', lost] : ['countered', attackCites(winning)]
  }
  if (label === 'UNDEC') return openRow(record, labels, claim, attacks)

  const admissions = admissionCites(record, labels, claim)
  if (admissions.length > 0) return ['admitted', admissions]
  return attacks.length > 0 ? ['answered', attackCites(attacks)] : ['unchallenged', []]
}

function openRow(
  record: RecordView,
  labels: LabelView,
  claim: RecordClaim,
  attacks: readonly Attack[],
): Row {
  const standing = attacks.filter((attack) => attack.label !== 'OUT')
  const isDenied = standing.some(({ source }) => {
    const speaking = record.claim(source)
    return speaking !== undefined && speaksAsSubject(record, speaking, claim)
  })
  const cites =
    standing.length > 0 ? attackCites(standing) : disputedBasisCites(record, labels, claim.id)
  return [isDenied ? 'denied' : 'disputed', cites]
}

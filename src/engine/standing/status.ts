import type { ClaimId } from '../../domain/ids.ts'
import type { Label, Status } from '../../domain/status.ts'
import { admissionsOf, isAdmitted } from './admissions.ts'
import { attacksOntoClaim, isWinning, type Attack } from './attacks.ts'
import { disputedBases, lostBases } from './bases.ts'
import { inOrder } from './cites.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import type { LabelView } from '../graph/label-view.ts'
import { supersedersOf } from '../reading/lifecycle.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { RecordClaim, RecordView } from '../record/record.ts'

/** The judgement of a claim. Cites are complete, in the order in which to name them. */
export interface Judgement {
  readonly label: Label
  readonly status: Status
  readonly cites: readonly ClaimId[]
}

/** The table of the rules, 1.6; undefined for a claim that is voided or missing. */
export function statusOf(
  record: RecordView,
  labels: LabelView,
  id: ClaimId,
): Judgement | undefined {
  const reading = readingOf(record)
  const claim = reading.claim(id)
  if (claim === undefined || claim.voided) return undefined
  const label = labels.label(id)
  const [status, cites] = firstRow(reading, labels, claim, label)
  return { label, status, cites: inOrder(reading, labels, claim, cites) }
}

type Row = readonly [Status, readonly ClaimId[]]

function firstRow(reading: Reading, labels: LabelView, claim: RecordClaim, label: Label): Row {
  const { id } = claim
  if (claim.withdrawn) return ['withdrawn', []]
  if (labels.isForced(id)) return ['corrected', supersedersOf(reading, id)]
  const attacks = attacksOntoClaim(reading, labels, id)
  const winning = attacks.filter(isWinning)
  if (label === 'OUT') {
    const against = winning.filter(({ source }) => reading.isRuling(source))
    if (against.length > 0) return ['ruled_against', sourcesOf(against)]
  }

  const rulings = reading.group(id).filter((member) => member !== id && reading.isRuling(member))
  const standing = rulings.filter((ruling) => labels.label(ruling) === 'IN')
  if (standing.length > 0) return ['ruled_for', standing]

  if (label === 'OUT') {
    const lost = lostBases(reading, labels, id)
    return lost.length > 0 ? ['basis_lost', lost] : ['countered', sourcesOf(winning)]
  }
  if (label === 'UNDEC') return openRow(reading, labels, id, attacks)

  const admissions = admissionsOf(reading, labels, id)
  if (isAdmitted(admissions)) return ['admitted', [...admissions.values()].flat()]
  return attacks.length > 0 ? ['answered', sourcesOf(attacks)] : ['unchallenged', []]
}

function openRow(
  reading: Reading,
  labels: LabelView,
  id: ClaimId,
  attacks: readonly Attack[],
): Row {
  const open = attacks.filter(({ label }) => label !== 'OUT')
  const isDenied = open.some(({ source }) => speaksForSubject(reading, source, id))
  return [
    isDenied ? 'denied' : 'disputed',
    open.length > 0 ? sourcesOf(open) : disputedBases(reading, labels, id),
  ]
}

/** For an attack by a restatement, the claim to cite is its source, not the link's `from`. */
function sourcesOf(attacks: readonly Attack[]): readonly ClaimId[] {
  return attacks.map(({ source }) => source)
}

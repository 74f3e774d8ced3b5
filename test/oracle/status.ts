import type { Status } from '../../src/domain/status.ts'
import { claimNode, isSuperseded } from './dependencies.ts'
import {
  admissions,
  arcsOnto,
  isDenied,
  lostBases,
  rulingsAgainst,
  rulingsFor,
  type Labelled,
} from './findings.ts'
import { given } from './reading.ts'
import type { PlainClaim } from './record.ts'

/** The table of rules/1.md §1.6: the first row that matches. */
export function statusOf(record: Labelled, claim: PlainClaim): Status {
  const label = given(record.labels, claimNode(claim.id))
  if (claim.withdrawn) return 'withdrawn'
  if (isSuperseded(record, claim.id)) return 'corrected'
  if (label === 'OUT' && rulingsAgainst(record, claim).length > 0) return 'ruled_against'
  if (rulingsFor(record, claim).length > 0) return 'ruled_for'
  if (label === 'OUT' && lostBases(record, claim).length > 0) return 'basis_lost'
  if (label === 'OUT') return 'countered'
  if (label === 'UNDEC' && isDenied(record, claim)) return 'denied'
  if (label === 'UNDEC') return 'disputed'
  if (admissions(record, claim).length > 0) return 'admitted'
  if (arcsOnto(record, claimNode(claim.id)).length > 0) return 'answered'
  return 'unchallenged'
}

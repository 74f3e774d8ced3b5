import type { ClaimId } from '../../domain/ids.ts'
import type { Affected } from './affected-items.ts'
import { targetClaim } from '../record/links.ts'

/**
 * Everything that depends on a claim's kind, speaker, subjects or date, or on which claims are its
 * versions. What was so before the change is not known here, so nothing is left out because of what
 * is so now.
 */
export function affectByClaim(affected: Affected, id: ClaimId): void {
  const { reading } = affected
  const claim = reading.current(id)
  if (!affected.isFirst(claim)) return
  affected.addClaims(reading.versions(claim).all)
  affected.addGroup(claim)
  affected.addParties(reading.group(claim))
  affected.addLinks(reading.linksFrom(claim, 'undercuts'))
  affected.addLinks(reading.undercutsOfLinksOf(claim))
  for (const concession of reading.linksFrom(claim, 'concedes')) {
    const conceded = targetClaim(concession)
    if (conceded !== undefined) affected.addGroup(conceded)
  }
}

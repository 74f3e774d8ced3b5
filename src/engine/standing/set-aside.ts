import type { ClaimId } from '../../domain/ids.ts'
import type { SetAside } from '../../domain/badges.ts'
import { attacksOntoClaim } from './attacks.ts'
import { rivalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import type { Reading } from '../reading/reading.ts'
import { isWinning } from './status.ts'

/**
 * The rulings that once stood for or against a claim and that other rulings set aside, each with
 * these; earlier ids first.
 */
export function setAsideOf(
  reading: Reading,
  labels: LabelView,
  claim: ClaimId,
): readonly SetAside[] {
  const beside = new Set([...reading.group(claim), ...rivalsOf(reading, claim)])
  return [...beside]
    .filter((id) => id !== claim && reading.isRuling(id))
    .sort()
    .map((ruling) => ({ ruling, by: settingAside(reading, labels, ruling) }))
    .filter(({ by }) => by.length > 0)
}

function settingAside(reading: Reading, labels: LabelView, ruling: ClaimId): readonly ClaimId[] {
  const winning = reading
    .linksOnto(ruling, 'undercuts')
    .some((link) => !link.ended && reading.isRuling(link.from))
  if (!winning) return []
  const undercuts = new Set(reading.linksOnto(ruling, 'undercuts').map(({ id }) => id))
  return attacksOntoClaim(reading, labels, ruling)
    .filter((attack) => isWinning(attack) && undercuts.has(attack.link))
    .map(({ source }) => source)
    .sort()
}

import type { ClaimId } from '../../domain/ids.ts'
import type { SetAside } from '../../domain/badges.ts'
import { isWinning, undercutsOnto } from './attacks.ts'
import { rivalsOf } from '../reading/groups.ts'
import type { LabelView } from '../graph/label-view.ts'
import type { Reading } from '../reading/reading.ts'

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
  return undercutsOnto(reading, labels, ruling)
    .filter(isWinning)
    .map(({ source }) => source)
    .sort()
}

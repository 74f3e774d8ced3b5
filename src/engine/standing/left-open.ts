import type { ClaimId } from '../../domain/ids.ts'
import { hasGivenUp, speaksForSubject } from '../reading/concessions.ts'
import { rebuttalsOf } from '../reading/groups.ts'
import { isLive, lifeOf } from '../reading/lifecycle.ts'
import type { Reading } from '../reading/reading.ts'
import { targetClaim } from '../record/links.ts'
import type { RecordLink } from '../record/record.ts'
import { admittingOf } from './admissions.ts'
import { givenBy, metBy, pointsOf } from './fit.ts'

/**
 * The points of a claim that no live answer of a party meets (docs/answers.md); null if none meets
 * the claim or any of its points, so that it is open as a whole. A party that admits it meets it all.
 */
export function leftOpenOf(reading: Reading, id: ClaimId): readonly string[] | null {
  if (isAdmittedByAny(reading, id)) return []
  const points = pointsOf(reading, id)
  const met = new Set<string>()
  let isMet = false
  for (const link of answersTo(reading, id)) {
    const by = metThrough(reading, link, id, points)
    if (by === 'whole' || by.length > 0) {
      if (!isLive(link) || !isAnsweredBy(reading, link, id)) continue
      isMet = true
      for (const point of by === 'whole' ? points : by) met.add(point)
      if (met.size === points.length) return []
    }
  }
  return isMet ? points.filter((point) => !met.has(point)) : null
}

/** Whether a party admits it by a claim that holds. */
function isAdmittedByAny(reading: Reading, id: ClaimId): boolean {
  return admittingOf(reading, id).some((admission) => {
    const claim = reading.claim(admission)
    return claim?.voided === false && lifeOf(reading, claim) === 'active'
  })
}

/** The links that answer a claim, and the rebuttals of its restatements. */
function answersTo(reading: Reading, id: ClaimId): readonly RecordLink[] {
  return [
    ...rebuttalsOf(reading, id).flatMap(({ link, own }) =>
      own.includes(targetClaim(link) ?? '') ? [link] : [],
    ),
    ...reading.linksOnto(id, 'undercuts'),
    ...reading.linksOnto(id, 'qualifies'),
  ]
}

/** An answer to a restatement names points of that one. It meets this claim if it meets all of that. */
function metThrough(
  reading: Reading,
  link: RecordLink,
  id: ClaimId,
  points: readonly string[],
): readonly string[] | 'whole' {
  const target = targetClaim(link) ?? id
  if (target === id) return metBy(link, points)
  const all = pointsOf(reading, target)
  const met = metBy(link, all)
  return met === 'whole' || (met.length > 0 && met.length === all.length) ? 'whole' : []
}

/** Whether a party gives the answer by a claim that holds, and has not given it up since. */
function isAnsweredBy(reading: Reading, link: RecordLink, id: ClaimId): boolean {
  return givenBy(reading, link).some((source) => {
    const claim = reading.claim(source)
    return (
      claim?.voided === false &&
      speaksForSubject(reading, source, id) &&
      lifeOf(reading, claim) === 'active' &&
      !hasGivenUp(reading, source, link)
    )
  })
}

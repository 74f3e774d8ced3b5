import type { ClaimId } from '../../domain/ids.ts'
import type { Fit } from '../../domain/kinds.ts'
import { meetsNothing, responseOf } from '../../domain/response.ts'
import { speaksForSubject } from '../reading/concessions.ts'
import type { Reading } from '../reading/reading.ts'
import { targetClaim } from '../record/links.ts'
import type { RecordLink } from '../record/record.ts'

/** The ids of the points of a claim that are in force. */
export function pointsOf(reading: Reading, id: ClaimId): readonly string[] {
  return reading.claim(id)?.points.flatMap((point) => (point.ended ? [] : [point.id])) ?? []
}

/**
 * What an answer touches of the claim that it answers (docs/answers.md), whether it is in force or
 * not; null for a link that is voided, that is no answer, or that no party gives.
 */
export function fitOf(reading: Reading, link: RecordLink): Fit | null {
  const target = targetClaim(link)
  if (link.voided || target === undefined || reading.claim(target)?.voided !== false) return null
  const isByParty = givenBy(reading, link).some((source) =>
    speaksForSubject(reading, source, target),
  )
  return isByParty ? touches(link, pointsOf(reading, target)) : null
}

/** The claims that give an answer: a rebuttal is also that of every restatement. */
export function givenBy(reading: Reading, link: RecordLink): readonly ClaimId[] {
  const target = targetClaim(link)
  if (target === undefined || target === link.from) return []
  if (link.relation === 'undercuts' || link.relation === 'qualifies') return [link.from]
  if (link.relation !== 'rebuts') return []
  const group = reading.group(link.from)
  return group.includes(target) ? [] : group
}

/** The points of a claim that an answer onto it meets, or `whole` if it meets a claim without any. */
export function metBy(link: RecordLink, points: readonly string[]): readonly string[] | 'whole' {
  const response = responseOf(link.relation, link.response)
  // Without a response, a qualification only adds context.
  if (response === null || meetsNothing(response) || response === 'elsewhere') return []
  if (points.length > 0) return points.filter((point) => link.meets.includes(point))
  return isOfWhole(link) ? 'whole' : []
}

function touches(link: RecordLink, points: readonly string[]): Fit {
  const response = responseOf(link.relation, link.response)
  if (meetsNothing(response)) return 'neither'
  if (response === 'confirms') return 'confirms'
  const met = metBy(link, points)
  if (met === 'whole') return 'meets'
  if (met.length === 0) return 'other_point'
  return met.length < points.length ? 'partly' : 'meets'
}

/** An aspect narrows an answer, unless it is whether or how much. */
function isOfWhole({ aspect }: RecordLink): boolean {
  return aspect === null || aspect === 'existence' || aspect === 'quantity'
}

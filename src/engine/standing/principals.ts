import type { SourceId } from '../../domain/ids.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordClaim } from '../record/record.ts'
import { interestsOf } from '../reading/voice.ts'

/**
 * How many distinct principals speak some claims. Speakers who share an interest count once: what
 * they speak for or are part of overlaps, each at the time of its own claim, directly or through
 * other speakers. Speakers who are not named count one each.
 */
export function countPrincipals(reading: Reading, claims: readonly RecordClaim[]): number {
  const sides = new Map<SourceId, Side>()
  let unnamed = 0
  for (const { id, speaker } of claims) {
    if (speaker === null) {
      unnamed += 1
      continue
    }
    const side: Side = { mergedInto: undefined }
    for (const principal of interestsOf(reading, speaker, reading.at(id))) {
      const known = sides.get(principal)
      if (known === undefined) sides.set(principal, side)
      else merge(known, side)
    }
  }
  return unnamed + new Set([...sides.values()].map(last)).size
}

interface Side {
  mergedInto: Side | undefined
}

function last(side: Side): Side {
  let next = side
  while (next.mergedInto !== undefined) next = next.mergedInto
  return next
}

function merge(one: Side, other: Side): void {
  const [a, b] = [last(one), last(other)]
  if (a !== b) b.mergedInto = a
}

import type { SourceId } from '../domain/ids.ts'
import type { RecordClaim, RecordView } from './record.ts'

/**
 * How many distinct principals speak some claims. Speakers on one side count once: their principals
 * overlap, each at the time of its own claim, directly or through other speakers.
 */
export function countPrincipals(record: RecordView, claims: readonly RecordClaim[]): number {
  const sides = new Map<SourceId, Side>()
  for (const { speaker, assertedAt } of claims) {
    const side: Side = { mergedInto: undefined }
    for (const principal of new Set([speaker, ...record.principals(speaker, assertedAt)])) {
      const known = sides.get(principal)
      if (known === undefined) sides.set(principal, side)
      else merge(known, side)
    }
  }
  return new Set([...sides.values()].map(last)).size
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

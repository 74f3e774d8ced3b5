import type { PlainRecord } from '../oracle/record.ts'

/** How much of a claim an answer meets, by what was entered of it. */
export type Met = 'all' | 'part' | 'other'

type Link = PlainRecord['links'][number]

/** The points of most claims. */
const points = [
  { id: 'a', text: 'the first of its points' },
  { id: 'b', text: 'the second of its points' },
]
const met: Readonly<Record<Met, readonly string[]>> = { all: ['a', 'b'], part: ['a'], other: [] }
const mets: readonly Met[] = ['part', 'other', 'part', 'all']

/** A version in other words has the points of the one before, so neither gets any. */
function hasPoints({ claims, links }: PlainRecord, id: string): boolean {
  const isVersion = links.some(
    ({ relation, from, to }) =>
      relation === 'supersedes' && (from === id || ('claim' in to && to.claim === id)),
  )
  return !isVersion && claims.findIndex((claim) => claim.id === id) % 3 !== 2
}

/** What a denial meets of the claim that it is of; undefined if that claim has no points. */
export function metBy(record: PlainRecord, { id, relation, to }: Link): Met | undefined {
  if (relation !== 'rebuts' && relation !== 'undercuts') return undefined
  if (!('claim' in to) || !hasPoints(record, to.claim)) return undefined
  return mets[record.links.findIndex((link) => link.id === id) % mets.length]
}

/** A line of a bundle of the record, with points and with what answers meet of them. */
export function withPoints<Line extends { readonly type?: unknown; readonly ref?: unknown }>(
  record: PlainRecord,
  line: Line,
): Line {
  if (line.type === 'claim' && hasPoints(record, String(line.ref))) return { ...line, points }
  const link = line.type === 'link' ? record.links.find(({ id }) => id === line.ref) : undefined
  const found = link && metBy(record, link)
  return found ? { ...line, meets: met[found] } : line
}

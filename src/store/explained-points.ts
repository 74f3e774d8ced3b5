import type { Attack } from '../sentences/explanation.ts'
import type { ReadableRow } from './readable-account.ts'

/** Points of a claim that an answer meets: their ids, and their words where these are known. */
export function pointsMet(
  row: ReadableRow,
  met: ReadonlySet<string>,
): Pick<Attack, 'met' | 'metIds'> {
  const isMet = (id: string) => met.has(id)
  return { met: pointsInWords(row, isMet), metIds: pointsInForce(row).filter(isMet) }
}

export function pointsInForce({ points }: Pick<ReadableRow, 'points'>): readonly string[] {
  return points.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []))
}

/** Points of a claim that are in force, without those whose words were removed. */
export function pointsInWords(
  { points, words }: Pick<ReadableRow, 'points' | 'words'>,
  isMeant: (id: string) => boolean,
): readonly string[] {
  return points.flatMap(({ id, endedAt }, index) =>
    endedAt === null && isMeant(id) ? (words[`/points/${index}/text`] ?? []) : [],
  )
}

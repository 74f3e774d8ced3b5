import { answerWeightMax, weightOf } from '../formats/weight.ts'

/** How many rows are read first, and how many at once when these were light. */
const partMin = 16
const partMax = 64

interface Part<R> {
  readonly count: number
  /** How many were asked for before. */
  readonly done: number
  readonly last: R | undefined
}

/**
 * Rows of a page, read in parts, because each may be large: those that fit into one answer, and
 * always one.
 *
 * @param read fewer rows than `count` mean that none follow
 */
export async function readInParts<R>(
  limit: number,
  read: (part: Part<R>) => Promise<readonly R[]>,
  weigh: (row: R) => number = weightOf,
): Promise<{ readonly rows: readonly R[]; readonly isCut: boolean }> {
  const rows: R[] = []
  let weight = 0
  let done = 0
  let part = partMin
  while (done < limit) {
    const count = Math.min(part, limit - done)
    const found = await read({ count, done, last: rows.at(-1) })
    for (const row of found) {
      const added = weigh(row)
      if (weight > 0 && weight + added > answerWeightMax) return { rows, isCut: true }
      weight += added
      rows.push(row)
    }
    if (found.length < count) break
    done += count
    const fitting = Math.floor((answerWeightMax * done) / Math.max(1, weight)) - done
    part = Math.max(1, Math.min(partMax, fitting + 1))
  }
  return { rows, isCut: false }
}

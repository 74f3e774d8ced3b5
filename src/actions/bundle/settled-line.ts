import { pointsMax, settlePoints } from '../../domain/points.ts'
import { responseOf } from '../../domain/response.ts'
import { bundleLine, type BundleLine } from '../../formats/bundle.ts'
import { RefusedLines } from './refused-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * New content as it would be on record: points that it leaves out stay, ended at this moment, each
 * has its id, and a link says what it says by default.
 *
 * @param met the ids of the points that a link meets
 * @throws {RefusedLines} if the claim has had too many points
 */
export function settledLine(
  before: WrittenLine,
  after: BundleLine,
  {
    at,
    met,
    line = 1,
  }: { readonly at: Date; readonly met: readonly string[] | undefined; readonly line?: number },
): BundleLine {
  if (after.type === 'link') {
    const { relation, response, meets } = after
    return { ...after, response: responseOf(relation, response), meets: [...(met ?? meets)] }
  }
  if (after.type !== 'claim') return after
  const was = bundleLine.parse(before)
  const had = was.type === 'claim' ? settlePoints(was.points, [], '') : []
  const points = settlePoints(after.points, had, at.toISOString())
  if (points.length > pointsMax) throw tooMany(line)
  return { ...after, points: points.map((point) => ({ ...point, texts: [...point.texts] })) }
}

function tooMany(line: number): RefusedLines {
  const message = `With these, the claim would have had more than ${pointsMax} points. Bring removed ones back by their ids.`
  return new RefusedLines([{ line, pointer: '/points', code: 'too-long', message }])
}

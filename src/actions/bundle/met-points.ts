import { pointCalled, settlePoints, type Point } from '../../domain/points.ts'
import type { Db } from '../../store/database/db.ts'
import { loadAnsweredPoints } from '../../store/points.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Meter } from '../record/meter.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** The ids of the points that lines of links meet, by line. */
export type MetPoints = ReadonlyMap<number, readonly string[]>

/** A link as sent: what it meets, and what it points at. */
interface Meeting {
  readonly line: number
  readonly meets: readonly string[]
  /** The claim or the link that it targets, by id. */
  readonly target: string
  readonly isLink: boolean
}

/**
 * Finds the points that the links of a bundle meet, told by id or by text: of the claim that a link
 * answers or, of an undercut of a link, of the claim where that one starts. They are on record, or
 * in the bundle.
 *
 * @param is.isTaken whether a link may meet this point although it was removed or is not found here: the
 * rules judge the resulting record
 */
export async function findMetPoints(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known' | 'resolve'>,
  { isTaken, meter }: { readonly isTaken: (point: string) => boolean; readonly meter: Meter },
): Promise<{ readonly met: MetPoints; readonly faults: readonly LineFault[] }> {
  const met = new Map<number, readonly string[]>()
  const faults: LineFault[] = []
  const meetings = meetingsOf(lines, names)
  if (meetings.length === 0) return { met, faults }
  const pointsOf = await candidatesOf(tx, meetings, { lines, names, meter })
  for (const { line, meets, target } of meter.each(meetings)) {
    const candidates = pointsOf(target)
    const found = meets.map((called, index) => {
      const point = pointCalled(candidates.points, called)
      const fault = isTaken(point?.id ?? called) ? undefined : faultOf(point, candidates)
      if (fault) faults.push({ line, pointer: `/meets/${index}`, ...fault })
      return point?.id ?? called
    })
    met.set(line, [...new Set(found)])
  }
  return { met, faults }
}

function meetingsOf(
  lines: readonly NumberedLine[],
  { resolve }: Pick<Names, 'resolve'>,
): readonly Meeting[] {
  return linesOf(lines, 'link')
    .filter(({ value }) => value.meets.length > 0)
    .map(({ line, value: { to, meets } }) => {
      const isLink = 'link' in to
      const target = isLink ? resolve('link', to.link) : resolve('claim', to.claim)
      return { line, meets, target: target ?? '', isLink }
    })
}

interface Candidates {
  readonly claim: string
  readonly points: readonly Point[]
}

/** Reads what the bundle enters before what is on record. */
async function candidatesOf(
  tx: Db,
  meetings: readonly Meeting[],
  {
    lines,
    names,
    meter,
  }: {
    readonly lines: readonly NumberedLine[]
    readonly names: Pick<Names, 'ids' | 'known' | 'resolve'>
    readonly meter: Meter
  },
): Promise<(target: string) => Candidates> {
  const sent = sentIn(lines, names)
  const answered = (target: string) => sent.starts.get(target) ?? target
  // A chain of wordings is walked for each link that meets a point of one.
  const targets = new Set(meetings.map(({ target }) => answered(target)))
  const asked = new Set<string>()
  for (const target of meter.each(targets)) for (const id of sent.versionsOf(target)) asked.add(id)
  const stored = await loadAnsweredPoints(tx, {
    claims: [...asked].filter((id) => !sent.links.has(id)),
    links: meetings.filter(({ isLink }) => isLink).map(({ target }) => target),
  })
  return (target) => {
    const claim = stored.get(target)?.claim ?? answered(target)
    const versions = sent.versionsOf(answered(target))
    return {
      claim,
      points: versions.flatMap((id) => [
        ...(sent.points.get(id) ?? []),
        ...(stored.get(id)?.points ?? []),
      ]),
    }
  }
}

/** The points, links and wordings that a bundle enters. */
function sentIn(
  lines: readonly NumberedLine[],
  { ids, known, resolve }: Pick<Names, 'ids' | 'known' | 'resolve'>,
) {
  const idOf = (line: number) => ids.get(line) ?? ''
  const claims = linesOf(lines, 'claim')
  const points = new Map(
    claims.map(({ line, value }) => {
      // A line that is sent again may have points that its claim lacks.
      const own = known.has(line) ? value.points.filter(({ id }) => id !== undefined) : value.points
      return [idOf(line), settlePoints(own, [], '')] as const
    }),
  )
  const links = linesOf(lines, 'link').filter(({ line }) => !known.has(line))
  const starts = new Map(
    links.map(({ line, value }) => [idOf(line), resolve('claim', value.from) ?? ''] as const),
  )
  const [newer, older] = [new Map<string, string>(), new Map<string, string>()]
  for (const { value } of links) {
    if (value.relation !== 'supersedes' || value.change !== 'wording') continue
    const from = resolve('claim', value.from) ?? ''
    const to = 'claim' in value.to ? (resolve('claim', value.to.claim) ?? '') : ''
    newer.set(to, from)
    older.set(from, to)
  }
  return {
    points,
    starts,
    links: new Set(starts.keys()),
    /** The newest first. */
    versionsOf: (claim: string) => [
      ...along(newer, claim).toReversed(),
      claim,
      ...along(older, claim),
    ],
  }
}

/** The claims after one on a chain. */
function along(steps: ReadonlyMap<string, string>, claim: string): readonly string[] {
  const passed = new Set<string>()
  for (let next = steps.get(claim); next && !passed.has(next); next = steps.get(next))
    passed.add(next)
  return [...passed]
}

function faultOf(
  point: Point | undefined,
  { claim, points }: Candidates,
): { readonly code: string; readonly message: string } | undefined {
  if (point === undefined) {
    const inForce = points.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)
    const known =
      inForce.length === 0
        ? `Claim ${claim} has no points. Enter them first, or leave meets out.`
        : `Claim ${claim} has no such point. Its points are ${[...new Set(inForce)].join(', ')}.`
    return { code: 'meets-known-points', message: known }
  }
  if (point.endedAt === null) return undefined
  const message = `The point ${point.id} of claim ${claim} was removed. Name points that are in force.`
  return { code: 'meets-points-in-force', message }
}

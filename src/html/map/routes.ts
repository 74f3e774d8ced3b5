import { Channels } from './channels.ts'
import { curve, horizontal, pathOf, pointAt, type Curve, type Part, type Point } from './curves.ts'
import { bearingOn, laneLeft, mapSize, type MapEdge } from './graph.ts'
import { portsOf, type Leaving } from './ports.ts'
import type { PlacedBox } from './place.ts'

/** How a link is drawn. */
export interface Route {
  readonly id: string
  readonly path: string
  /** Where it ends: at a box, or in a ring on another link. */
  readonly end: Point
  readonly isOnLink: boolean
  /** 1 if it arrives from the left, -1 if from the right. */
  readonly facing: 1 | -1
  /** Where it crosses lanes that it neither starts nor ends at. */
  readonly crossings: readonly { readonly lane: number; readonly y: number }[]
}

interface Drawn extends Route {
  /** Its curves by the gutter that they are in, on which other links may end. */
  readonly curves: ReadonlyMap<number, Curve>
}

/**
 * Draws every link once: those onto claims from side to side, through the gaps of lanes between, and
 * those onto links to a ring on that link.
 */
export function routesOf(
  edges: readonly MapEdge[],
  boxes: readonly PlacedBox[],
  { lanes, bottom }: { readonly lanes: number; readonly bottom: number },
): readonly Route[] {
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const boxOf = new Map(boxes.map((box) => [box.id, box]))
  const laneOf = (id: string) => boxOf.get(id)?.lane ?? 0
  const ways = new Map<string, Way>()
  for (const edge of byDepth(edges, byId)) ways.set(edge.id, wayOf(edge, laneOf, ways, lanes))
  const ports = portsOf(
    edges.map((edge): Leaving => {
      const { side, arrives } = ways.get(edge.id) ?? { side: 1, arrives: undefined }
      const onto = bearingOn(edge, byId)
      return {
        id: edge.id,
        from: edge.from,
        side,
        onto,
        arrives: 'node' in edge.to ? arrives : undefined,
      }
    }),
    boxOf,
  )
  const channels = new Channels(boxes, lanes, bottom)
  const drawn = new Map<string, Drawn>()
  const rings = new Map<string, number>()
  for (const edge of byDepth(edges, byId)) {
    const way = ways.get(edge.id)
    const start = ports.get(`${edge.id} start`)
    if (!way || !start) continue
    const end =
      'node' in edge.to ? ports.get(`${edge.id} end`) : ringOn(edge.to.edge, way, drawn, rings)
    if (end) drawn.set(edge.id, draw(edge, way, { start, end }, channels))
  }
  return edges.flatMap(({ id }) => drawn.get(id) ?? [])
}

/** Which gutters a link goes through, in order, and at which sides of boxes it leaves and arrives. */
interface Way {
  readonly gutters: readonly number[]
  readonly side: 1 | -1
  readonly arrives: 1 | -1
  readonly isLoop: boolean
}

/** Gutter n is on the right of lane n. */
function wayOf(
  { from, to }: MapEdge,
  laneOf: (id: string) => number,
  ways: ReadonlyMap<string, Way>,
  lanes: number,
): Way {
  const lane = laneOf(from)
  if ('node' in to) {
    const other = laneOf(to.node)
    if (lane === other) {
      const side = lane === lanes - 1 && lanes > 1 ? -1 : 1
      return { gutters: [side === 1 ? lane : lane - 1], side, arrives: side, isLoop: true }
    }
    const side = other > lane ? 1 : -1
    return {
      gutters: guttersTo(lane, side === 1 ? other - 1 : other),
      side,
      arrives: side === 1 ? -1 : 1,
      isLoop: false,
    }
  }
  const targets = ways.get(to.edge)?.gutters ?? []
  const gutter = targets.toSorted((a, b) => far(lane, a) - far(lane, b))[0] ?? lane
  const side = gutter >= lane ? 1 : -1
  return { gutters: guttersTo(lane, gutter), side, arrives: side === 1 ? -1 : 1, isLoop: false }
}

function guttersTo(lane: number, gutter: number): readonly number[] {
  return gutter >= lane
    ? Array.from({ length: gutter - lane + 1 }, (_, index) => lane + index)
    : Array.from({ length: lane - gutter }, (_, index) => lane - 1 - index)
}

function far(lane: number, gutter: number): number {
  return gutter >= lane ? gutter - lane : lane - gutter - 1
}

/** Links onto claims first, then those onto them, and so on. */
function byDepth(
  edges: readonly MapEdge[],
  byId: ReadonlyMap<string, MapEdge>,
): readonly MapEdge[] {
  const depthOf = (edge: MapEdge, left = edges.length): number => {
    const target = 'edge' in edge.to ? byId.get(edge.to.edge) : undefined
    return target && left > 0 ? depthOf(target, left - 1) + 1 : 0
  }
  return edges
    .map((edge) => ({ edge, depth: depthOf(edge) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ edge }) => edge)
}

/** Where rings on one curve are, so that they are not on top of each other. */
const ringShares = [0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8]

function ringOn(
  target: string,
  { gutters }: Way,
  drawn: ReadonlyMap<string, Drawn>,
  rings: Map<string, number>,
): Point | undefined {
  const gutter = gutters.at(-1)
  const along = gutter === undefined ? undefined : drawn.get(target)?.curves.get(gutter)
  if (!along) return undefined
  const key = `${target} ${gutter}`
  const count = rings.get(key) ?? 0
  rings.set(key, count + 1)
  return pointAt(along, ringShares[count % ringShares.length] ?? 0.5)
}

/** How far a link between boxes of one lane reaches into the gutter. */
const bulges = [18, 24, 30, 36]

function draw(
  { id, to }: MapEdge,
  { gutters, side, isLoop }: Way,
  { start, end }: { readonly start: Point; readonly end: Point },
  channels: Channels,
): Drawn {
  const isOnLink = 'edge' in to
  const facing = isLoop ? (side === 1 ? -1 : 1) : side
  if (isLoop) {
    const bulge = bulges[Math.round(Math.abs(end.y - start.y) / 120) % bulges.length] ?? 18
    const x = start.x + side * bulge
    const loop = { from: start, one: { x, y: start.y }, other: { x, y: end.y }, to: end }
    const curves = new Map(gutters.map((gutter) => [gutter, loop]))
    return { id, path: pathOf([loop]), end, isOnLink, facing, crossings: [], curves }
  }
  const parts: Part[] = []
  const curves = new Map<number, Curve>()
  const crossings: { lane: number; y: number }[] = []
  let at = start
  gutters.forEach((gutter, index) => {
    const isLast = index === gutters.length - 1
    const lane = side === 1 ? gutter + 1 : gutter
    const share = (index + 1) / gutters.length
    const y = isLast ? end.y : channels.cross(lane, start.y + (end.y - start.y) * share)
    const edgeOf = (way: 1 | -1) => laneLeft(lane) + (way === 1 ? mapSize.box : 0)
    const next = isLast ? end : { x: edgeOf(side === 1 ? -1 : 1), y }
    const bend = curve(at, next)
    parts.push(bend)
    curves.set(gutter, bend)
    at = next
    if (isLast) return
    crossings.push({ lane, y })
    at = { x: edgeOf(side), y }
    parts.push(horizontal(next, at))
  })
  return { id, path: pathOf(parts), end, isOnLink, facing, crossings, curves }
}

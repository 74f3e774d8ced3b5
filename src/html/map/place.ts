import { bearingOn, mapSize, type MapGraph, type MapNode } from './graph.ts'
import type { Lane } from './lanes.ts'

/** A box in its lane. */
export interface PlacedBox {
  readonly id: string
  readonly lane: number
  readonly y: number
  readonly height: number
}

/** How often lanes are gone through; more changes hardly anything. */
const sweeps = 16

/**
 * Places boxes beside those that they are linked with, as far as their own lane has room. The tallest
 * lane has no spare room, so the map is as high as that lane.
 */
export function placeBoxes(
  { nodes, edges }: MapGraph,
  lanes: readonly Lane[],
): { readonly boxes: readonly PlacedBox[]; readonly bottom: number } {
  const top = mapSize.head + mapSize.edge
  const columns = lanes.map(({ parties }) => nodes.filter(({ party }) => parties.includes(party)))
  const height = Math.max(0, ...columns.map(stackedHeight))
  const near = neighboursOf({ nodes, edges })
  const laneOf = new Map(columns.flatMap((column, lane) => column.map(({ id }) => [id, lane])))
  const centres = new Map<string, number>()
  const settle = (column: readonly MapNode[]) => {
    const wanted = column.map((node) => {
      const others = (near.get(node.id) ?? []).filter(
        (id) => laneOf.get(id) !== laneOf.get(node.id),
      )
      const known = others.flatMap((id) => centres.get(id) ?? [])
      const mean = known.reduce((sum, y) => sum + y, 0) / known.length
      const centre = known.length > 0 ? mean : (centres.get(node.id) ?? height / 2)
      return { node, y: centre - node.height / 2 }
    })
    const sorted = wanted.toSorted((a, b) => a.y + a.node.height / 2 - b.y - b.node.height / 2)
    const tops = spread(sorted, height)
    sorted.forEach(({ node }, index) => centres.set(node.id, (tops[index] ?? 0) + node.height / 2))
  }
  for (const column of columns) settle(column)
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const column of sweep % 2 === 0 ? columns.toReversed() : columns) settle(column)

  const boxes = columns.flatMap((column, lane) =>
    column
      .map(({ id, height: own }): PlacedBox => {
        const y = (centres.get(id) ?? 0) - own / 2 + top
        return { id, lane, y: Math.round(y * 10) / 10, height: own }
      })
      .toSorted((a, b) => a.y - b.y),
  )
  return { boxes, bottom: top + height + mapSize.edge }
}

function stackedHeight(column: readonly MapNode[]): number {
  const heights = column.reduce((sum, { height }) => sum + height, 0)
  return heights + Math.max(0, column.length - 1) * mapSize.gap
}

/** The claims that each claim is linked with. */
function neighboursOf({ nodes, edges }: MapGraph): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const edge of edges) {
    const onto = bearingOn(edge, byId)
    near.get(edge.from)?.push(onto)
    near.get(onto)?.push(edge.from)
  }
  return near
}

/**
 * The tops of boxes in this order, with gaps between them and inside the height, as near as possible
 * to where they are wanted: boxes that would overlap move together, by the mean of what they want.
 */
function spread(
  wanted: readonly { readonly node: MapNode; readonly y: number }[],
  height: number,
): readonly number[] {
  const offsets: number[] = []
  let used = 0
  for (const { node } of wanted) {
    offsets.push(used)
    used += node.height + mapSize.gap
  }
  const spare = Math.max(0, height - (used - mapSize.gap))
  const blocks: { sum: number; count: number }[] = []
  wanted.forEach(({ y }, index) => {
    blocks.push({ sum: y - (offsets[index] ?? 0), count: 1 })
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before;) {
      if (before.sum / before.count <= last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
      last = blocks.at(-1)
      before = blocks.at(-2)
    }
  })
  const starts = blocks.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(spare, Math.max(0, sum / count))),
  )
  return starts.map((start, index) => start + (offsets[index] ?? 0))
}

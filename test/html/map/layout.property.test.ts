import * as fc from '../../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { lanesMax, mapSize, type MapEdge, type MapGraph } from '../../../src/html/map/graph.ts'
import { layOut, type MapLayout } from '../../../src/html/map/layout.ts'

const pad = (index: number) => `c${index}`

/** Any claims of any parties, with links onto claims and onto earlier links. */
const graphs: fc.Arbitrary<MapGraph> = fc
  .record({
    nodes: fc.array(fc.record({ party: fc.nat(8), height: fc.integer({ min: 44, max: 160 }) }), {
      minLength: 2,
      maxLength: 45,
    }),
    edges: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), isOnLink: fc.boolean() }), {
      maxLength: 90,
    }),
  })
  .map(({ nodes, edges }) => ({
    nodes: nodes.map(({ party, height }, index) => ({
      id: pad(index),
      party: `p${party}`,
      height,
    })),
    edges: edges.flatMap(({ from, to, isOnLink }, index): MapEdge[] => {
      const start = from % nodes.length
      const end = to % nodes.length
      const edge = { id: `l${index}`, from: pad(start) }
      if (isOnLink && index > 0) return [{ ...edge, to: { edge: `l${to % index}` } }]
      return [{ ...edge, to: { node: pad(end === start ? (end + 1) % nodes.length : end) } }]
    }),
  }))

/** The points of a path, those that bend its curves included: it runs inside the hull of these. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

function laid(check: (layout: MapLayout, graph: MapGraph) => void): void {
  fc.assert(
    fc.property(graphs, (graph) => check(layOut(graph), graph)),
    { numRuns: 300 },
  )
}

describe('the layout of a map', () => {
  it('has every claim once, in the lane of its party', () => {
    laid(({ boxes, lanes }, { nodes }) => {
      expect(boxes.map(({ id }) => id).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted())
      for (const { id, lane } of boxes)
        expect(lanes[lane]?.parties).toContain(nodes.find((node) => node.id === id)?.party)
    })
  })

  it('lets no boxes overlap', () => {
    laid(({ boxes, lanes }) => {
      const rooms = lanes.flatMap((_, lane) => {
        const own = boxes.filter((box) => box.lane === lane)
        return own.slice(1).map(({ y }, index) => y - endOf(own[index]))
      })
      expect(rooms.filter((room) => room < mapSize.gap - 0.2)).toEqual([])
    })
  })

  it('draws every link once', () => {
    laid(({ routes }, { edges }) => {
      expect(routes.map(({ id }) => id)).toEqual(edges.map(({ id }) => id))
      for (const { path } of routes) expect(path).toMatch(/^M[-\d.]+ [-\d.]+[CL]/)
    })
  })

  it('is as wide as five lanes at most, and as high as its tallest lane', () => {
    const widest = lanesMax * mapSize.box + (lanesMax - 1) * mapSize.gutter
    laid(({ width, height, boxes, lanes }) => {
      const stacked = lanes.map((_, lane) =>
        boxes
          .filter((box) => box.lane === lane)
          .reduce((sum, box) => sum + box.height + mapSize.gap, -mapSize.gap),
      )
      expect(lanes.length).toBeLessThanOrEqual(lanesMax)
      expect(width).toBeLessThanOrEqual(widest)
      expect(height).toBe(Math.ceil(Math.max(...stacked) + mapSize.head + 2 * mapSize.edge))
    })
  })

  it('stays inside: no box and no link leaves the map', () => {
    laid(({ width, height, boxes, routes }) => {
      for (const { x, y, height: own } of boxes) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + mapSize.box).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(mapSize.head)
        expect(y + own).toBeLessThanOrEqual(height)
      }
      for (const [x, y] of routes.flatMap(({ path }) => pointsOf(path))) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    })
  })

  it('leads links between boxes, never through one', () => {
    laid(({ boxes, routes }) => {
      for (const { lane, y } of routes.flatMap(({ crossings }) => crossings))
        for (const box of boxes.filter((each) => each.lane === lane))
          expect(y < box.y || y > box.y + box.height).toBe(true)
    })
  })

  it('ends a link onto a link in a ring between two lanes', () => {
    laid(({ routes }, { edges }) => {
      const step = mapSize.box + mapSize.gutter
      const rings = routes.filter(({ isOnLink }) => isOnLink)
      const onLinks = edges.filter(({ to }) => 'edge' in to)
      expect(rings.map(({ id }) => id)).toEqual(onLinks.map(({ id }) => id))
      expect(rings.filter(({ end }) => end.x % step <= mapSize.box)).toEqual([])
    })
  })

  it('gives five parties a lane each, and of more the four with the most links', () => {
    const five = layOut({ nodes: ['a', 'b', 'c', 'd', 'e'].map(node), edges: [] })
    const six = layOut({
      nodes: ['e', 'f', 'a', 'b', 'c', 'd'].map(node),
      edges: [edge('a', 'b'), edge('c', 'd'), edge('a', 'c'), edge('e', 'a')],
    })

    expect(five.lanes.map(({ parties }) => parties.length)).toEqual([1, 1, 1, 1, 1])
    expect(five.lanes.some(({ isOthers }) => isOthers)).toBe(false)
    expect(six.lanes.find(({ isOthers }) => isOthers)?.parties.toSorted()).toEqual(['d', 'f'])
  })
})

function node(party: string) {
  return { id: party, party, height: 60 }
}

function edge(from: string, to: string) {
  return { id: from + to, from, to: { node: to } }
}

function endOf(box: { readonly y: number; readonly height: number } | undefined): number {
  return (box?.y ?? 0) + (box?.height ?? 0)
}

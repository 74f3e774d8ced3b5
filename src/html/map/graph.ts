/** A claim on the map. */
export interface MapNode {
  readonly id: string
  /** Who says it; nobody is named if it is empty. */
  readonly party: string
  readonly height: number
}

/** A link on the map, onto a claim or onto another link; everything that it names is there. */
export interface MapEdge {
  readonly id: string
  readonly from: string
  readonly to: { readonly node: string } | { readonly edge: string }
}

export interface MapGraph {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

/** The claim that an edge bears on: of one onto another edge, where that starts. */
export function bearingOn(edge: MapEdge, edges: ReadonlyMap<string, MapEdge>): string {
  if ('node' in edge.to) return edge.to.node
  return edges.get(edge.to.edge)?.from ?? edge.from
}

/** Sizes in pixels. */
export const mapSize = {
  box: 188,
  /** Between two lanes. */
  gutter: 42,
  /** Between two boxes of a lane, at least. */
  gap: 20,
  /** The name of a lane, and the line below it. */
  head: 34,
  /** Above the first box and below the last one. */
  edge: 16,
} as const

/** How many lanes there are at most: the last one is for all other parties. */
export const lanesMax = 5

export function laneLeft(lane: number): number {
  return lane * (mapSize.box + mapSize.gutter)
}

/** A single lane has room on its right for links between its own boxes. */
export function widthOf(lanes: number): number {
  return laneLeft(lanes) - (lanes === 1 ? 0 : mapSize.gutter)
}

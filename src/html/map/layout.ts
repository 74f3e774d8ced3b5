import { laneLeft, mapSize, widthOf, type MapGraph } from './graph.ts'
import { lanesOf, type Lane } from './lanes.ts'
import { placeBoxes, type PlacedBox } from './place.ts'
import { routesOf, type Route } from './routes.ts'

/** A map, ready to be drawn. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly (Lane & { readonly x: number })[]
  /** Lane by lane, from top to bottom. */
  readonly boxes: readonly (PlacedBox & { readonly x: number })[]
  readonly routes: readonly Route[]
}

/**
 * Lays claims out in one lane for each party. It is as wide as its lanes, of which there are at most
 * five, and as high as the tallest of them.
 */
export function layOut(graph: MapGraph): MapLayout {
  const lanes = lanesOf(graph)
  const { boxes, bottom } = placeBoxes(graph, lanes)
  return {
    width: widthOf(lanes.length),
    height: Math.ceil(bottom),
    lanes: lanes.map((lane, index) => ({ ...lane, x: laneLeft(index) })),
    boxes: boxes.map((box) => ({ ...box, x: laneLeft(box.lane) })),
    routes: routesOf(graph.edges, boxes, { lanes: lanes.length, bottom }),
  }
}

export const boxWidth = mapSize.box

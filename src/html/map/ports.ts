import type { Point } from './curves.ts'
import { laneLeft, mapSize } from './graph.ts'
import type { PlacedBox } from './place.ts'

/** A link as it leaves a box and, if it ends at one, arrives there. */
export interface Leaving {
  readonly id: string
  readonly from: string
  /** Of the box that it leaves: 1 is the right. */
  readonly side: 1 | -1
  /** The box that it leads towards. */
  readonly onto: string
  /** At which side of that it arrives, if it ends there. */
  readonly arrives: 1 | -1 | undefined
}

/** How far links at one side of a box are apart at most, and what they leave free at its corners. */
const apartMax = 14
const corner = 10

/**
 * Where links meet boxes, by `<id> start` and `<id> end`: at each side spread out, in the order of
 * what they lead to.
 */
export function portsOf(
  links: readonly Leaving[],
  boxOf: ReadonlyMap<string, PlacedBox>,
): ReadonlyMap<string, Point> {
  const centreOf = (id: string) => {
    const { y = 0, height = 0 } = boxOf.get(id) ?? {}
    return y + height / 2
  }
  const meeting = links.flatMap(({ id, from, side, onto, arrives }) => [
    { name: `${id} start`, box: from, side, towards: centreOf(onto) },
    ...(arrives === undefined
      ? []
      : [{ name: `${id} end`, box: onto, side: arrives, towards: centreOf(from) }]),
  ])
  const ports = new Map<string, Point>()
  for (const group of Map.groupBy(meeting, ({ box, side }) => `${box} ${side}`).values()) {
    const [first] = group
    const box = first && boxOf.get(first.box)
    if (!box) continue
    const apart = Math.min(apartMax, (box.height - 2 * corner) / group.length)
    const x = laneLeft(box.lane) + (first.side === 1 ? mapSize.box : 0)
    group
      .toSorted((a, b) => a.towards - b.towards)
      .forEach(({ name }, index) =>
        ports.set(name, { x, y: centreOf(box.id) + (index - (group.length - 1) / 2) * apart }),
      )
  }
  return ports
}

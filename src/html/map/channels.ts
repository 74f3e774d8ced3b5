import { mapSize } from './graph.ts'
import type { PlacedBox } from './place.ts'

/** Free room between boxes of a lane. */
interface Channel {
  readonly from: number
  readonly to: number
  used: number
}

/** How far a line stays away from boxes, and how far two lines in one channel are apart. */
const distance = { box: 5, line: 4 }

/** The rooms through which links cross lanes. */
export class Channels {
  readonly #lanes: readonly (readonly Channel[])[]

  constructor(boxes: readonly PlacedBox[], lanes: number, bottom: number) {
    this.#lanes = Array.from({ length: lanes }, (_, lane) => {
      const own = boxes.filter((box) => box.lane === lane)
      const ends = own.map(({ y, height }) => y + height)
      const starts = own.map(({ y }) => y)
      return [mapSize.head, ...ends].map((from, index) => ({
        from,
        to: starts[index] ?? bottom,
        used: 0,
      }))
    })
  }

  /** Where a link that would best be at `y` crosses a lane; lines in one channel keep apart. */
  cross(lane: number, y: number): number {
    const channels = this.#lanes[lane] ?? []
    const [best] = channels
      .map((channel) => ({ channel, at: within(channel, y) }))
      .toSorted((a, b) => costOf(a, y) - costOf(b, y))
    if (!best) return y
    const { channel, at } = best
    const step = Math.ceil(channel.used / 2) * (channel.used % 2 === 0 ? -1 : 1)
    channel.used += 1
    return within(channel, at + step * distance.line)
  }
}

function costOf({ channel, at }: { channel: Channel; at: number }, y: number): number {
  return Math.abs(at - y) + channel.used * 2 * distance.line
}

function within({ from, to }: Channel, y: number): number {
  return Math.min(to - distance.box, Math.max(from + distance.box, y))
}

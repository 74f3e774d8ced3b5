export interface Point {
  readonly x: number
  readonly y: number
}

/** A cubic curve. */
export interface Curve {
  readonly from: Point
  readonly one: Point
  readonly other: Point
  readonly to: Point
}

interface Line {
  readonly from: Point
  readonly to: Point
}

export type Part = Curve | Line

/** A curve that leaves and arrives horizontally. */
export function curve(from: Point, to: Point): Curve {
  const x = (from.x + to.x) / 2
  return { from, one: { x, y: from.y }, other: { x, y: to.y }, to }
}

export function horizontal(from: Point, to: Point): Line {
  return { from, to }
}

/** @param share 0 where the curve begins, 1 where it ends */
export function pointAt({ from, one, other, to }: Curve, share: number): Point {
  const rest = 1 - share
  const mixed = (a: number, b: number, c: number, d: number) =>
    rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d
  return {
    x: mixed(from.x, one.x, other.x, to.x),
    y: mixed(from.y, one.y, other.y, to.y),
  }
}

/** Parts that follow each other, as the path of an SVG. */
export function pathOf(parts: readonly Part[]): string {
  const [first] = parts
  if (!first) return ''
  return `M${written(first.from)}${parts
    .map((part) =>
      'one' in part
        ? `C${written(part.one)} ${written(part.other)} ${written(part.to)}`
        : `L${written(part.to)}`,
    )
    .join('')}`
}

function written({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

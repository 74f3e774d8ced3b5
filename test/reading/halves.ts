/**
 * Loaded before the service, draws every standing by the mark of two halves instead of discs: left
 * the claim, right its answers. A filled half stands, an outlined one lost its force, a dotted one
 * is nobody's.
 */
import { markShapes, type MarkShape } from '../../src/sentences/table/marks.ts'

type Half = 'filled' | 'outlined' | 'dotted'

const left: Readonly<Record<Half, string>> = {
  filled: 'M5.4 1A5 5 0 0 0 5.4 11z',
  outlined: 'M5.4 1A5 5 0 0 0 5.4 11zM4.3 2.4v7.2A3.9 3.9 0 0 1 4.3 2.4z',
  dotted: dots(5, -1),
}
const right: Readonly<Record<Half, string>> = {
  filled: 'M6.6 1A5 5 0 0 1 6.6 11z',
  outlined: 'M6.6 1A5 5 0 0 1 6.6 11zM7.7 2.4v7.2A3.9 3.9 0 0 0 7.7 2.4z',
  dotted: dots(7, 1),
}

/** Small squares along the outline of a half. */
function dots(edge: number, side: 1 | -1): string {
  const along = [1.2, 4.4, 7.6].map((y) => [edge, y + 0.7] as const)
  const round = [-1.1, -0.4, 0.4, 1.1].map(
    (turn) => [edge + side * 4.2 * Math.cos(turn), 6 + 4.5 * Math.sin(turn)] as const,
  )
  return [...along, ...round]
    .map(([x, y]) => `M${(x - 0.5).toFixed(2)} ${(y - 0.5).toFixed(2)}h1v1h-1z`)
    .join('')
}

const halves: Readonly<Record<MarkShape, string>> = {
  /** Nobody answered. */
  ring: left.filled + right.dotted,
  /** Both stand. */
  half: left.filled + right.filled,
  half_gap: left.filled + right.filled,
  /** What was answered lost its force. */
  disc: left.filled + right.outlined,
  crossed: left.outlined + right.filled,
  /** Its speaker took it back. */
  struck: left.outlined + right.dotted,
  bar: markShapes.bar,
}

// The table is a plain object; only its type says that nothing changes it.
Object.assign(markShapes, halves)

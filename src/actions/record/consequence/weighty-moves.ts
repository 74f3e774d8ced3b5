import { groupOf, type Status } from '../../../domain/status.ts'
import type { Move, Weighed } from './weigh.ts'

/**
 * The moves that take a second person. To a write that only adds, the list of design.md applies. A
 * write that changes or takes away what is on record has no say over any claim: what it moves depends
 * on what was there.
 */
export function weightyMoves({ moves, changed }: Weighed): readonly Move[] {
  if (changed.length > 0) return moves
  return moves.filter((move) => weighty.some((isWeighty) => isWeighty(move)))
}

/** An answer that is added may open again what was admitted, so leaving `admitted` is not here. */
const weighty: readonly ((move: Move) => boolean)[] = [
  ({ from, to }) => doesNotStand(from) !== doesNotStand(to),
  ({ from, to }) => isOver(from) !== isOver(to) || (isOver(to) && from !== to),
  ({ from, to }) => isRuledFor(from) !== isRuledFor(to),
  ({ from, to }) => to === 'admitted' && from !== to,
]

function doesNotStand(status: Status | null): boolean {
  return status !== null && groupOf[status] === 'does_not_stand'
}

/** Withdrawn, corrected, voided or merged away. */
function isOver(status: Status | null): boolean {
  return status === null || groupOf[status] === 'closed'
}

function isRuledFor(status: Status | null): boolean {
  return status === 'ruled_for'
}

import { groupOf, type Status } from '../../../domain/status.ts'
import type { Move, Weighed } from './weigh.ts'

/**
 * The moves that take a second person (docs/consequence-rule.md): if the write only adds, those
 * listed below; if it changes or removes what is on record, every move.
 */
export function weightyMoves({ moves, changed }: Weighed): readonly Move[] {
  if (changed.length > 0) return moves
  return moves.filter((move) => weighty.some((isWeighty) => isWeighty(move)))
}

/** Leaving `admitted` is not listed: anyone may reopen an admitted claim by adding an answer. */
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

import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { isTransient } from '../../store/database/faults.ts'
import {
  releaseSavepoint,
  rollBackToSavepoint,
  setSavepoint,
} from '../../store/database/savepoint.ts'
import { lockHead, type Locked } from '../../store/head.ts'
import type { Cuts, Entered, JointWay, Member } from './member.ts'

/** Some writes could not be entered jointly, because of those that are named. */
export class NotJointly extends Error {
  override readonly name = 'NotJointly'
  readonly cuts: Cuts

  constructor(alone: Iterable<number>, after: Iterable<number> = []) {
    super('Some writes cannot be entered jointly.')
    this.cuts = { alone: new Set(alone), after: new Set(after) }
  }
}

/** Writes that come one after the other, and may be entered jointly if there is a way. */
export interface Piece {
  readonly members: readonly Member[]
  readonly way?: JointWay | undefined
  /** Whether it is known that they may be. */
  readonly isDivided: boolean
}

/** Writes in their order, those together that have the same way of being entered jointly. */
export function piecesOf(members: readonly Member[]): readonly Piece[] {
  const pieces: (Piece & { readonly members: Member[] })[] = []
  for (const member of members) {
    const last = pieces.at(-1)
    if (last && last.way === member.way) last.members.push(member)
    else pieces.push({ members: [member], way: member.way, isDivided: false })
  }
  return pieces
}

/** The same writes, divided. */
function divided({ members, way }: Piece, { alone, after }: Cuts): readonly Piece[] {
  const pieces: (Piece & { readonly members: Member[] })[] = []
  for (const [place, member] of members.entries()) {
    const last = pieces.at(-1)
    if (alone.has(place)) pieces.push({ members: [member], isDivided: true })
    else if (last?.way === undefined || after.has(place))
      pieces.push({ members: [member], way, isDivided: true })
    else last.members.push(member)
  }
  return pieces
}

const savepoint = 'joint_writes'

interface TriedJointly {
  readonly results: readonly Entered[]
  /** What is left to do, because nothing was done. */
  readonly pieces: readonly Piece[]
  readonly kept: Promise<unknown>
  /** Why nothing was done, if that is a fault of ours. */
  readonly fault?: unknown
}

/** Enters some writes jointly; if they cannot be, nothing is done, and they are divided. */
export async function enterPiece(
  tx: Db,
  locked: Locked,
  piece: Piece & { readonly way: JointWay },
  before: Promise<unknown>,
): Promise<TriedJointly> {
  const { way, isDivided } = piece
  const parts = piece.members.flatMap(({ part }) => part ?? [])
  if (!isDivided) {
    const cuts = await way.divide(tx, parts)
    return { results: [], pieces: divided(piece, cuts), kept: before }
  }
  const locking = Promise.all([setSavepoint(tx, savepoint), lockHead(tx)])
  locking.catch(() => {})
  try {
    const [, head] = await locking
    const results = await way.enter(tx, { ...head, at: locked.at }, parts)
    const kept = releaseSavepoint(tx, savepoint)
    kept.catch(() => {})
    return { results, pieces: [], kept }
  } catch (error) {
    if (isTransient(error)) throw error
    await before
    await rollBackToSavepoint(tx, savepoint)
    const cuts: Cuts =
      error instanceof NotJointly
        ? error.cuts
        : { alone: new Set(parts.keys()), after: new Set<number>() }
    const isExpected = error instanceof NotJointly || error instanceof DomainError
    const pieces = divided(piece, cuts)
    return { results: [], pieces, kept: Promise.resolve(), ...(!isExpected && { fault: error }) }
  }
}

import { DomainError } from '../../../domain/errors.ts'

/** How many writes of a process run at once, and how many may wait. */
export interface WriteQueueLimits {
  /**
   * The server does not hand the record lock on in turn: a transaction that begins when another ends
   * can take it from one that has waited. So those of one process come one after the other.
   */
  readonly atOnceMax: number
  /** How many of one account. */
  readonly ownAtOnceMax: number
  /** A write that would wait longer, judging by recent writes, is refused at once. */
  readonly waitMsMax: number
  /**
   * At least this many may wait even if writes are slow, and at most `waitingMax` even if they are
   * fast.
   */
  readonly waitingMin: number
  readonly waitingMax: number
  /** A write that has waited this long, perhaps behind an import, is refused. */
  readonly patienceMs: number
  readonly importPatienceMs: number
  /** A turn that has worked for so long takes on no more of the writes that it was given. */
  readonly togetherMsMax: number
}

export const writeQueueLimits: WriteQueueLimits = {
  atOnceMax: 1,
  ownAtOnceMax: 1,
  waitMsMax: 1_000,
  waitingMin: 32,
  waitingMax: 128,
  patienceMs: 5_000,
  importPatienceMs: 30_000,
  togetherMsMax: 500,
}

/** Writes that were not carried out: some must go alone, the others came too late. */
export interface Left<M> {
  readonly alone: readonly M[]
  readonly after: readonly M[]
}

/**
 * The queue in which the writes of one process wait for the record.
 *
 * @typeParam M a write that another may carry out
 */
export interface WriteQueue<M> {
  /**
   * Runs the work when its turn comes.
   *
   * @param caller turns rotate among callers, so that one caller's many writes do not block
   * another's
   * @param options.account whose write it is, if several share the turns of a caller
   * @throws {DomainError} `unavailable`: at once if too many wait, later if its turn did not come
   */
  readonly take: <T>(
    caller: string,
    work: () => Promise<T>,
    options?: { readonly account?: string },
  ) => Promise<T>
  /**
   * The same for a write that another may carry out.
   *
   * @param work carries it out, and the writes that waited and had the next turns; returns those that
   *   have to wait again
   */
  readonly join: <T>(
    caller: string,
    member: M & { readonly answer: Promise<T> },
    work: (others: readonly M[]) => Promise<Left<M>>,
  ) => Promise<T>
  /** Whether another write of this caller, or of one with nothing in the queue, may wait. */
  readonly hasRoom: (caller?: string) => boolean
  readonly togetherMsMax: number
  /** The length of the queue. */
  readonly waiting: () => number
  readonly state: () => QueueState
}

/** A queue at one moment, as data. */
export interface QueueState {
  readonly waiting: number
  /** How many more writes could begin at once. */
  readonly free: number
  /** How many may wait; of callers with nothing in the queue, twice as many. */
  readonly room: number
  /** Who has writes in the queue. */
  readonly callers: readonly string[]
}

/**
 * Callers with nothing in the queue get twice the room, so that one caller's many writes leave room
 * for theirs.
 */
export function hasRoomIn({ waiting, room, callers }: QueueState, caller = ''): boolean {
  return waiting < (callers.includes(caller) ? room : 2 * room)
}

/** Who would like to write. */
export interface Asking {
  /** Left out, somebody with nothing in the queue. */
  readonly caller?: string | undefined
  readonly isImport?: boolean
}

/** All imports wait as one caller: after each, every other caller gets a turn. */
export const importers = 'imports'

export function tooManyWaiting(): DomainError {
  return queueRefusal('Too many writes are waiting.', 1)
}

export function queueRefusal(message: string, retryAfterSeconds: number): DomainError {
  return new DomainError('unavailable', `${message} Nothing was stored.`, [], { retryAfterSeconds })
}

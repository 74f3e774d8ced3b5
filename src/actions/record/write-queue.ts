import { DomainError } from '../../domain/errors.ts'
import type { Member } from './member.ts'

/** How many writes of a process run at once, and how many may wait. */
export interface WriteQueueLimits {
  /**
   * The server does not hand the record lock on in turn: a transaction that begins when another ends
   * can take it from one that has waited. So those of one process come one after the other.
   */
  readonly atOnceMax: number
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
  waitMsMax: 1_000,
  waitingMin: 32,
  waitingMax: 128,
  patienceMs: 5_000,
  importPatienceMs: 30_000,
  togetherMsMax: 500,
}

/** The queue in which the writes of one process wait for the record. */
export interface WriteQueue {
  /**
   * Runs the work when its turn comes.
   *
   * @param caller turns rotate among callers, so that one caller's many writes do not block
   * another's
   * @param work is given the writes that waited and had the next turns, and carries them out too
   * @param member by which another write may carry out this one; left out, none does
   * @throws {DomainError} `unavailable`: at once if too many wait, later if its turn did not come
   */
  readonly take: <T>(
    caller: string,
    work: (others: readonly Member[]) => Promise<T>,
    member?: Member & { readonly answer: Promise<T> },
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

/** All imports wait as one caller: after each, every other caller gets a turn. */
export const importers = 'imports'

/** How many recent writes are used to estimate the next. */
const remembered = 15

/** With this many waiting or fewer, each goes alone. */
const aloneMax = 4

/** How many writes may be carried out in one turn. */
const togetherMax = 32

interface Waiting {
  /** Gives it its turn with others, or tells it that another write carries it out. */
  readonly call: (turn: readonly Member[] | 'joined') => void
  readonly member: Member | undefined
}

/** @param onChange called when the state may have changed */
export function openWriteQueue(
  limits: WriteQueueLimits = writeQueueLimits,
  onChange: () => void = () => {},
): WriteQueue {
  const { atOnceMax, waitMsMax, waitingMin, waitingMax } = limits
  /** Waiting writes by caller; the first caller in the map has the next turn. */
  const lines = new Map<string, Waiting[]>()
  const recentMs: number[] = []
  let atOnce = 0
  const waiting = () => lines.values().reduce((sum, line) => sum + line.length, 0)

  const state = (): QueueState => {
    const fitting = Math.floor((waitMsMax * atOnceMax) / (median(recentMs) ?? 1))
    return {
      waiting: waiting(),
      free: atOnceMax - atOnce,
      room: Math.min(waitingMax, Math.max(waitingMin, fitting)),
      callers: [...lines.keys()],
    }
  }
  const hasRoom = (caller?: string) => hasRoomIn(state(), caller)

  function remember(ms: number): void {
    recentMs.push(ms)
    if (recentMs.length > remembered) recentMs.shift()
  }

  function wait(caller: string, member: Member | undefined) {
    if (!hasRoom(caller)) throw tooManyWaiting()
    const { promise, resolve, reject } = Promise.withResolvers<readonly Member[] | 'joined'>()
    const line = lines.get(caller) ?? []
    const patienceMs = caller === importers ? limits.importPatienceMs : limits.patienceMs
    const late = setTimeout(() => {
      line.splice(line.indexOf(own), 1)
      if (line.length === 0) lines.delete(caller)
      onChange()
      reject(refusal('Other writes have kept the record busy for too long.', 5))
    }, patienceMs)
    const own: Waiting = {
      member,
      call: (turn) => {
        clearTimeout(late)
        resolve(turn)
      },
    }
    line.push(own)
    lines.set(caller, line)
    onChange()
    return promise
  }

  /** Passes a finished turn to the next caller, together with those that come after. */
  function passOn(): void {
    const areMany = waiting() > aloneMax
    const next = takeNext()
    if (!next) return void (atOnce -= 1)
    next.call(next.member && areMany ? [...takeMembers()] : [])
  }

  /** The caller whose turn it is moves to the end. */
  function takeNext(): Waiting | undefined {
    const [next] = lines
    if (!next) return undefined
    const [caller, line] = next
    lines.delete(caller)
    const first = line.shift()
    if (line.length > 0) lines.set(caller, line)
    return first
  }

  function* takeMembers(): Generator<Member> {
    for (let count = 1; count < togetherMax; count++) {
      const member = lines.values().next().value?.[0]?.member
      if (!member) return
      takeNext()?.call('joined')
      yield member
    }
  }

  return {
    hasRoom,
    togetherMsMax: limits.togetherMsMax,
    waiting,
    state,
    take: async (caller, work, member) => {
      let turn: readonly Member[] | 'joined' = []
      if (atOnce < atOnceMax) atOnce += 1
      else turn = await wait(caller, member)
      if (turn === 'joined' && member) return member.answer
      const others = turn === 'joined' ? [] : turn
      onChange()
      const begun = performance.now()
      try {
        return await work(others)
      } finally {
        // Imports tell nothing about how long a single write takes.
        if (caller !== importers) remember((performance.now() - begun) / (1 + others.length))
        passOn()
        onChange()
      }
    },
  }
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

export function tooManyWaiting(): DomainError {
  return refusal('Too many writes are waiting.', 1)
}

function refusal(message: string, retryAfterSeconds: number): DomainError {
  return new DomainError('unavailable', `${message} Nothing was stored.`, [], { retryAfterSeconds })
}

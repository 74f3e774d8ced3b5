import { DomainError } from '../../domain/errors.ts'

/** How many writes a process lets at the record, and how many it lets wait for that. */
export interface WriteQueueLimits {
  /** One works, the next waits for the record lock already. All other connections are for reads. */
  readonly atOnceMax: number
  /** Who would have to wait longer than this, as writes went lately, is refused at once. */
  readonly waitMsMax: number
  /** So many may wait however long writes take, and no more however short. */
  readonly waitingMin: number
  readonly waitingMax: number
  /** Who has waited so long for a turn, behind an import perhaps, is refused after all. */
  readonly patienceMs: number
  readonly importPatienceMs: number
}

export const writeQueueLimits: WriteQueueLimits = {
  atOnceMax: 2,
  waitMsMax: 100,
  waitingMin: 8,
  waitingMax: 64,
  patienceMs: 5_000,
  importPatienceMs: 30_000,
}

/** The line in which writes of one process wait for their turn at the record. */
export interface WriteQueue {
  /**
   * Does the work when its turn comes.
   *
   * @param caller turns go round the callers, so that nobody's many writes keep out another's one
   * @throws {DomainError} `unavailable`, at once when too many wait, later when no turn came
   */
  readonly take: <T>(caller: string, work: () => Promise<T>) => Promise<T>
  /** Whether another one of the caller may wait, or of somebody of whom nobody waits yet. */
  readonly hasRoom: (caller?: string) => boolean
  /** How many wait. */
  readonly waiting: () => number
}

/** All imports wait as one caller: after each, everybody else has a turn. */
export const importers = 'imports'

/** How many of the last writes tell how long the next ones will take. */
const remembered = 15

interface Waiting {
  readonly call: () => void
}

export function openWriteQueue(limits: WriteQueueLimits = writeQueueLimits): WriteQueue {
  const { atOnceMax, waitMsMax, waitingMin, waitingMax } = limits
  /** Who waits, by caller; the caller that comes first has the next turn. */
  const lines = new Map<string, Waiting[]>()
  const recentMs: number[] = []
  let atOnce = 0
  const waiting = () => lines.values().reduce((sum, line) => sum + line.length, 0)

  /** Twice as much for those of whom nobody waits yet: another's many leave room for their one. */
  function hasRoom(caller = ''): boolean {
    const fitting = Math.floor((waitMsMax * atOnceMax) / (median(recentMs) ?? 1))
    const room = Math.min(waitingMax, Math.max(waitingMin, fitting))
    return waiting() < (lines.has(caller) ? room : 2 * room)
  }

  function wait(caller: string): Promise<void> {
    if (!hasRoom(caller)) throw refusal('More is being written than can be.', 1)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const line = lines.get(caller) ?? []
    const patienceMs = caller === importers ? limits.importPatienceMs : limits.patienceMs
    const late = setTimeout(() => {
      line.splice(line.indexOf(own), 1)
      if (line.length === 0) lines.delete(caller)
      reject(refusal('Other writes have kept the record busy for too long.', 5))
    }, patienceMs)
    const own = {
      call: () => {
        clearTimeout(late)
        resolve()
      },
    }
    line.push(own)
    lines.set(caller, line)
    return promise
  }

  /** Hands a turn that has ended to the first of the next caller, who then goes to the end. */
  function passOn(): void {
    const [next] = lines
    if (!next) return void (atOnce -= 1)
    const [caller, line] = next
    lines.delete(caller)
    line.shift()?.call()
    if (line.length > 0) lines.set(caller, line)
  }

  return {
    hasRoom,
    waiting,
    take: async (caller, work) => {
      if (atOnce < atOnceMax) atOnce += 1
      else await wait(caller)
      const begun = performance.now()
      try {
        return await work()
      } finally {
        // An import says nothing of how long the write of one object takes.
        if (caller !== importers) recentMs.push(performance.now() - begun)
        if (recentMs.length > remembered) recentMs.shift()
        passOn()
      }
    },
  }
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function refusal(message: string, retryAfterSeconds: number): DomainError {
  return new DomainError('unavailable', `${message} Nothing was stored.`, [], { retryAfterSeconds })
}

import { RecentTimes } from './recent-times.ts'
import { TurnsTaken } from './turns-taken.ts'
import { WaitingLines, type Standing } from './waiting-lines.ts'
import {
  hasRoomIn,
  importers,
  queueRefusal,
  tooManyWaiting,
  writeQueueLimits,
  type Left,
  type QueueState,
  type WriteQueue,
  type WriteQueueLimits,
} from './write-queue-limits.ts'

/** With this many waiting or fewer, each goes alone. */
const aloneMax = 4

/** How many writes may be carried out in one turn. */
const togetherMax = 32

/** A turn with others, or the news that another write carries this one out. */
type Turn<M> = readonly M[] | 'joined'

interface Waiting<M> {
  readonly caller: string
  readonly account: string
  /** By which others may carry it out. */
  member: M | undefined
  /** Ends its patience. */
  late?: NodeJS.Timeout
  turn: PromiseWithResolvers<Turn<M>>
}

/** @param onChange called when the state may have changed */
export function openWriteQueue<M>(
  limits: WriteQueueLimits = writeQueueLimits,
  onChange: () => void = () => {},
): WriteQueue<M> {
  const { atOnceMax, ownAtOnceMax, waitMsMax, waitingMin, waitingMax } = limits
  const lines = new WaitingLines<Waiting<M>>()
  const taken = new TurnsTaken()
  /** The account of each write that runs. */
  const running: string[] = []
  /** Writes that others carry out. */
  const joined = new Map<M, Waiting<M>>()
  const recent = new RecentTimes()
  let waking: NodeJS.Timeout | undefined

  const state = (): QueueState => {
    const fitting = Math.floor((waitMsMax * atOnceMax) / (recent.medianMs() ?? 1))
    return {
      waiting: lines.size,
      free: atOnceMax - running.length,
      room: Math.min(waitingMax, Math.max(waitingMin, fitting)),
      callers: lines.callers(),
    }
  }
  const hasRoom = (caller?: string) => hasRoomIn(state(), caller)

  function standingOf({ account }: Pick<Waiting<M>, 'account'>): Standing {
    const own = running.filter((each) => each === account).length
    return own < ownAtOnceMax ? taken.standingOf(account) : 'not-now'
  }

  /** Its turn: at once if it can begin, and otherwise later. */
  function turnOf(own: Waiting<M>): Turn<M> | Promise<Turn<M>> {
    if (running.length < atOnceMax && standingOf(own) !== 'not-now') {
      running.push(own.account)
      return []
    }
    if (!hasRoom(own.caller)) throw tooManyWaiting()
    const { promise } = own.turn
    beLate(own)
    lines.add(own.caller, own)
    wakeInTime()
    onChange()
    return promise
  }

  function beLate(own: Waiting<M>): void {
    const giveUp = () => {
      lines.remove(own.caller, own)
      onChange()
      own.turn.reject(queueRefusal('Other writes have kept the record busy for too long.', 5))
    }
    const isImport = own.caller === importers
    own.late = setTimeout(giveUp, isImport ? limits.importPatienceMs : limits.patienceMs)
  }

  /** Gives turns to those who wait. */
  function passOn(): void {
    while (running.length < atOnceMax) {
      const areMany = lines.size > aloneMax
      const next = takeNext()
      if (!next) break
      running.push(next.account)
      call(next, next.member && areMany ? [...takeMembers()] : [])
    }
    wakeInTime()
  }

  function takeNext(): Waiting<M> | undefined {
    const next = lines.next(standingOf)
    return next && takeOut(next)
  }

  function takeOut(next: readonly [string, Waiting<M>]): Waiting<M> {
    lines.take(next)
    clearTimeout(next[1].late)
    return next[1]
  }

  /** Its next turn, if it comes back, is another one. */
  function call(own: Waiting<M>, turn: Turn<M>): void {
    const { resolve } = own.turn
    own.turn = Promise.withResolvers()
    resolve(turn)
  }

  /** A caller that has to let others go first does not go with them. */
  function* takeMembers(): Generator<M> {
    for (let count = 1; count < togetherMax; count++) {
      const next = lines.next(({ account }) => taken.standingOf(account))
      const member = next?.[1].member
      if (!next || !member || taken.standingOf(next[1].account) !== 'first') return
      const own = takeOut(next)
      joined.set(member, own)
      call(own, 'joined')
      yield member
    }
  }

  /** Those who pause are called when they may go on. */
  function wakeInTime(): void {
    clearTimeout(waking)
    if (running.length >= atOnceMax || lines.size === 0) return
    const pauses = lines.accounts().flatMap((account) => taken.pauseMs(account) || [])
    if (pauses.length > 0) waking = setTimeout(passOn, Math.ceil(Math.min(...pauses)) + 1)
  }

  function putBack({ alone, after }: Left<M>): void {
    for (const member of [...alone, ...after].toReversed()) {
      const own = joined.get(member)
      if (!own) continue
      beLate(own)
      lines.putBack(own.caller, own)
    }
    for (const own of alone.flatMap((member) => joined.get(member) ?? [])) own.member = undefined
  }

  /** @param others how many it carries out besides */
  async function run<T>(own: Waiting<M>, others: number, work: () => Promise<T>): Promise<T> {
    onChange()
    const begun = performance.now()
    let hasStored = false
    try {
      const done = await work()
      hasStored = true
      return done
    } finally {
      const ms = (performance.now() - begun) / (1 + others)
      taken.note(own.account, ms, hasStored)
      // Imports tell nothing about how long a single write takes.
      if (own.caller !== importers) recent.note(ms)
      running.splice(running.indexOf(own.account), 1)
      passOn()
      onChange()
    }
  }

  return {
    hasRoom,
    togetherMsMax: limits.togetherMsMax,
    waiting: () => lines.size,
    state,
    take: async (caller, work, { account = caller } = {}) => {
      const own = waiting<M>(caller, account)
      const turn = turnOf(own)
      if (turn instanceof Promise) await turn
      return run(own, 0, work)
    },
    join: async (caller, member, work) => {
      const own = waiting<M>(caller, caller, member)
      const begun = turnOf(own)
      let turn = begun instanceof Promise ? await begun : begun
      joined.set(member, own)
      const answered = member.answer.then(
        () => undefined,
        () => undefined,
      )
      try {
        for (;;) {
          const others = turn
          // It may come before this one is over here.
          const again = own.turn.promise
          const carryOut = async () => {
            const left = await work(others === 'joined' ? [] : others)
            putBack(left)
            // A write that stored nothing is told from one that did.
            if (left.alone.length + left.after.length === 0) await member.answer
          }
          if (others !== 'joined') await run(own, others.length, carryOut).catch(() => {})
          const next = await Promise.race([answered, again])
          if (next === undefined) return await member.answer
          turn = next
        }
      } finally {
        joined.delete(member)
      }
    },
  }
}

function waiting<M>(caller: string, account: string, member?: M): Waiting<M> {
  return { caller, account, member, turn: Promise.withResolvers() }
}

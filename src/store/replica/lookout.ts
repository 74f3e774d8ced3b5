import { toldError } from '../../domain/logged-error.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../database/db.ts'
import { addMark, lagOf, unreachedMarks, type Mark } from './lag.ts'
import { findPosition, findSeq, type Position } from './position.ts'
import { within } from './within.ts'

/** Why reads do not go to a replica: it is away, has another record, follows no more, or is late. */
export interface Fault {
  readonly kind: 'away' | 'stranger' | 'promoted' | 'late'
  readonly words: string
}

/** How a replica was when it was last looked at. */
export interface Seen {
  readonly fault: Fault | undefined
  /** Number of the last event that it has. */
  readonly seq: number
  readonly eventsBehind: number
  readonly secondsBehind: number
}

export interface LookoutTimes {
  readonly lookEveryMs: number
  /** What answers a look later than that is away. */
  readonly lookWithinMs: number
  readonly lagMaxMs: number
  /** How long a read waits for an event that it must see. */
  readonly waitMs: number
  readonly waitStepMs: number
}

const usualTimes: LookoutTimes = {
  lookEveryMs: 1_000,
  lookWithinMs: 1_000,
  lagMaxMs: 10_000,
  waitMs: 200,
  waitStepMs: 10,
}

export interface LookoutOptions {
  readonly primary: Db
  /** A connection that no read can take. */
  readonly replica: Db
  readonly times?: Partial<LookoutTimes> | undefined
  /** Told whenever another kind of fault takes the place of the one before, or of none. */
  readonly onJudged: (fault: Fault | undefined) => void
}

const notLookedAt: Fault = { kind: 'away', words: 'It is being looked at.' }

/** Looks at a replica all the time, so that no request has to find out how it is. */
export class Lookout {
  readonly #primary: Db
  readonly #replica: Db
  readonly #times: LookoutTimes
  readonly #timer: NodeJS.Timeout
  readonly #onJudged: LookoutOptions['onJudged']

  #fault: Fault | undefined = notLookedAt
  #judged: Fault['kind'] | undefined
  #seq = 0
  #primaryPosition: Position | undefined
  #primarySeq = 0
  #marks: readonly Mark[] = []
  #looking: Promise<void> | undefined
  #marking: Promise<void> | undefined
  #asking: Promise<number> | undefined

  constructor({ primary, replica, times, onJudged }: LookoutOptions) {
    this.#primary = primary
    this.#replica = replica
    this.#times = { ...usualTimes, ...times }
    this.#onJudged = onJudged
    this.#timer = setInterval(() => void this.look(), this.#times.lookEveryMs).unref()
  }

  seen(): Seen {
    return {
      fault: this.#fault,
      seq: this.#seq,
      eventsBehind: Math.max(0, this.#primarySeq - this.#seq),
      secondsBehind: lagOf(this.#marks, performance.now()) / 1000,
    }
  }

  /** Whether reads may go to the replica that must see this event; waits a little for it. */
  async has(seq: number): Promise<boolean> {
    if (this.#fault !== undefined) return false
    return seq <= this.#seq || this.#reaches(seq).catch(() => false)
  }

  /** A connection was lost: until it is known why, nobody is sent there. */
  suspect(): void {
    this.#fault ??= notLookedAt
    // After a crash it may come back with less than it was seen to have.
    this.#seq = 0
    void this.look()
  }

  /** Looks how primary and replica are, and judges the replica. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = undefined))
    return this.#looking
  }

  /** Ends the looking; the connections are whose they are. */
  close(): void {
    clearInterval(this.#timer)
  }

  async #lookOnce(): Promise<void> {
    const { lookWithinMs } = this.#times
    // A primary that is away keeps nobody from reading the replica.
    this.#marking ??= this.#mark().finally(() => (this.#marking = undefined))
    await within(lookWithinMs, this.#marking).catch(() => {})
    try {
      const position = await within(lookWithinMs, findPosition(this.#replica))
      const stranger = this.#strangerAt(position)
      if (stranger) return this.#judge(stranger)
      this.#seq = await within(lookWithinMs, findSeq(this.#replica))
      this.#marks = unreachedMarks(this.#marks, position.log)
      this.#judge(this.#lateness())
    } catch (error) {
      this.#judge({ kind: 'away', words: `It does not answer. ${toldError(error)}` })
    }
  }

  async #mark(): Promise<void> {
    const atMs = performance.now()
    const position = await findPosition(this.#primary)
    this.#primaryPosition = position
    this.#marks = addMark(this.#marks, { atMs, log: position.log })
    this.#primarySeq = await findSeq(this.#primary)
  }

  #strangerAt({ system, database, begun, isStandby }: Position): Fault | undefined {
    const primary = this.#primaryPosition
    if (!primary) return notLookedAt
    if (system !== primary.system || database !== primary.database)
      return { kind: 'stranger', words: 'It has another record than the primary.' }
    // The primary itself may be read too.
    if (isStandby || begun === primary.begun) return undefined
    return { kind: 'promoted', words: 'It is no standby, and does not follow the primary.' }
  }

  #lateness(): Fault | undefined {
    const lag = lagOf(this.#marks, performance.now())
    if (lag <= this.#times.lagMaxMs) return undefined
    return { kind: 'late', words: `It is ${Math.round(lag / 1000)} seconds behind the primary.` }
  }

  #judge(fault: Fault | undefined): void {
    this.#fault = fault
    if (fault && fault.kind !== 'late') this.#seq = 0
    if (fault?.kind === this.#judged) return
    this.#judged = fault?.kind
    this.#onJudged(fault)
  }

  /** Those who wait at the same time ask together. */
  async #reaches(seq: number): Promise<boolean> {
    const { waitMs, waitStepMs } = this.#times
    const deadline = performance.now() + waitMs
    for (let left = waitMs; left > 0; left = deadline - performance.now()) {
      this.#asking ??= findSeq(this.#replica).finally(() => (this.#asking = undefined))
      if ((await within(left, this.#asking)) >= seq) return this.#fault === undefined
      await sleep(waitStepMs)
    }
    return false
  }
}

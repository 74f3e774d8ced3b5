import { errorLine } from '../../domain/logged-error.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../database/db.ts'
import { addMark, lagOf, unreachedMarks, type Mark } from './lag.ts'
import { findPosition, findSeq, type Position } from './position.ts'
import { within } from './within.ts'

/** Why reads do not use a replica: it is away, has another record, no longer follows, or lags. */
export interface Fault {
  readonly kind: 'away' | 'stranger' | 'promoted' | 'late'
  readonly words: string
}

/** The state of a replica at the last check. */
export interface Seen {
  readonly fault: Fault | undefined
  /** The number of its last event. */
  readonly seq: number
  readonly eventsBehind: number
  readonly secondsBehind: number
}

export interface LookoutTimes {
  readonly lookEveryMs: number
  /** A slower answer counts as none. */
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
  /** Connections reserved for checks. */
  readonly replica: Db
  readonly times?: Partial<LookoutTimes> | undefined
  /** Called when the fault of the replica changes. */
  readonly onJudged: (fault: Fault | undefined) => void
}

const notLookedAt: Fault = { kind: 'away', words: 'It is being checked.' }

/** Checks a replica continuously, so that no request has to. */
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

  /** Whether reads that must see this event may use the replica; waits a little for it. */
  async has(seq: number): Promise<boolean> {
    if (this.#fault !== undefined) return false
    return seq <= this.#seq || this.#reaches(seq).catch(() => false)
  }

  /** A connection was lost: send no reads there until the cause is known. */
  suspect(): void {
    this.#fault ??= notLookedAt
    // After a crash it may have less data than at the last check.
    this.#seq = 0
    void this.look()
  }

  /** Checks the primary and the replica, and judges the replica. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = undefined))
    return this.#looking
  }

  /** Stops checking; the connections belong to the caller. */
  close(): void {
    clearInterval(this.#timer)
  }

  async #lookOnce(): Promise<void> {
    const { lookWithinMs } = this.#times
    // While the primary is away, the replica can still be read.
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
      this.#judge({ kind: 'away', words: `It does not answer. ${errorLine(error)}` })
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
      return { kind: 'stranger', words: 'It has a different record from the primary.' }
    // The primary itself may be used as a replica.
    if (isStandby || begun === primary.begun) return undefined
    return { kind: 'promoted', words: 'It is not a standby, and does not follow the primary.' }
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

  /** Concurrent waiters share one query. */
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

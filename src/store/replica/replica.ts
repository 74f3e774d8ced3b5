import type { Socket } from 'node:net'
import type { Pool } from 'pg'
import { DomainError } from '../../domain/errors.ts'
import { ServerError } from '../database/check-server.ts'
import type { Db } from '../database/db.ts'
import { isServerGone, isUnavailable } from '../database/faults.ts'
import { openDb, openPool, type TimeLimits } from '../database/pool.ts'
import { Lookout, type Fault, type LookoutTimes, type Seen } from './lookout.ts'
import type { ReadFrom } from './read-from.ts'

/** The state of a replica for metrics and health. */
export interface ReplicaState extends Seen {
  /** It answers and follows the primary. */
  readonly isUp: boolean
  /** Reads are sent to it. */
  readonly isInUse: boolean
  /**
   * Counts of requests that it answered, and of requests that it failed and the primary answered.
   */
  readonly answered: number
  readonly passedOn: number
}

export interface ReplicaOptions {
  readonly url: string
  readonly primary: Db
  readonly log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
  }
  readonly times?: Partial<LookoutTimes>
}

/** Slower reads are passed to the primary, whose own limits then apply in addition. */
const limits: TimeLimits = {
  connectMs: 1_000,
  statementMs: 5_000,
  lockMs: 1_000,
  idleInTransactionMs: 10_000,
}

/**
 * A streaming standby. It serves reads while it answers and its replication lag is small; all
 * others go to the primary.
 */
export class Replica {
  readonly pool: Pool
  readonly #db: Db
  readonly #primary: Db
  readonly #lookoutPool: Pool
  readonly #lookout: Lookout
  readonly #sockets = new Set<Socket>()
  readonly #log: ReplicaOptions['log']
  #answered = 0
  #passedOn = 0
  #isClosed = false

  private constructor({ url, primary, log, times }: ReplicaOptions) {
    const onLost = () => this.#isClosed || this.#lookout.suspect()
    const common = { url, limits, onLost, sockets: this.#sockets }
    this.pool = openPool({
      ...common,
      applicationName: 'counterpoint reads',
      connectionsMax: 10,
    })
    this.#lookoutPool = openPool({
      ...common,
      applicationName: 'counterpoint lookout',
      connectionsMax: 1,
    })
    this.#db = openDb(this.pool)
    this.#primary = primary
    this.#log = log
    this.#lookout = new Lookout({
      primary,
      replica: openDb(this.#lookoutPool),
      times,
      onJudged: (fault) => this.#heed(fault),
    })
  }

  /**
   * Opens a replica of an open database. It may be away; it is used as soon as it is back.
   *
   * @throws {ServerError} if it is not a replica of that database
   */
  static async open(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options)
    await replica.#lookout.look()
    if (replica.state().fault?.kind !== 'stranger') return replica
    await replica.close()
    throw new ServerError(
      'READ_DATABASE_URL has a different record from DATABASE_URL. It must name the same database on a streaming standby of that server.',
    )
  }

  readonly read: ReadFrom = async (seq, read) => {
    if (!(await this.#lookout.has(seq))) return read(this.#primary)
    try {
      const answer = await read(this.#db)
      this.#answered += 1
      return answer
    } catch (error) {
      this.#passedOn += 1
      this.#heedFailure(error)
      return read(this.#primary)
    }
  }

  state(): ReplicaState {
    const seen = this.#lookout.seen()
    return {
      ...seen,
      isUp: seen.fault === undefined || seen.fault.kind === 'late',
      isInUse: seen.fault === undefined,
      answered: this.#answered,
      passedOn: this.#passedOn,
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#lookout.close()
    this.#cut()
    await Promise.all([this.pool.end(), this.#lookoutPool.end()])
  }

  #heedFailure(error: unknown): void {
    // A replica must not deny what it may not have yet, so the primary gives the refusals.
    if (error instanceof DomainError) return
    if (isServerGone(error)) return this.#lookout.suspect()
    // Busy, or cancelled because of replay: nothing to repair.
    if (isUnavailable(error)) return
    this.#log.warn({ err: error }, 'A read failed on the replica; the primary answers it.')
  }

  #heed(fault: Fault | undefined): void {
    // Reads waiting for it now go to the primary.
    if (fault?.kind === 'away') this.#cut()
    if (this.#isClosed) return
    if (fault) this.#log.warn({ fault }, 'Reads go to the primary: the replica is out of use.')
    else this.#log.info({}, 'Reads go to the replica.')
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

import type { Socket } from 'node:net'
import type { Pool } from 'pg'
import { DomainError } from '../../domain/errors.ts'
import { ServerError } from '../database/check-server.ts'
import type { Db } from '../database/db.ts'
import { isServerGone, isUnavailable } from '../database/faults.ts'
import { openDb, openPool, type TimeLimits } from '../database/pool.ts'
import { Lookout, type Fault, type LookoutTimes, type Seen } from './lookout.ts'
import type { ReadFrom } from './read-from.ts'

/** What there is to know of a replica, in plain data. */
export interface ReplicaState extends Seen {
  /** It answers, and follows the primary. */
  readonly isUp: boolean
  /** Reads go to it. */
  readonly isInUse: boolean
  /** Requests that it has answered, and that it was asked and the primary had to answer. */
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

/** What takes longer is left to the primary, whose own limits come on top. */
const limits: TimeLimits = {
  connectMs: 1_000,
  statementMs: 5_000,
  lockMs: 1_000,
  idleInTransactionMs: 10_000,
}

/**
 * A streaming standby. Reads go to it while it answers and is not far behind; else, and for what it
 * cannot answer, to the primary.
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
   * Opens a replica of a database that is open. One that is away does not matter: it is used when
   * it comes back.
   *
   * @throws {ServerError} when it is no replica of that database
   */
  static async open(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options)
    await replica.#lookout.look()
    if (replica.state().fault?.kind !== 'stranger') return replica
    await replica.close()
    throw new ServerError(
      'READ_DATABASE_URL leads to another record than DATABASE_URL. It must name the same database on a streaming standby of that server.',
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
    // What it does not have yet, a replica must not deny: a refusal is not its to give.
    if (error instanceof DomainError) return
    if (isServerGone(error)) return this.#lookout.suspect()
    // Busy, or in the way of replay: nothing that anyone has to mend.
    if (isUnavailable(error)) return
    this.#log.warn({ err: error }, 'A read failed on the replica; the primary answers it.')
  }

  #heed(fault: Fault | undefined): void {
    // Reads that wait for it go to the primary now.
    if (fault?.kind === 'away') this.#cut()
    if (this.#isClosed) return
    if (fault) this.#log.warn({ fault }, 'Reads go to the primary: the replica is out of use.')
    else this.#log.info({}, 'Reads go to the replica.')
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

import { DomainError, type FieldFault } from '../../domain/errors.ts'
import type { LockLimits } from '../../store/head.ts'

/** How far one write may reach, and how long it may compute. */
export interface Reach {
  /** Claims read, and nodes of the graph labelled. */
  readonly nodesMax: number
  /** Dependencies between nodes, added and removed. */
  readonly dependenciesMax: number
  /** Claims cited by the statuses that it gives, each counted for each status. */
  readonly citesMax: number
  /** Processor time of this thread, in milliseconds. */
  readonly computingMsMax: number
  /** Time by the clock since it had the record lock, in milliseconds: others wait as long. */
  readonly heldMsMax: number
}

export type TimeReach = Pick<Reach, 'computingMsMax' | 'heldMsMax'>

/** Of a request: meanwhile no other write can be made. */
export const requestReach: Reach = {
  nodesMax: 50_000,
  dependenciesMax: 100_000,
  citesMax: 200_000,
  computingMsMax: 2_000,
  heldMsMax: 3_000,
}

/**
 * Of a write that is entered together with others, which wait for it: one that takes longer is tried
 * alone.
 */
export const groupReach: TimeReach = { computingMsMax: 500, heldMsMax: 500 }

/** Of an import by an administrator. */
export const importReach: Reach = { ...requestReach, computingMsMax: 20_000, heldMsMax: 60_000 }

/** Of the command line, which nobody waits for. */
export const unlimited: Reach = {
  nodesMax: Infinity,
  dependenciesMax: Infinity,
  citesMax: Infinity,
  computingMsMax: Infinity,
  heldMsMax: Infinity,
}

/** A reach with less time. */
export function within(reach: Reach, less: TimeReach = reach): Reach {
  return {
    ...reach,
    computingMsMax: Math.min(reach.computingMsMax, less.computingMsMax),
    heldMsMax: Math.min(reach.heldMsMax, less.heldMsMax),
  }
}

/** The server's own limits, in case the thread computes or a statement runs when the time is over. */
export function lockLimitsOf({ heldMsMax }: Pick<Reach, 'heldMsMax'>): LockLimits | undefined {
  if (heldMsMax === Infinity) return undefined
  const statementMs = Math.min(15_000, Math.ceil((heldMsMax * 2) / 3))
  return { statementMs: Math.max(1, statementMs), transactionMs: heldMsMax + graceMs }
}

/** Time to end a write in an orderly way, before the server cuts its connection. */
const graceMs = 500

/** Time is over for a write. Within a group of writes, it may be tried alone. */
export class HeldTooLong extends DomainError {}

/** Counts what a write reads and computes, and stops it at its limits. */
export class Meter {
  readonly #reach: Reach
  readonly #begunMs = threadMs()
  readonly #heldSinceMs = performance.now()
  #checkedMs = -Infinity
  #nodes = 0
  #cites = 0

  constructor(reach: Reach) {
    this.#reach = reach
  }

  /**
   * Notes that this many more claims or nodes were loaded.
   *
   * @throws {DomainError} `invalid` if the write is at a limit
   */
  took(nodes: number): void {
    this.#nodes += nodes
    this.willTake(this.#nodes)
    this.check()
  }

  /**
   * Notes how much of the graph is to be wired again.
   *
   * @throws {DomainError} `invalid` if that is more than the limit
   */
  rewires(dependencies: number): void {
    if (dependencies > this.#reach.dependenciesMax)
      throw tooFar(
        `It changes what ${count(dependencies)} claims and arguments depend on; one request may change ${count(this.#reach.dependenciesMax)}.`,
      )
  }

  /**
   * Notes that a status cites this many claims. Two groups that rebut each other have as many cites
   * as there are pairs, and all of them are stored.
   *
   * @throws {DomainError} `invalid` if the write is at the limit
   */
  cited(claims: number): void {
    this.#cites += claims
    if (this.#cites > this.#reach.citesMax)
      throw tooFar(
        `The statuses that it gives cite ${count(this.#cites)} claims or more; those of one request may cite ${count(this.#reach.citesMax)}.`,
      )
  }

  /** How many claims and nodes it may read. */
  get nodesMax(): number {
    return this.#reach.nodesMax
  }

  /**
   * Notes an estimate of what is to be read, before any of it is.
   *
   * @throws {DomainError} `invalid` if that is more than the limit
   */
  willTake(nodes: number): void {
    if (nodes > this.#reach.nodesMax)
      throw tooFar(
        `It reaches ${count(nodes)} claims and arguments or more; one request may reach ${count(this.#reach.nodesMax)}.`,
      )
  }

  /** @throws {DomainError} `invalid` if the write computed, or kept others waiting, for too long */
  check(): void {
    const now = performance.now()
    if (now - this.#checkedMs < uncheckedMs) return
    this.#checkedMs = now
    const ms = threadMs() - this.#begunMs
    if (ms > this.#reach.computingMsMax)
      throw tooLong(
        `It takes more than ${this.#reach.computingMsMax / 1000} seconds of computing, which is the most for one request; ${count(this.#nodes)} claims and arguments were read until then.`,
      )
    if (now - this.#heldSinceMs > this.#reach.heldMsMax)
      throw heldTooLong(
        this.#reach,
        `${count(this.#nodes)} claims and arguments were read until then.`,
      )
  }

  /** Some items, one after the other, as long as there is time. */
  *each<T>(items: Iterable<T>): Generator<T> {
    for (const item of items) {
      this.check()
      yield item
    }
  }
}

/** Processor time is not asked for more often: that takes longer than most of what is measured. */
const uncheckedMs = 2

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function count(number: number): string {
  return number.toLocaleString('en')
}

/** The refusal of a write that kept others waiting for as long as it may. */
export function heldTooLong({ heldMsMax }: Pick<Reach, 'heldMsMax'>, more = ''): HeldTooLong {
  const what = `It has kept other writes waiting for more than ${heldMsMax / 1000} seconds, which is the most for one request`
  return tooLong(more ? `${what}; ${more}` : `${what}.`)
}

/** The refusal of a write of which the server ended a statement. */
export function statementTooLong({ statementMs }: Pick<LockLimits, 'statementMs'>): HeldTooLong {
  return tooLong(
    `One of its statements takes the database more than ${statementMs / 1000} seconds, which is the most for one request.`,
  )
}

function tooFar(what: string): DomainError {
  const message = inFull(what)
  return new DomainError('invalid', message, faultsOf(message))
}

function tooLong(what: string): HeldTooLong {
  const message = inFull(what)
  return new HeldTooLong('invalid', message, faultsOf(message))
}

function inFull(what: string): string {
  return `This write reaches too far. ${what} Nothing was stored. Divide it into smaller writes, or ask the operator to make it on the command line, which has no such limit.`
}

function faultsOf(message: string): readonly FieldFault[] {
  return [{ pointer: '', code: 'region-too-large', message }]
}

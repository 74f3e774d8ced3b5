import { DomainError } from '../../domain/errors.ts'

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

/** Of a request: meanwhile no other write can be made. */
export const requestReach: Reach = {
  nodesMax: 50_000,
  dependenciesMax: 100_000,
  citesMax: 200_000,
  computingMsMax: 2_000,
  heldMsMax: 4_000,
}

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

/** Counts what a write reads and computes, and stops it at its limits. */
export class Meter {
  readonly #reach: Reach
  readonly #begunMs = threadMs()
  readonly #heldSinceMs = performance.now()
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
    const ms = threadMs() - this.#begunMs
    if (ms > this.#reach.computingMsMax)
      throw tooFar(
        `It takes more than ${this.#reach.computingMsMax / 1000} seconds of computing, which is the most for one request; ${count(this.#nodes)} claims and arguments were read until then.`,
      )
    if (performance.now() - this.#heldSinceMs > this.#reach.heldMsMax)
      throw tooFar(
        `It has kept other writes waiting for more than ${this.#reach.heldMsMax / 1000} seconds, which is the most for one request; ${count(this.#nodes)} claims and arguments were read until then.`,
      )
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function tooFar(what: string): DomainError {
  const message = `This write reaches too far. ${what} Nothing was stored. Divide it into smaller writes, or ask the operator to make it on the command line, which has no such limit.`
  return new DomainError('invalid', message, [{ pointer: '', code: 'region-too-large', message }])
}

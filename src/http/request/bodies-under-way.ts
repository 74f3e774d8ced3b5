import { DomainError } from '../../domain/errors.ts'

/** How many bytes of bodies a process has at once, and how many of one caller. */
export interface BodyLimits {
  readonly bytesMax: number
  readonly bytesMaxOfCaller: number
}

const mebibyte = 1024 * 1024

/** Eight of the largest imports, of which one caller may send three at once. */
const usualLimits: BodyLimits = { bytesMax: 40 * mebibyte, bytesMaxOfCaller: 16 * mebibyte }

/** Room that a body takes until its request is answered. */
export interface HeldRoom {
  /** Gives back what the body did not need. */
  shrinkTo(bytes: number): void
  release(): void
}

/** The bodies of requests under way. Each takes room for all that it may become. */
export class BodiesUnderWay {
  readonly #limits: BodyLimits
  readonly #ofCallers = new Map<string, number>()
  #bytes = 0

  constructor(limits: BodyLimits = usualLimits) {
    this.#limits = limits
  }

  /** How many bytes are taken. */
  get bytes(): number {
    return this.#bytes
  }

  /** @throws {DomainError} `unavailable` if there is no room */
  hold(caller: string, bytes: number): HeldRoom {
    const { bytesMax, bytesMaxOfCaller } = this.#limits
    if ((this.#ofCallers.get(caller) ?? 0) + bytes > bytesMaxOfCaller)
      throw noRoom('You are sending too much at once. Wait for the answers.')
    if (this.#bytes + bytes > bytesMax) throw noRoom('Too much is being sent at once.')
    this.#add(caller, bytes)
    let held = bytes
    const shrinkTo = (left: number) => {
      if (left >= held) return
      this.#add(caller, left - held)
      held = left
    }
    return { shrinkTo, release: () => shrinkTo(0) }
  }

  #add(caller: string, bytes: number): void {
    this.#bytes += bytes
    const own = (this.#ofCallers.get(caller) ?? 0) + bytes
    if (own === 0) this.#ofCallers.delete(caller)
    else this.#ofCallers.set(caller, own)
  }
}

function noRoom(message: string): DomainError {
  return new DomainError('unavailable', `${message} Nothing was stored.`, [], {
    retryAfterSeconds: 5,
  })
}

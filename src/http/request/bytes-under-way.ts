import { DomainError } from '../../domain/errors.ts'
import type { ByteLimits } from '../contract/deps.ts'

/** Room that is taken until it is released. */
export interface HeldRoom {
  /** Gives back what was not needed. */
  shrinkTo(bytes: number): void
  release(): void
}

/** The bytes of bodies or answers under way, by caller. */
export class BytesUnderWay {
  readonly #limits: ByteLimits
  readonly #refusals: { readonly ofCaller: string; readonly ofAll: string }
  readonly #ofCallers = new Map<string, number>()
  #bytes = 0

  /** @param refusals what is said if a caller, or all together, have no room left */
  constructor(limits: ByteLimits, refusals: { ofCaller: string; ofAll: string }) {
    this.#limits = limits
    this.#refusals = refusals
  }

  /** How many bytes are taken. */
  get bytes(): number {
    return this.#bytes
  }

  /** @throws {DomainError} `unavailable` if there is no room */
  hold(caller: string, bytes: number): HeldRoom {
    const { bytesMax, bytesMaxOfCaller } = this.#limits
    if ((this.#ofCallers.get(caller) ?? 0) + bytes > bytesMaxOfCaller)
      throw noRoom(this.#refusals.ofCaller)
    if (this.#bytes + bytes > bytesMax) throw noRoom(this.#refusals.ofAll)
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
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 5 })
}

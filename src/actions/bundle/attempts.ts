import { mayWrite, type Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { faultsMax } from '../../formats/read-bundle.ts'
import { importReach, requestReach } from '../record/meter.ts'
import type { NumberedLine } from './lines.ts'
import { refusalOf } from './refusal-of-lines.ts'
import type { LineFault, RefusedLines } from './refused-lines.ts'

/** How often one import is tried: each kind of fault is found by another step. */
const attemptsMax = 12

/** An import, which is tried again without the lines that were refused. */
export class Attempts {
  readonly #isStrict: boolean
  readonly #signal: AbortSignal | undefined
  readonly #heldMsMax: number
  readonly #refused: LineFault[]
  #lines: readonly NumberedLine[]
  #count = 0
  #heldMs = 0
  #heldSinceMs = Infinity

  constructor(import_: {
    readonly actor: Actor
    readonly lines: readonly NumberedLine[]
    readonly faults: readonly LineFault[]
    readonly onError: 'refuse' | 'skip'
    readonly signal?: AbortSignal | undefined
  }) {
    const { actor, lines, faults, onError, signal } = import_
    this.#isStrict = onError === 'refuse'
    this.#signal = signal
    this.#heldMsMax = heldMsMaxOf(actor)
    this.#lines = lines
    this.#refused = [...faults]
  }

  /** The lines that are left. */
  get lines(): readonly NumberedLine[] {
    return this.#lines
  }

  get refused(): readonly LineFault[] {
    return this.#refused
  }

  /** Notes that another attempt has begun. */
  begin(): void {
    if (this.#refused.length >= faultsMax) throw this.refusal()
    this.#count += 1
  }

  /**
   * Notes that it holds the record lock.
   *
   * @throws {DomainError} `timed-out` if nobody waits for its answer any more
   */
  hold(): void {
    this.#heldSinceMs = performance.now()
    if (this.#signal?.aborted) throw nobodyWaits()
  }

  /**
   * Takes out the lines that an attempt refused, with all that name them.
   *
   * @throws {DomainError} if nothing is left to be tried, or it was tried for long enough
   */
  refuse({ faults, followers }: RefusedLines): void {
    this.#heldMs += Math.max(0, performance.now() - this.#heldSinceMs)
    const isFirst = this.#refused.length === 0
    for (const fault of faults) this.#refused.push(isFirst ? fault : following(fault))
    // Likely duplicates are reported only if nothing else is wrong; the lines that refer to them are
    // not at fault.
    if (this.#isStrict && faults.every(({ code }) => code === 'likely-duplicate'))
      throw this.refusal()
    for (const fault of followers) this.#refused.push(following(fault))
    const bad = new Set([...faults, ...followers].map(({ line }) => line))
    const good = this.#lines.filter(({ line }) => !bad.has(line))
    // Each attempt has fewer lines, so there is a last one.
    if (good.length === this.#lines.length) throw this.refusal()
    this.#lines = good
    const isOver = this.#count >= attemptsMax || this.#heldMs > this.#heldMsMax
    if (isOver && this.#heldMsMax !== Infinity) throw this.refusal(mayBeMore(this.#count))
  }

  refusal(more = ''): DomainError {
    const lines = new Set(this.#refused.map(({ line }) => line)).size
    return refusalOf(
      inOrder(this.#refused),
      `${lines} ${lines === 1 ? 'line is' : 'lines are'} refused; nothing was stored.${more}`,
      refusedLineOf,
    )
  }
}

/** Nobody reads it. */
export function nobodyWaits(): DomainError {
  return new DomainError('timed-out', 'Nobody waited for the answer. Nothing was stored.')
}

/** All attempts together; the command line has no such limit. */
function heldMsMaxOf(actor: Actor): number {
  if (actor.role === 'system') return Infinity
  return mayWrite(actor, 'admin') ? importReach.heldMsMax : 2 * requestReach.heldMsMax
}

function mayBeMore(count: number): string {
  return ` There may be more: the rest was tried ${count} times, and one request is not tried longer. Correct those that are listed or leave them out, and send it again.`
}

/** A line that names a refused line is refused with it, and not reported for another reason. */
function following(fault: LineFault): LineFault {
  if (fault.code !== 'unknown-reference') return fault
  return { ...fault, isConflict: true, isForbidden: true }
}

export function inOrder(faults: readonly LineFault[]): readonly LineFault[] {
  return faults.toSorted((a, b) => a.line - b.line)
}

/** Why a line was refused, and where in it. */
export interface RefusedLine {
  readonly line: number
  readonly pointer: string
  readonly code: string
  readonly message: string
}

export function refusedLineOf({ line, pointer, code, message }: LineFault): RefusedLine {
  return { line, pointer, code, message }
}

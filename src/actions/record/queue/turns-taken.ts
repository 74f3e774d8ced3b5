import type { Standing } from './waiting-lines.ts'

/** A shorter turn keeps nobody waiting. */
const shortMs = 250

/** A turn that stored nothing may be this long before its caller has to pause. */
const vainMs = 1_000

/**
 * How long callers have kept the record. After a long turn, everybody else comes first for as long as
 * it took. After a long one that stored nothing, its caller pauses for as long, even if nobody waits.
 */
export class TurnsTaken {
  readonly #owingUntil = new Map<string, number>()
  readonly #pausedUntil = new Map<string, number>()

  note(account: string, ms: number, hasStored: boolean): void {
    const until = performance.now() + ms
    if (ms > shortMs) this.#owingUntil.set(account, until)
    if (ms > vainMs && !hasStored) this.#pausedUntil.set(account, until)
  }

  standingOf(account: string): Standing {
    if (this.pauseMs(account) > 0) return 'not-now'
    return aheadMs(this.#owingUntil, account) > 0 ? 'last' : 'first'
  }

  /** For how much longer it pauses. */
  pauseMs(account: string): number {
    return aheadMs(this.#pausedUntil, account)
  }
}

function aheadMs(times: Map<string, number>, account: string): number {
  const ms = (times.get(account) ?? 0) - performance.now()
  if (ms > 0) return ms
  times.delete(account)
  return 0
}

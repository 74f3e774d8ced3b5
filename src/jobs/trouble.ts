import type { Log } from '../actions/record/deps.ts'

const firstPauseMs = 60_000
const longestPauseMs = 3_600_000

/** How many kinds of trouble are distinguished. */
const kindsMax = 50

/**
 * Logs a fault once, and at growing intervals while it persists: polling meets the same fault every
 * few seconds while the database is away, read-only, or lacks privileges.
 */
export function openTrouble(
  log: Pick<Log, 'warn'>,
  now: () => number,
): (error: unknown, message: string) => void {
  const kinds = new Map<string, { nextMs: number; pauseMs: number; suppressed: number }>()
  return (error, message) => {
    const kind = `${message} ${codeOf(error)}`
    const known = kinds.get(kind)
    const isOver = known && now() > known.nextMs + known.pauseMs
    if (known && now() < known.nextMs) {
      known.suppressed += 1
      return
    }
    const pauseMs = known && !isOver ? Math.min(2 * known.pauseMs, longestPauseMs) : firstPauseMs
    if (kinds.size >= kindsMax) kinds.clear()
    kinds.set(kind, { nextMs: now() + pauseMs, pauseMs, suppressed: 0 })
    log.warn(
      { err: asError(error), ...(known?.suppressed && { suppressed: known.suppressed }) },
      message,
    )
  }
}

/** pg-boss reports some faults as objects that are not errors; the log shows nothing of those. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : Object.assign(new Error(), { code: codeOf(error) })
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : ''
}

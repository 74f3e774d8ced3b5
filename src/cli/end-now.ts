import os from 'node:os'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** For the embedded server to stop. If it takes longer, its guard sees to it. */
const patienceMs = 5_000

/** Ends the process without waiting for anybody but the embedded server. */
export async function endNow(code: number, abandon: () => Promise<void>): Promise<never> {
  await Promise.race([abandon().catch(() => {}), sleep(patienceMs)])
  process.exit(code)
}

/** How long what was given up may still run. */
const lingerMs = 1_000

/**
 * Everything of ours is closed. What was given up and does not end, such as a job that does not listen
 * to its signal, must not keep the process.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), lingerMs).unref()
}

/** What shells show of a process that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + os.constants.signals[signal]
}
